package eliq.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir private Path folder;

    /** Twice as wide as high, red to the right and green downwards. */
    private Path picture(int width) throws Exception {
        int height = width / 2;
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (i % width * 255 / width);
            rgb[3 * i + 1] = (byte) (i / width * 255 / height);
        }
        Path file = folder.resolve("picture.png");
        Files.write(file, ImageEncoding.png(new Pixels(width, height, rgb)));
        return file;
    }

    @Test
    void whatIsReadBackIsWhatTheDecoderOfStrangeFilesReads() throws Exception {
        Path file = picture(300);
        Thumbnails thumbnails = new Thumbnails(folder.resolve("kept"), 100);
        ContentHash content = ContentHash.of(Files.readAllBytes(file));
        thumbnails.of(file);

        Pixels back = thumbnails.of(content, file);

        Pixels careful = ImageDecoder.decode(thumbnails.fileFor(content)).pixels();
        assertEquals(100, back.width());
        assertEquals(50, back.height());
        assertArrayEquals(careful.rgb(), back.rgb());
    }

    @Test
    void aKeptThumbnailIsShownThoughTheFileIsGone() throws Exception {
        Path file = picture(300);
        Thumbnails thumbnails = new Thumbnails(folder.resolve("kept"), 100);
        ContentHash content = ContentHash.of(Files.readAllBytes(file));
        thumbnails.of(file);
        Files.delete(file);

        assertEquals(100, thumbnails.of(content, file).width());
    }

    @Test
    void aThumbnailThatIsCutOffIsMadeAnew() throws Exception {
        Path file = picture(300);
        Thumbnails thumbnails = new Thumbnails(folder.resolve("kept"), 100);
        ContentHash content = ContentHash.of(Files.readAllBytes(file));
        thumbnails.of(file);
        Path kept = thumbnails.fileFor(content);
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, Arrays.copyOf(whole, whole.length / 2));

        assertEquals(100, thumbnails.of(content, file).width());
        assertTrue(Arrays.equals(whole, Files.readAllBytes(kept)), "the file is whole again");
    }
}
