package eliq.app.score;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** Words that end in an ellipsis where they must; the whole text on hover. */
class WordsCell extends TableCell<ScoreRow, String> {
    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        boolean blank = empty || text == null || text.isEmpty();
        setText(blank ? "" : text.replaceAll("\\s+", " "));
        setTooltip(blank ? null : wrapped(hover(text)));
    }

    /** All that the cell has to say. */
    String hover(String text) {
        return text;
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }
}
