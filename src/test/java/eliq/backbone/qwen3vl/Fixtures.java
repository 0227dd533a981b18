package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The reference implementation's golden files, read by means independent of the code under test. */
final class Fixtures {

    static final Path ROOT = Path.of("src/test/resources/qwen3vl");
    static final List<String> MODELS =
            List.of("tiny-a-fp32-tied", "tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied");

    private Fixtures() {}

    static Path model(String name) {
        return ROOT.resolve(name).resolve("model");
    }

    static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(ROOT.resolve(file).toFile());
    }

    static Pixels picture(String name) throws IOException {
        BufferedImage image = ImageIO.read(ROOT.resolve("images/" + name + ".png").toFile());
        return Pixels.of(image);
    }

    /** The raw bytes of a tensor, little endian. */
    static ByteBuffer tensor(String file, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(ROOT.resolve(file));
        int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode offsets =
                new ObjectMapper().readTree(bytes, 8, header).get(name).get("data_offsets");
        return ByteBuffer.wrap(
                        Arrays.copyOfRange(
                                bytes,
                                8 + header + offsets.get(0).asInt(),
                                8 + header + offsets.get(1).asInt()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(String file, String name) throws IOException {
        return tensor(file, name).array();
    }

    static long[] longs(String file, String name) throws IOException {
        java.nio.LongBuffer buffer = tensor(file, name).asLongBuffer();
        long[] values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
