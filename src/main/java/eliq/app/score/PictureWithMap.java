package eliq.app.score;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A picture as wide as its room, or smaller where that would be high, and over it the regions that moved its score. */
final class PictureWithMap extends Pane {
    // The word and the picture.
    private static final int BEFORE_CELLS = 2;
    private static final double WITHOUT_PICTURE = 120;
    private static final double LEAST_HEIGHT = 260;
    private static final double HEIGHT_OF_WIDTH = 0.75;

    private final PictureLoader<Path> pictures;
    private final ImageView view = new ImageView();
    private final Label unreadable = new Label("Cannot be shown");
    private PictureLoader.Request request = new PictureLoader.Request();
    private Optional<Explanation> explanation = Optional.empty();

    PictureWithMap(PictureLoader<Path> pictures) {
        this.pictures = pictures;
        setMinHeight(WITHOUT_PICTURE);
        setMaxHeight(USE_PREF_SIZE);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        unreadable.getStyleClass().add("absent");
        unreadable.setVisible(false);
        unreadable.setManaged(false);
        getChildren().setAll(unreadable, view);
    }

    void show(Path file) {
        request.cancel();
        view.setImage(null);
        unreadable.setVisible(false);
        explain(Optional.empty(), Measure.VISUAL);
        request =
                pictures.load(
                        file,
                        loaded -> {
                            loaded.ifPresent(view::setImage);
                            unreadable.setVisible(loaded.isEmpty());
                            requestLayout();
                        });
    }

    void explain(Optional<Explanation> found, Measure by) {
        explanation = found;
        getChildren().setAll(unreadable, view);
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

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        // Words need no room for a picture: why there is none stands below them.
        return unreadable.isVisible()
                ? WITHOUT_PICTURE
                : Math.max(LEAST_HEIGHT, HEIGHT_OF_WIDTH * width);
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null) {
            unreadable.autosize();
            unreadable.relocate(
                    (getWidth() - unreadable.getWidth()) / 2,
                    (getHeight() - unreadable.getHeight()) / 2);
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
                    for (int i = 0; i < getChildren().size() - BEFORE_CELLS; i++) {
                        int column = i % map.columns();
                        int row = i / map.columns();
                        getChildren()
                                .get(BEFORE_CELLS + i)
                                .resizeRelocate(
                                        left + width * column / map.columns(),
                                        top + height * row / map.rows(),
                                        width / map.columns(),
                                        height / map.rows());
                    }
                });
    }
}
