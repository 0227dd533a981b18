package eliq.app.placeholder;

import eliq.app.words.Failure;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon, one sentence in large letters, one in small, and the doors out. */
public final class Placeholder extends VBox {

    /**
     * A way out of the state.
     *
     * @param label of the button
     * @param icon Ikonli code
     * @param action what it does
     */
    public record Door(String label, String icon, Runnable action) {}

    private Placeholder(String icon, String title, String text, List<? extends Node> foot) {
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("title-3");
        heading.setWrapText(true);
        Label body = new Label(text);
        body.setWrapText(true);
        body.setMaxWidth(560);
        body.setAlignment(Pos.CENTER);
        body.getStyleClass().add("placeholder-text");
        FlowPane buttons = new FlowPane(10, 10);
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren().addAll(foot);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("placeholder-icon");
        getChildren().addAll(picture, heading, body, buttons);
    }

    /** Nothing is here yet: says what would be, and how to fill it. The first door is the default. */
    public static Placeholder empty(String icon, String title, String text, List<Door> doors) {
        List<Button> buttons = doors.stream().map(Placeholder::button).toList();
        if (!buttons.isEmpty()) {
            buttons.getFirst().getStyleClass().add("accent");
        }
        return new Placeholder(icon, title, text, buttons);
    }

    /** Something failed: what and why, in words, which can be copied, and what to do now. */
    public static Placeholder failed(String title, String reason, Door again) {
        Failure failure = Failure.of(title, reason);
        Hyperlink copy = new Hyperlink("Copy details");
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(title + "\n" + failure.whole());
                    Clipboard.getSystemClipboard().setContent(content);
                });
        return new Placeholder(
                "fth-alert-triangle",
                title,
                failure.sentence(),
                failure.closed() ? List.of(copy) : List.of(button(again), copy));
    }

    private static Button button(Door door) {
        Button button = new Button(door.label(), new FontIcon(door.icon()));
        button.setOnAction(_ -> door.action().run());
        return button;
    }
}
