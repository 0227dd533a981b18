package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.image.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to the reference processor's default path (torchvision), bit for bit. */
class ImagePreparationTest {

    @Test
    void sizesAreThoseOfTheReferenceInEveryCase() throws Exception {
        for (JsonNode c : Fixtures.json("smart_resize_cases.json")) {
            int height = c.get("height").asInt();
            int width = c.get("width").asInt();
            int factor = c.get("factor").asInt();
            long least = c.get("min_pixels").asLong();
            long most = c.get("max_pixels").asLong();
            if (c.has("out_height")) {
                assertEquals(
                        new SmartResize(c.get("out_height").asInt(), c.get("out_width").asInt()),
                        SmartResize.of(height, width, factor, least, most),
                        c::toString);
            } else {
                assertThrows(
                        BackboneException.class,
                        () -> SmartResize.of(height, width, factor, least, most),
                        c::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-a-fp32-tied, real, small",
        "tiny-a-fp32-tied, real, mid",
        "tiny-a-fp32-tied, real, wide",
        "tiny-b-bf16-untied, real, mid",
        "tiny-c-bf16-sharded-tied, capped, small",
        "tiny-c-bf16-sharded-tied, capped, mid",
        "tiny-c-bf16-sharded-tied, capped, wide"
    })
    void patchesEqualTheReferenceBitForBit(String model, String limits, String image)
            throws Exception {
        String file = "preprocess/" + limits + ".safetensors";
        ImagePreparation preparation =
                new ImagePreparation(PreprocessorConfig.read(Fixtures.model(model)));

        PreparedImage prepared = preparation.prepare(Fixtures.picture(image));

        long[] grid = Fixtures.longs(file, image + ".image_grid_thw");
        assertArrayEquals(grid, new long[] {1, prepared.rows(), prepared.columns()});
        assertArrayEquals(Fixtures.bytes(file, image + ".pixel_values_u8"), prepared.patches());
    }

    @Test
    void anImageOfTheRightSizeIsNotResampled() throws Exception {
        Pixels exact = Fixtures.picture("exact256");

        assertSame(exact, Resampling.resize(exact, 256, 256));
        byte[] planes = Fixtures.bytes("preprocess/real.safetensors", "exact256.resized_u8");
        assertEquals(planes[256 * 256 + 5] & 0xFF, exact.at(5, 0, 1));
    }

    @Test
    void aNarrowStripIsRefusedInPlainWords() throws Exception {
        ImagePreparation preparation =
                new ImagePreparation(new PreprocessorConfig(65_536, 16_777_216, 16, 2, 2));

        BackboneException refused =
                assertThrows(
                        BackboneException.class,
                        () -> preparation.prepare(new Pixels(201, 1, new byte[603])));

        assertEquals(
                "an image of 201 x 1 pixels is too narrow for the model:"
                        + " one side may be at most 200 times the other",
                refused.getMessage());
    }
}
