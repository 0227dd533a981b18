package eliq.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One pane: what it shows in words, the picture, and what is said of it. */
final class ComparePane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double TITLE = 34;

    private final PictureCanvas canvas;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label failure =
            new Label("This picture cannot be shown: its file is missing or damaged.");
    private final StackPane foot = new StackPane();

    ComparePane(ObjectProperty<Viewport> viewport, DoubleConsumer divide) {
        canvas = new PictureCanvas(viewport, divide);
        getStyleClass().add("compare-pane");
        setMinWidth(0);
        title.getStyleClass().add("compare-title");
        // Two lines for every title: panes whose pictures are of one size then show them at one
        // size.
        title.setWrapText(true);
        title.setMinHeight(TITLE);
        title.setMaxHeight(TITLE);
        title.setAlignment(Pos.BOTTOM_LEFT);
        title.setMaxWidth(Double.MAX_VALUE);
        detail.getStyleClass().addAll("compare-detail", "absent");
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.setMinHeight(17);
        foot.setMinWidth(0);
        failure.getStyleClass().add("failure");
        failure.setWrapText(true);
        failure.setVisible(false);
        StackPane picture = new StackPane(canvas, failure);
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(title, detail, picture, foot);
        canvas.setAccessibleText("Picture");
    }

    PictureCanvas canvas() {
        return canvas;
    }

    /** What the pane says above and below its picture. */
    void say(String heading, String second, Optional<? extends Node> below, boolean wrong) {
        title.setText(heading);
        detail.setText(second);
        Tooltip tip = new Tooltip(second.isEmpty() ? heading : heading + "\n" + second);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        title.setTooltip(tip);
        detail.setTooltip(tip);
        canvas.setAccessibleText("Picture: " + heading);
        foot.getChildren().setAll(below.map(List::<Node>of).orElse(List.of()));
        pseudoClassStateChanged(WRONG, wrong);
    }

    /** @param missing whether a picture that should be seen cannot be */
    void failed(boolean missing) {
        failure.setVisible(missing);
    }

    void show(Optional<Image> picture) {
        canvas.show(picture);
    }
}
