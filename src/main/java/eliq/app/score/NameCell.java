package eliq.app.score;

import javafx.scene.control.OverrunStyle;

/** A file's name, cut in its middle: both ends tell files apart. */
final class NameCell extends WordsCell {
    NameCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }
}
