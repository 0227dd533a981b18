package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eliq.backbone.ImageQuestions;
import eliq.backbone.Reading;
import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.backbone.qwen3vl.Qwen3VlTokenizer;
import eliq.catalog.Aspect;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import eliq.pairs.degrade.Degradation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shipped model's card promises, on a few scenes that it never saw. */
class ShippedModelTest {

    private static final Path MODEL = Path.of("models/eliq-nano");
    private static final int SCENES = 8;

    @BeforeEach
    void modelIsThere() {
        assumeTrue(
                Files.exists(MODEL.resolve("model.safetensors")),
                MODEL + " has no weights in this checkout");
    }

    @Test
    void theWeightsAreSmallAndTheCardIsThere() throws Exception {
        assertTrue(Files.size(MODEL.resolve("model.safetensors")) <= 20_000_000);
        assertTrue(Files.readString(MODEL.resolve("README.md")).contains("## Limits"));
        try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(MODEL)) {
            tokenizer.single("low");
            tokenizer.single("high");
        }
    }

    @Test
    void aHeavilyDegradedSceneIsJudgedLowerThanTheSoundOne() throws Exception {
        NanoPrompts prompts = NanoPrompts.shipped();
        NanoPictures pictures = new NanoPictures(new Painter());
        try (Qwen3Vl model = Qwen3Vl.open(MODEL)) {
            for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
                int lower = 0;
                for (int i = 0; i < SCENES; i++) {
                    Pixels sound = pictures.sound(prompts.validation(1_000 + i));
                    Degradation degradation =
                            aspect == Aspect.TECHNICAL
                                    ? Degradation.technical(0.8, i)
                                    : Degradation.aesthetic(sound, 0.8, i);
                    double before = high(model, sound, aspect);
                    double after = high(model, degradation.apply(sound), aspect);
                    lower += after < before ? 1 : 0;
                }
                assertTrue(lower >= SCENES - 1, aspect + ": " + lower + " of " + SCENES);
            }
        }
    }

    private static double high(Qwen3Vl model, Pixels picture, Aspect aspect) throws Exception {
        String text = NanoQuestions.text(aspect, Optional.empty());
        List<List<Reading>> read =
                model.read(List.of(new ImageQuestions(model.prepare(picture), List.of(text))));
        return read.getFirst().getFirst().highOfPair();
    }
}
