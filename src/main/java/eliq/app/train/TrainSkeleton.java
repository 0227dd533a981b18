package eliq.app.train;

import eliq.app.placeholder.SkeletonRows;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings, cost, curves and runs as they will stand, while all of it is read. */
final class TrainSkeleton extends HBox {

    TrainSkeleton() {
        SkeletonRows left = SkeletonRows.alike(12, 30);
        left.setMinWidth(350);
        SkeletonRows right = new SkeletonRows(60, 240, 150);
        // The curves have the room that is left, as they will.
        VBox.setVgrow(right.getChildren().get(1), Priority.ALWAYS);
        setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }
}
