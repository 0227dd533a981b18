package eliq.app.frame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys of a view and of the window. */
final class KeySheet extends VBox {

    static final List<String> EVERYWHERE =
            List.of(
                    Keys.COMMAND_NAME + "+1 … " + Keys.COMMAND_NAME + "+8  open a view",
                    Keys.COMMAND_NAME + "+K  find an action",
                    "Alt+Left, Alt+Right  back, forward",
                    Keys.COMMAND_NAME + "+T  light or dark",
                    Keys.COMMAND_NAME + "+Shift+T  as the system has it",
                    "?  these keys",
                    "Esc  close");

    // More lines than these stand in a second column: a sheet must not be higher than a small
    // window.
    private static final int COLUMN = 14;

    KeySheet(View view) {
        setId("key-sheet");
        getStyleClass().addAll("overlay-card", "key-sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleText("Keys of the view " + view.title());
        getChildren()
                .addAll(
                        heading(view.title()),
                        table(view.keys()),
                        heading("Everywhere"),
                        table(EVERYWHERE));
    }

    private static Node heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("title-4");
        return label;
    }

    /** Lines of a key, two spaces, and what it does; in two columns where there are many. */
    private static Node table(List<String> lines) {
        if (lines.size() <= COLUMN) {
            return column(lines);
        }
        int half = (lines.size() + 1) / 2;
        return new HBox(
                32, column(lines.subList(0, half)), column(lines.subList(half, lines.size())));
    }

    private static Node column(List<String> lines) {
        GridPane grid = new GridPane(16, 6);
        for (String line : lines) {
            String[] parts = line.split(" {2,}", 2);
            Label key = new Label(parts[0]);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), key, new Label(parts.length > 1 ? parts[1] : ""));
        }
        return grid;
    }
}
