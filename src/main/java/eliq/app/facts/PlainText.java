package eliq.app.facts;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Text that can be selected and copied, not changed: as high as it is long, broken within a word where it must be. */
public final class PlainText extends TextArea {
    // The content's padding, above and below; the style sheet has the same.
    private static final double PADDING = 4;

    private final Text measured = new Text();

    /** @param meaning for screen readers */
    public PlainText(String text, String meaning) {
        super(text);
        // As the area itself draws it.
        measured.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        setEditable(false);
        setWrapText(true);
        setAccessibleText(meaning);
        getStyleClass().add("plain-text");
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        textProperty().subscribe((_, _) -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        String shown = getText().isEmpty() ? getPromptText() : getText();
        measured.setText(shown.isEmpty() ? " " : shown);
        measured.setFont(getFont());
        double room = width < 0 ? getWidth() : width;
        measured.setWrappingWidth(Math.max(1, room - snappedLeftInset() - snappedRightInset()));
        return Math.ceil(measured.getLayoutBounds().getHeight())
                + PADDING
                + snappedTopInset()
                + snappedBottomInset();
    }
}
