package eliq.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageEncodingTest {

    @Test
    void aPngGivesBackExactlyThePixelsThatWentIn() throws ImageException {
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {640, 401}}) {
            Pixels original = TestPictures.scene(size[0], size[1], 5);
            DecodedImage decoded = ImageDecoder.decode(ImageEncoding.png(original), "a.png");
            assertEquals(size[0], decoded.pixels().width());
            assertArrayEquals(original.rgb(), decoded.pixels().rgb());
            assertEquals(ImageFormat.PNG, decoded.facts().format());
        }
    }

    @Test
    void aPngKeepsTheTextsGivenWithIt() throws ImageException {
        byte[] png =
                ImageEncoding.png(
                        TestPictures.scene(8, 8, 1),
                        Map.of("parameters", "a red fox\nSteps: 20", "Title", "Füchse und 狐"));
        assertEquals(
                Map.of("parameters", "a red fox\nSteps: 20", "Title", "Füchse und 狐"),
                PngChunks.read(png).texts());
        assertEquals(8, ImageDecoder.decode(png, "a.png").pixels().width());
    }

    @Test
    void aJpegIsCloserToTheOriginalTheHigherItsQuality() throws ImageException {
        Pixels original = TestPictures.scene(160, 120, 3);
        double last = 0;
        int lastSize = 0;
        for (float quality : new float[] {0.05f, 0.3f, 0.9f}) {
            byte[] jpeg = ImageEncoding.jpeg(original, quality);
            double psnr = TestPictures.psnr(original, ImageDecoder.decode(jpeg, "a.jpg").pixels());
            assertTrue(psnr > last, quality + ": " + psnr + " dB is not above " + last);
            assertTrue(jpeg.length > lastSize);
            last = psnr;
            lastSize = jpeg.length;
        }
        assertTrue(last > 25, "quality 0.9 gives only " + last + " dB");
    }

    @Test
    void theSamePixelsGiveTheSameBytes() {
        Pixels original = TestPictures.scene(64, 64, 3);
        assertArrayEquals(ImageEncoding.jpeg(original, 0.7f), ImageEncoding.jpeg(original, 0.7f));
        assertArrayEquals(ImageEncoding.png(original), ImageEncoding.png(original));
    }

    @Test
    void aQualityOutsideZeroToOneIsRefused() {
        Pixels pixels = TestPictures.scene(4, 4, 1);
        assertThrows(IllegalArgumentException.class, () -> ImageEncoding.jpeg(pixels, 75));
        assertThrows(IllegalArgumentException.class, () -> ImageEncoding.jpeg(pixels, Float.NaN));
    }
}
