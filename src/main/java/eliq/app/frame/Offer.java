package eliq.app.frame;

import eliq.app.placeholder.Placeholder;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence above the views with what can be done about it, each by a key too; gone once something was chosen. */
final class Offer extends HBox {
    // Keys that no view takes, in the order of the doors.
    private static final List<String> KEYS = List.of("F7", "F8", "F9");

    private final List<Action> actions = new ArrayList<>();

    /**
     * @param doors three at most
     */
    Offer(String text, List<Placeholder.Door> doors, Runnable close) {
        setId("offer");
        getStyleClass().add("offer");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(new FontIcon("fth-rotate-ccw"), label);
        for (int i = 0; i < doors.size(); i++) {
            Placeholder.Door door = doors.get(i);
            Action action =
                    new Action(
                            door.label(),
                            KEYS.get(i),
                            () -> {
                                close.run();
                                door.action().run();
                            });
            actions.add(action);
            Button button =
                    new Button(
                            door.label() + " (" + action.keys() + ")", new FontIcon(door.icon()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> action.run().run());
            getChildren().add(button);
        }
    }

    /** What the doors do. */
    List<Action> actions() {
        return List.copyOf(actions);
    }
}
