package eliq.app.generate;

import eliq.catalog.Prompt;
import javafx.scene.control.Label;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.Region;
import javafx.util.converter.DefaultStringConverter;

/** A prompt's words, broken into lines rather than cut, and edited in place. */
final class PromptCell extends TextFieldTableCell<Prompt, String> {
    // Padding at both sides, and what rounding takes.
    private static final double BESIDE = 18;

    private final Label words = new Label();

    PromptCell() {
        super(new DefaultStringConverter());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(itemProperty());
    }

    @Override
    public void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        wrap();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        wrap();
    }

    private void wrap() {
        if (!isEmpty() && !isEditing()) {
            setText(null);
            setGraphic(words);
        }
    }

    /** As high as the words are in the width of the column: without one, a cell is asked for one line. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || isEditing() || getTableColumn() == null) {
            return super.computePrefHeight(width);
        }
        double room = getTableColumn().getWidth() - BESIDE;
        return words.prefHeight(room) + snappedTopInset() + snappedBottomInset();
    }
}
