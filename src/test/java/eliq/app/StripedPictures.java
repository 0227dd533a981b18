package eliq.app;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small pictures that differ, each with a prompt in its file. */
final class StripedPictures {
    private StripedPictures() {}

    /** @return the folder */
    static Path write(Path folder, int from, int to) throws IOException {
        Files.createDirectories(folder);
        for (int i = from; i < to; i++) {
            Files.write(
                    folder.resolve("picture-%03d.png".formatted(i)),
                    ImageEncoding.png(striped(i), Map.of("parameters", "stripes number " + i)));
        }
        return folder;
    }

    private static Pixels striped(int number) {
        byte[] rgb = new byte[3 * 128 * 96];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / (3 * (8 + number)) % 2 * 200 + number * 3);
        }
        return new Pixels(128, 96, rgb);
    }
}
