package eliq.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene shows to {@code target/snapshots}, to be looked at. JavaFX thread only. */
final class Snapshots {

    private Snapshots() {}

    static WritableImage write(Scene scene, String name) {
        return write(scene.snapshot(null), name);
    }

    static WritableImage write(WritableImage image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "snapshots"));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }
}
