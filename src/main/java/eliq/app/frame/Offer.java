package eliq.app.frame;

import eliq.app.placeholder.Placeholder;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence above the views with what can be done about it; gone once something was chosen. */
final class Offer extends HBox {

    Offer(String text, List<Placeholder.Door> doors, Runnable close) {
        setId("offer");
        getStyleClass().add("offer");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(new FontIcon("fth-rotate-ccw"), label);
        for (Placeholder.Door door : doors) {
            Button button = new Button(door.label(), new FontIcon(door.icon()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(
                    _ -> {
                        close.run();
                        door.action().run();
                    });
            getChildren().add(button);
        }
    }
}
