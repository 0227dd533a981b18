package eliq.app.score;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A picture in a given room, and over it the regions that moved its score. */
final class PictureWithMap extends Pane {
    private final PictureLoader<Path> pictures;
    private final ImageView view = new ImageView();
    private PictureLoader.Request request = new PictureLoader.Request();
    private Optional<Explanation> explanation = Optional.empty();
    private Measure measure = Measure.VISUAL;

    PictureWithMap(PictureLoader<Path> pictures, double height) {
        this.pictures = pictures;
        setMinHeight(120);
        setPrefHeight(height);
        setMaxHeight(height);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
    }

    void show(Path file) {
        request.cancel();
        view.setImage(null);
        explain(Optional.empty(), Measure.VISUAL);
        request =
                pictures.load(
                        file,
                        loaded -> {
                            loaded.ifPresent(view::setImage);
                            requestLayout();
                        });
    }

    void explain(Optional<Explanation> found, Measure by) {
        explanation = found;
        measure = by;
        getChildren().setAll(view);
        found.ifPresent(
                map -> {
                    for (double share : map.shares(by)) {
                        Region cell = new Region();
                        cell.setManaged(false);
                        cell.setMouseTransparent(true);
                        cell.getStyleClass().addAll("region", share < 0 ? "lowers" : "raises");
                        cell.setOpacity(0.75 * Math.abs(share));
                        getChildren().add(cell);
                    }
                });
        requestLayout();
    }

    Measure measure() {
        return measure;
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null) {
            return;
        }
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        double width = view.getLayoutBounds().getWidth();
        double height = view.getLayoutBounds().getHeight();
        double left = (getWidth() - width) / 2;
        double top = (getHeight() - height) / 2;
        view.relocate(left, top);
        explanation.ifPresent(
                map -> {
                    for (int i = 1; i < getChildren().size(); i++) {
                        int column = (i - 1) % map.columns();
                        int row = (i - 1) / map.columns();
                        getChildren()
                                .get(i)
                                .resizeRelocate(
                                        left + width * column / map.columns(),
                                        top + height * row / map.rows(),
                                        width / map.columns(),
                                        height / map.rows());
                    }
                });
    }
}
