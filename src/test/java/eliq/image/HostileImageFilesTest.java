package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad file is one sentence that names it; nothing else is thrown and nothing large is allocated. */
class HostileImageFilesTest {

    private static final String[] ALL = {
        "scene.png",
        "alpha.png",
        "cmyk.jpg",
        "grey.jpg",
        "progressive.jpg",
        "lossless.webp",
        "lossy.webp",
        "alpha.webp",
        "lzw.tif",
        "turned.tif",
        "24-bit.bmp",
        "palette.gif",
    };

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertSays("empty.png: the file is empty", new byte[0], "empty.png");
    }

    @Test
    void aTextFileNamedPngIsSaidToHoldText() {
        byte[] text = "a red fox in the snow\n".getBytes(StandardCharsets.UTF_8);
        assertSays("it holds text", text, "notes.png");
        assertSays(
                "it is an AVIF picture",
                "\0\0\0\u001cftypavif....".getBytes(StandardCharsets.ISO_8859_1),
                "a.png");
        assertSays(
                "git lfs pull",
                "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8),
                "a.png");
    }

    @Test
    void aFolderAndAMissingFileAreNamed(@TempDir Path folder) {
        ImageException dir = assertThrows(ImageException.class, () -> ImageDecoder.decode(folder));
        assertTrue(dir.getMessage().contains("is a folder"), dir.getMessage());
        Path missing = folder.resolve("no.png");
        ImageException none =
                assertThrows(ImageException.class, () -> ImageDecoder.decode(missing));
        assertTrue(none.getMessage().startsWith(missing + ": there is no such file"));
    }

    @Test
    void aFileLongerThanTheLimitIsNotRead(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("long.png"), new byte[3 << 20]);
        ImageException e =
                assertThrows(
                        ImageException.class,
                        () -> ImageDecoder.decode(file, new ImageLimits(1000, 2 << 20)));
        assertTrue(e.getMessage().contains("3 MiB, more than the limit of 2 MiB"), e.getMessage());
    }

    @Test
    void a20000By20000HeaderIsRefusedInEveryFormatBeforeAnythingIsAllocated() {
        byte[] png = TestFiles.bytes("scene.png");
        ByteBuffer.wrap(png).putInt(16, 20000).putInt(20, 20000);
        assertSays("damaged", png, "wrong-checksum.png");
        assertSays("claims 20000 x 20000 pixels", fixCrc(png), "huge.png");
        byte[] jpeg = TestFiles.bytes("grey.jpg");
        int frame = indexOf(jpeg, 0xFF, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 20000).putShort(frame + 7, (short) 20000);
        assertSays("claims 20000 x 20000 pixels", jpeg, "huge.jpg");
        byte[] gif = TestFiles.bytes("palette.gif");
        gif[6] = gif[8] = (byte) (20000 & 0xFF);
        gif[7] = gif[9] = (byte) (20000 >> 8);
        assertSays("claims 20000 x 20000 pixels", gif, "huge.gif");
        byte[] webp = TestFiles.bytes("lossy.webp");
        webp[26] = webp[28] = (byte) 0xFF;
        webp[27] = webp[29] = (byte) 0x3F;
        assertSays("claims 16383 x 16383 pixels", webp, "huge.webp");
        byte[] bmp = TestFiles.bytes("24-bit.bmp");
        bmp[18] = bmp[22] = (byte) (20000 & 0xFF);
        bmp[19] = bmp[23] = (byte) (20000 >> 8);
        assertSays("ends in the middle", bmp, "huge.bmp");
    }

    @Test
    void aPictureWithinTheLimitThatTheHeapCannotHoldIsRefused() {
        byte[] png = TestFiles.bytes("scene.png");
        ByteBuffer.wrap(png).putInt(16, 26000).putInt(20, 26000);
        ImageLimits wide = new ImageLimits(700_000_000, 1 << 20);
        ImageException e =
                assertThrows(
                        ImageException.class,
                        () -> ImageDecoder.decode(fixCrc(png), "big.png", wide));
        assertTrue(e.getMessage().contains("start Java with a larger -Xmx"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene.png",
                "cmyk.jpg",
                "progressive.jpg",
                "lossless.webp",
                "lossy.webp",
                "lzw.tif",
                "24-bit.bmp",
                "palette.gif"
            })
    void aFileCutOffAnywhereIsAnErrorThatNamesIt(String file) {
        byte[] whole = TestFiles.bytes(file);
        // What follows the pixels of a TIFF, and the end mark of a GIF, is not missed.
        int end = file.endsWith("gif") ? whole.length - 2 : whole.length - 1;
        for (int length = 0; length < end; length += 1 + length / 50) {
            byte[] part = Arrays.copyOf(whole, length);
            ImageException e =
                    assertThrows(
                            ImageException.class,
                            () -> ImageDecoder.decode(part, file),
                            file + " cut to " + length + " of " + whole.length);
            assertOneSentence(e, file);
        }
    }

    @Test
    void noDamageMakesAnythingElseThanAnImageException() {
        Random random = new Random(7);
        int refused = 0;
        for (String file : ALL) {
            byte[] whole = TestFiles.bytes(file);
            for (int round = 0; round < 60; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i <= round % 4; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    ImageDecoder.decode(damaged, file);
                    GenerationMetadata.read(damaged, file);
                } catch (ImageException e) {
                    assertOneSentence(e, file);
                    refused++;
                }
            }
        }
        assertTrue(refused > 100, "only " + refused + " damaged files were noticed");
    }

    @Test
    void aCompressionBombInATextChunkIsNotInflated() throws ImageException {
        byte[] text = new byte[40 << 20];
        Arrays.fill(text, (byte) 'a');
        byte[] chunk =
                TestFiles.concat(
                        "parameters\0\0".getBytes(StandardCharsets.US_ASCII),
                        TestFiles.deflate(text));
        byte[] png = TestFiles.withChunk(TestFiles.bytes("scene.png"), "zTXt", chunk);
        assertFalse(PngChunks.read(png).texts().containsKey("parameters"));
        assertEquals(45, ImageDecoder.decode(png, "bomb.png").pixels().width());
    }

    private static void assertSays(String part, byte[] file, String name) {
        ImageException e =
                assertThrows(ImageException.class, () -> ImageDecoder.decode(file, name));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertOneSentence(e, name);
    }

    private static void assertOneSentence(ImageException e, String name) {
        assertTrue(e.getMessage().startsWith(name + ": "), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    private static byte[] fixCrc(byte[] png) {
        byte[] fixed = png.clone();
        CRC32 crc = new CRC32();
        crc.update(fixed, 12, 17);
        ByteBuffer.wrap(fixed).putInt(29, (int) crc.getValue());
        return fixed;
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        int i = 0;
        while ((bytes[i] & 0xFF) != first || (bytes[i + 1] & 0xFF) != second) {
            i++;
        }
        return i;
    }
}
