package eliq.app.facts;

import eliq.app.words.Decimals;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A letter, a thin bar from 0 to 1, and the value: one aspect's hue everywhere. */
public final class AspectBar extends HBox {

    private final Label value = new Label();
    private final StackPane track = new StackPane();
    private final Region fill = new Region();
    private OptionalDouble shown = OptionalDouble.empty();

    /** @param style {@code technical}, {@code aesthetic} or {@code alignment} */
    public AspectBar(String letter, String style, String name) {
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        Label mark = new Label(letter);
        mark.getStyleClass().addAll("aspect-letter", style);
        Label label = new Label(name);
        label.setMinWidth(76);
        track.getStyleClass().add("aspect-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinHeight(8);
        track.setMaxHeight(8);
        track.setMinWidth(60);
        HBox.setHgrow(track, Priority.ALWAYS);
        fill.getStyleClass().addAll("aspect-fill", style);
        fill.setMinHeight(8);
        fill.setMaxHeight(8);
        track.getChildren().add(fill);
        track.widthProperty().subscribe(_ -> resize());
        value.setMinWidth(40);
        value.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(mark, label, track, value);
        show(OptionalDouble.empty());
    }

    /** A value in 0..1, or a dash. */
    public void show(OptionalDouble now) {
        shown = now;
        value.setText(now.isPresent() ? Decimals.fixed(now.getAsDouble(), 2) : "–");
        fill.setVisible(now.isPresent());
        resize();
    }

    private void resize() {
        double width = track.getWidth() * Math.clamp(shown.orElse(0), 0, 1);
        fill.setMinWidth(width);
        fill.setMaxWidth(width);
    }
}
