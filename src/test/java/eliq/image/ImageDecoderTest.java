package eliq.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected pixels are Pillow's (see make.py beside the files), or follow from the numbers that the test wrote. The WebP reader does
 * not interpolate between chroma samples as libwebp does, hence the wider tolerance there.
 */
class ImageDecoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"lossless.webp", "lzw.tif", "24-bit.bmp"})
    void aLosslessFileGivesExactlyItsPixels(String file) throws ImageException {
        assertPixels(TestFiles.pixels("scene.png"), TestFiles.pixels(file), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "cmyk.jpg, 1",
        "grey.jpg, 1",
        "progressive.jpg, 1",
        "lossy.webp, 16",
        "palette.gif, 0"
    })
    void aLossyFileGivesThePixelsOfPillow(String file, int tolerance) throws ImageException {
        assertPixels(TestFiles.pixels(file + ".expected.png"), TestFiles.pixels(file), tolerance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.png", "alpha.webp", "alpha.tif"})
    void transparencyIsLaidOntoWhite(String file) throws ImageException {
        DecodedImage decoded = ImageDecoder.decode(TestFiles.bytes(file), file);
        assertTrue(decoded.facts().hadAlpha());
        assertPixels(TestFiles.pixels("alpha.expected.png"), decoded.pixels(), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned.png", "turned.webp", "turned.tif"})
    void orientation6IsTurnedAQuarterClockwise(String file) throws ImageException {
        Pixels scene = TestFiles.pixels("scene.png");
        DecodedImage decoded = ImageDecoder.decode(TestFiles.bytes(file), file);
        assertEquals(6, decoded.facts().orientation());
        assertEquals(45, decoded.facts().storedWidth());
        assertEquals(30, decoded.pixels().width());
        assertEquals(45, decoded.pixels().height());
        for (int x = 0; x < 30; x++) {
            for (int y = 0; y < 45; y++) {
                assertEquals(scene.at(y, 29 - x, 1), decoded.pixels().at(x, y, 1));
            }
        }
    }

    /** The stored picture is "abc / def"; each orientation says how to see it upright (EXIF 2.3, 4.6.4 A). */
    @ParameterizedTest
    @CsvSource({
        "1, abc/def",
        "2, cba/fed",
        "3, fed/cba",
        "4, def/abc",
        "5, ad/be/cf",
        "6, da/eb/fc",
        "7, fc/eb/da",
        "8, cf/be/ad"
    })
    void everyExifOrientationStandsUprightInJpeg(int orientation, String expected)
            throws ImageException {
        // One letter is a block of 16 x 16 pixels, which JPEG keeps apart.
        byte[] rgb = new byte[3 * 48 * 32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 48; x++) {
                int letter = y / 16 * 3 + x / 16;
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (y * 48 + x) + c] = (byte) (letter * 40 + 20);
                }
            }
        }
        byte[] jpeg = ImageEncoding.jpeg(new Pixels(48, 32, rgb), 0.95f);
        Pixels upright =
                ImageDecoder.decode(TestFiles.withExifOrientation(jpeg, orientation), "a.jpg")
                        .pixels();
        String[] rows = expected.split("/");
        assertEquals(16 * rows.length, upright.height());
        assertEquals(16 * rows[0].length(), upright.width());
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                int value = upright.at(16 * column + 8, 16 * row + 8, 0);
                assertEquals(
                        rows[row].charAt(column), (char) ('a' + Math.round((value - 20) / 40.0)));
            }
        }
    }

    @Test
    void aGreyLevelStaysTheSameLevel() throws Exception {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            grey.getRaster().setSample(x, 0, 0, x);
        }
        Pixels decoded = ImageDecoder.decode(TestFiles.png(grey), "grey.png").pixels();
        for (int x = 0; x < 256; x++) {
            assertEquals(x, decoded.at(x, 0, 0));
            assertEquals(x, decoded.at(x, 0, 2));
        }
    }

    @Test
    void sixteenBitSamplesAreRoundedToEight() throws Exception {
        BufferedImage grey = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
        int[] samples = {0, 32768, 65535, 300};
        for (int x = 0; x < 4; x++) {
            grey.getRaster().setSample(x, 0, 0, samples[x]);
        }
        DecodedImage decoded = ImageDecoder.decode(TestFiles.png(grey), "deep.png");
        assertEquals(16, decoded.facts().bitsPerChannel());
        assertEquals(0, decoded.pixels().at(0, 0, 0));
        assertEquals(128, decoded.pixels().at(1, 0, 0));
        assertEquals(255, decoded.pixels().at(2, 0, 0));
        assertEquals(1, decoded.pixels().at(3, 0, 0));
    }

    @Test
    void sixteenBitRgbWithAlphaIsReadToo() throws Exception {
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        BufferedImage.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 4, new Point());
        raster.setPixel(0, 0, new int[] {65535, 0, 25700, 32768});
        Pixels decoded =
                ImageDecoder.decode(
                                TestFiles.png(new BufferedImage(model, raster, false, null)),
                                "deep.png")
                        .pixels();
        // Half of (255, 0, 100) over white: alpha 128 of 255.
        assertArrayEquals(new byte[] {(byte) 255, 127, (byte) 177}, decoded.rgb());
    }

    /** Linear light 0.2157 is sRGB 128 of 255 (IEC 61966-2-1), which the profile must turn 55 of 255 into. */
    @Test
    void aColourProfileIsConvertedToSrgb() throws ImageException {
        byte[] profile =
                ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB))
                        .getProfile()
                        .getData();
        byte[] flat = new byte[3 * 16 * 16];
        Arrays.fill(flat, (byte) 55);
        Pixels pixels = new Pixels(16, 16, flat);
        byte[] png = TestFiles.withPngProfile(ImageEncoding.png(pixels), profile);
        byte[] jpeg = TestFiles.withJpegProfile(ImageEncoding.jpeg(pixels, 1f), profile);
        for (byte[] file : new byte[][] {png, jpeg}) {
            DecodedImage decoded = ImageDecoder.decode(file, "linear");
            assertEquals(128, decoded.pixels().at(8, 8, 0), 1);
            assertTrue(decoded.facts().colourProfile().isPresent());
        }
    }

    @Test
    void aDamagedProfileIsNotedAndTheColoursAreTakenAsTheyAre() throws ImageException {
        Pixels pixels = TestPictures.scene(16, 16, 2);
        DecodedImage decoded =
                ImageDecoder.decode(
                        TestFiles.withPngProfile(ImageEncoding.png(pixels), new byte[200]), "a");
        assertPixels(pixels, decoded.pixels(), 0);
        assertEquals(1, decoded.facts().notes().size());
    }

    @Test
    void theNameOfTheFileDoesNotDecideItsFormat() throws ImageException {
        byte[] jpeg = ImageEncoding.jpeg(TestPictures.scene(20, 20, 1), 0.9f);
        DecodedImage decoded = ImageDecoder.decode(jpeg, "picture.png");
        assertEquals(ImageFormat.JPEG, decoded.facts().format());
        assertEquals(Optional.empty(), decoded.facts().colourProfile());
        assertEquals(ContentHash.of(jpeg), decoded.hash());
    }

    @Test
    void everyKodakPhotographIsDecoded() throws Exception {
        for (var file : ImageFiles.expand(List.of(TestFiles.shared("kodak24"))).images()) {
            Pixels pixels = ImageDecoder.decode(file).pixels();
            assertEquals(768 * 512, pixels.width() * pixels.height(), file.toString());
        }
    }

    private static void assertPixels(Pixels expected, Pixels actual, int tolerance) {
        assertEquals(expected.width(), actual.width());
        assertEquals(expected.height(), actual.height());
        int difference = TestPictures.largestDifference(expected, actual);
        assertTrue(difference <= tolerance, "differs by up to " + difference + " levels");
    }
}
