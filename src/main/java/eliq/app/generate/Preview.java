package eliq.app.generate;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** A picture that has just arrived. */
final class Preview extends StackPane {
    private static final double SIDE = 168;

    Preview(Path file, PictureLoader<Path> thumbnails) {
        getStyleClass().add("tile");
        ImageView picture = new ImageView();
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        picture.setPreserveRatio(true);
        picture.setAccessibleText("Picture " + file.getFileName());
        setPrefSize(SIDE + 12, SIDE + 12);
        getChildren().add(picture);
        thumbnails
                .cached(file)
                .ifPresentOrElse(
                        picture::setImage,
                        () -> thumbnails.load(file, image -> image.ifPresent(picture::setImage)));
    }
}
