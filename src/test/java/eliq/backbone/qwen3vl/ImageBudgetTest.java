package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same model with another image token budget. */
class ImageBudgetTest {
    private static final Path MODEL = Fixtures.model("tiny-a-fp32-tied");

    @TempDir Path folder;

    private static ImageBudget budget(int least, int most) {
        return new ImageBudget(OptionalInt.of(least), OptionalInt.of(most));
    }

    /** The golden patches are the reference processor's under these limits. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "mid", "wide"})
    void imagesArePreparedAsTheReferenceDoesUnderTheseLimits(String image) throws Exception {
        Path out = folder.resolve("capped");
        budget(16_384, 40_960).apply(MODEL, out);

        PreparedImage prepared =
                new ImagePreparation(PreprocessorConfig.read(out)).prepare(Fixtures.picture(image));

        assertArrayEquals(
                Fixtures.bytes("preprocess/capped.safetensors", image + ".pixel_values_u8"),
                prepared.patches());
    }

    @Test
    void theModelIsLinkedAndIsAnotherByItsIdentity() throws Exception {
        Path out = folder.resolve("capped");
        assertEquals(
                new PreprocessorConfig(16_384, 40_960, 16, 2, 2),
                budget(16_384, 40_960).apply(MODEL, out));

        assertTrue(
                Files.isSameFile(
                        MODEL.resolve("model.safetensors"), out.resolve("model.safetensors")));
        assertNotEquals(
                Qwen3Vl.identity(MODEL, Optional.empty()).weights(),
                Qwen3Vl.identity(out, Optional.empty()).weights());
        try (Qwen3Vl model = Qwen3Vl.open(out)) {
            PreparedImage image = model.prepare(Fixtures.picture("mid"));
            assertTrue(image.rows() * image.columns() * 256 <= 40_960);
            assertEquals(
                    1,
                    model.read(List.of(new ImageQuestions(image, List.of("Is it sharp?"))))
                            .getFirst()
                            .size());
        }
    }

    @Test
    void oneLimitStaysWhereTheOtherIsGiven() throws Exception {
        PreprocessorConfig now =
                new ImageBudget(OptionalInt.empty(), OptionalInt.of(100_000))
                        .apply(MODEL, folder.resolve("less"));
        assertEquals(65_536, now.minPixels());
        assertEquals(100_000, now.maxPixels());
    }

    @Test
    void whatIsNoBudgetIsRefusedAndNothingIsMade() {
        Path out = folder.resolve("none");
        BackboneException crossed =
                assertThrows(BackboneException.class, () -> budget(5_000, 4_000).apply(MODEL, out));
        assertTrue(crossed.getMessage().contains("5000 to 4000 pixels is no budget"));
        assertThrows(BackboneException.class, () -> budget(1, 1023).apply(MODEL, out));
        assertFalse(Files.exists(out));
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() {
        BackboneException there =
                assertThrows(BackboneException.class, () -> budget(1, 4_000).apply(MODEL, folder));
        assertEquals(folder + ": is there already; name a new folder", there.getMessage());
    }
}
