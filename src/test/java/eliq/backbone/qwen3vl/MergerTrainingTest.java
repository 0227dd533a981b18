package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.qwen3vl.MergerTraining.Loss;
import eliq.backbone.qwen3vl.MergerTraining.Rows;
import eliq.backbone.qwen3vl.MergerTraining.Words;
import eliq.tensor.Safetensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names for image tokens, taught to the merger alone. */
class MergerTrainingTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final int TOKENS = 3;
    private static final Words WORDS =
            new Words(
                    List.of("low", "high"),
                    new float[] {(float) Math.log(0.25), (float) Math.log(0.75)});

    @TempDir Path directory;

    @Test
    void theLossIsThatOfTheNamesByWhatSetsTheReferencesVisionOutputApart() throws Exception {
        try (MergerTraining training = MergerTraining.open(Goldens.model(A));
                Safetensors golden = Goldens.numbers(A, "goldens.safetensors");
                Safetensors weights =
                        Safetensors.open(Goldens.model(A).resolve("model.safetensors"))) {
            Loss loss = training.step(rows(training, 0), WORDS, 1, settings(1e-9));

            String head = "model.language_model.embed_tokens.weight";
            int width = (int) weights.shape(head)[1];
            double[][] apart = apart(golden.floats("small.vision_merged"), width);
            double expected = 0;
            for (int row = 0; row < 2; row++) {
                double low = Math.log(0.25) + logit(apart[row], weights.floats(head), token("low"));
                double high =
                        Math.log(0.75) + logit(apart[row], weights.floats(head), token("high"));
                double all = Math.log(Math.exp(low) + Math.exp(high));
                // The first token is high, the second half low and half high, the third has no
                // name.
                expected += (row == 0 ? all - high : all - (low + high) / 2) / 2;
            }
            assertEquals(expected, loss.name(), 1e-4);
            assertEquals(0, loss.drift(), 1e-9, "nothing has moved yet");
        }
    }

    @Test
    void namesAreLearnedAndNothingButTheMergerMoves() throws Exception {
        Path model = directory.resolve("named");
        double first;
        Loss last = new Loss(0, 0);
        try (MergerTraining training = MergerTraining.open(Goldens.model(A))) {
            first = training.step(rows(training, 0), WORDS, 0, settings(1e-2)).name();
            for (int i = 0; i < 30; i++) {
                last = training.step(rows(training, 0), WORDS, 0, settings(1e-2));
            }
            training.saveModel(model);
        }

        assertTrue(last.name() < first - 0.1, first + " -> " + last.name());
        try (Safetensors before = Safetensors.open(Goldens.model(A).resolve("model.safetensors"));
                Safetensors after = Safetensors.open(model.resolve("model.safetensors"))) {
            for (String name : before.names()) {
                boolean merger = name.startsWith("model.visual.merger.linear");
                float[] was = before.floats(name);
                float[] is = after.floats(name);
                if (merger) {
                    assertFalse(Arrays.equals(was, is), name);
                } else {
                    // The file has bfloat16: seven bits after the first.
                    for (int i = 0; i < was.length; i++) {
                        assertEquals(was[i], is[i], Math.abs(was[i]) / 128, name);
                    }
                }
            }
        }
    }

    @Test
    void whatMustStayMovesLess() throws Exception {
        assertTrue(drift(50) < drift(0) / 2);
    }

    private double drift(double staying) throws Exception {
        try (MergerTraining training = MergerTraining.open(Goldens.model(A))) {
            Loss last = new Loss(0, 0);
            for (int i = 0; i < 20; i++) {
                last = training.step(rows(training, 1), WORDS, staying, settings(1e-2));
            }
            return last.drift();
        }
    }

    @Test
    void rowsThatDoNotFitAreRefusedBeforeTheyReachNativeCode() throws Exception {
        try (MergerTraining training = MergerTraining.open(Goldens.model(A))) {
            Rows short_ = new Rows(new float[3], new float[2], new float[1]);

            assertThrows(
                    BackboneException.class, () -> training.step(short_, WORDS, 1, settings(1e-3)));
        }
    }

    @Test
    void aPicturesStatesAreAlwaysTheSame() throws Exception {
        try (MergerTraining training = MergerTraining.open(Goldens.model(A))) {
            assertArrayEquals(
                    training.states(List.of(Goldens.image(A, "small"))).getFirst(),
                    training.states(List.of(Goldens.image(A, "small"))).getFirst());
        }
    }

    /** The first tokens of a picture: high, half of each, nameless. */
    private static Rows rows(MergerTraining training, float stays) throws Exception {
        float[] all = training.states(List.of(Goldens.image(A, "small"))).getFirst();
        float[] states = Arrays.copyOf(all, TOKENS * training.width());
        float[] shares = {0, 1, 0.5f, 0.5f, 0, 0};
        return new Rows(states, shares, new float[] {stays, stays, stays});
    }

    private static AdamW settings(double rate) {
        return new AdamW(rate, 0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
    }

    /** Tokens without their mean, each of root mean square 1. */
    private static double[][] apart(float[] image, int width) {
        double[][] rows = new double[TOKENS][width];
        for (int i = 0; i < width; i++) {
            double mean = 0;
            for (int row = 0; row < TOKENS; row++) {
                mean += image[row * width + i] / (double) TOKENS;
            }
            for (int row = 0; row < TOKENS; row++) {
                rows[row][i] = image[row * width + i] - mean;
            }
        }
        for (double[] row : rows) {
            double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum() / width + 1e-6);
            for (int i = 0; i < width; i++) {
                row[i] /= norm;
            }
        }
        return rows;
    }

    private static double logit(double[] row, float[] words, int token) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += 3 * row[i] * words[token * row.length + i];
        }
        return sum;
    }

    private static int token(String word) throws Exception {
        try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(Goldens.model(A))) {
            return (int) tokenizer.encode(word)[0];
        }
    }
}
