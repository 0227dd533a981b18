package eliq.app.score;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** A dropped image, small. */
final class ThumbnailCell extends TableCell<ScoreRow, ScoreRow> {
    static final int SIDE = 56;

    private final PictureLoader<Path> thumbnails;
    private final ImageView view = new ImageView();
    private PictureLoader.Request request = new PictureLoader.Request();

    ThumbnailCell(PictureLoader<Path> thumbnails) {
        this.thumbnails = thumbnails;
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
    }

    @Override
    protected void updateItem(ScoreRow row, boolean empty) {
        super.updateItem(row, empty);
        request.cancel();
        setGraphic(empty ? null : view);
        if (empty || row == null) {
            return;
        }
        Optional<Image> cached = thumbnails.cached(row.path());
        view.setImage(cached.orElse(null));
        if (cached.isEmpty()) {
            request = thumbnails.load(row.path(), loaded -> loaded.ifPresent(view::setImage));
        }
    }
}
