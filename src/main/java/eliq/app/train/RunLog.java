package eliq.app.train;

import java.util.List;
import javafx.scene.control.TextArea;

/** The last lines that the selected run said, the newest in sight. */
final class RunLog extends TextArea {

    RunLog(RunsModel runs) {
        setId("train-log");
        setEditable(false);
        setWrapText(true);
        setAccessibleText("Log of the selected run");
        getStyleClass().add("log");
        runs.shownProperty()
                .subscribe(
                        shown ->
                                show(
                                        String.join(
                                                "\n",
                                                shown.map(RunsModel.Shown::log)
                                                        .orElse(List.of()))));
    }

    private void show(String text) {
        if (!text.equals(getText())) {
            setText(text);
            setScrollTop(Double.MAX_VALUE);
        }
    }
}
