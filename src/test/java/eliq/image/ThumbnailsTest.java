package eliq.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir private Path folder;
    private Path file;
    private ContentHash content;
    private Thumbnails thumbnails;

    /** Of a picture twice as wide as high, red to the right and green downwards. */
    @BeforeEach
    void keepAThumbnail() throws Exception {
        int width = 300;
        int height = width / 2;
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (i % width * 255 / width);
            rgb[3 * i + 1] = (byte) (i / width * 255 / height);
        }
        byte[] png = ImageEncoding.png(new Pixels(width, height, rgb));
        file = Files.write(folder.resolve("picture.png"), png);
        content = ContentHash.of(png);
        thumbnails = new Thumbnails(folder.resolve("kept"), 100);
        thumbnails.of(file);
    }

    @Test
    void whatIsReadBackIsWhatTheDecoderOfStrangeFilesReads() throws Exception {
        Pixels back = thumbnails.of(content, file);

        Pixels careful = ImageDecoder.decode(thumbnails.fileFor(content)).pixels();
        assertEquals(100, back.width());
        assertEquals(50, back.height());
        assertArrayEquals(careful.rgb(), back.rgb());
    }

    @Test
    void aKeptThumbnailIsShownThoughTheFileIsGone() throws Exception {
        Files.delete(file);

        assertEquals(100, thumbnails.of(content, file).width());
    }

    @Test
    void aThumbnailThatIsCutOffIsMadeAnew() throws Exception {
        Path kept = thumbnails.fileFor(content);
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, Arrays.copyOf(whole, whole.length / 2));

        assertEquals(100, thumbnails.of(content, file).width());
        assertArrayEquals(whole, Files.readAllBytes(kept), "the file is whole again");
    }
}
