package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.Numerics;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Part;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingExample.Sighting;
import eliq.backbone.TrainingMode;
import eliq.tensor.NumberType;
import eliq.tensor.Safetensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What image tokens are said to show, and answers that are asked for in part. */
class SightingsTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final TrainingMode FULL = new TrainingMode.FullParameter(true);
    private static final Question QUESTION = new Question("Sharp: low or high?", "high", 1);

    @Test
    void theLossIsThatOfTheWordAmongTheBatchsWordsByWhatSetsTheReferencesVisionOutputApart()
            throws Exception {
        List<Sighting> seen =
                List.of(
                        new Sighting(1, "low", 1),
                        new Sighting(2, "high", 1),
                        new Sighting(3, "high", 1));
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1);
                Safetensors golden = Goldens.numbers(A, "goldens.safetensors");
                Safetensors weights =
                        Safetensors.open(Goldens.model(A).resolve("model.safetensors"))) {
            double[] losses =
                    training.accumulate(List.of(example(seen.toArray(Sighting[]::new))), 1)
                            .getFirst();

            String head = "model.language_model.embed_tokens.weight";
            int width = (int) weights.shape(head)[1];
            double[][] rows = apart(golden.floats("small.vision_merged"), width);
            float[] words = weights.floats(head);
            assertEquals(4, losses.length, "one question and three sightings");
            for (int i = 0; i < 3; i++) {
                double low = Math.log(1 / 3.0) + logit(rows[i], words, token("low"));
                double high = Math.log(2 / 3.0) + logit(rows[i], words, token("high"));
                double hit = i == 0 ? low : high;
                double expected = Math.log(Math.exp(low) + Math.exp(high)) - hit;
                assertEquals(expected, losses[1 + i], 1e-4);
            }
        }
    }

    /** Tokens 1 to 3 without their mean, each of root mean square 1. */
    private static double[][] apart(float[] image, int width) {
        double[][] rows = new double[3][width];
        for (int i = 0; i < width; i++) {
            double mean = 0;
            for (int row = 0; row < 3; row++) {
                mean += image[(row + 1) * width + i] / 3.0;
            }
            for (int row = 0; row < 3; row++) {
                rows[row][i] = image[(row + 1) * width + i] - mean;
            }
        }
        for (double[] row : rows) {
            double squares = Arrays.stream(row).map(x -> x * x).sum();
            double norm = Math.sqrt(squares / width + 1e-6);
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

    private static TrainingExample example(Sighting... sightings) throws Exception {
        return new TrainingExample(
                Goldens.image(A, "small"), List.of(QUESTION), List.of(sightings));
    }

    @Test
    void sightingsTeachTheVisionTower() throws Exception {
        Sighting high = new Sighting(2, "high", 1);
        Sighting low = new Sighting(0, "low", 1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            double before = training.accumulate(List.of(example(high, low)), 1).getFirst()[1];
            training.step(new AdamW(1e-3, 0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY));
            double after = training.accumulate(List.of(example(high, low)), 1).getFirst()[1];

            assertTrue(after < before, before + " -> " + after);
        }
    }

    @Test
    void overABaseInSixteenBitsTheirGradientsAreThoseOverTheSameOneInFloat32() throws Exception {
        String model = "tiny-b-bf16-untied";
        String name = "base_model.model.model.language_model.layers.0.mlp.up_proj.lora_B.weight";
        TrainingExample example =
                new TrainingExample(
                        Goldens.image(model, "small"),
                        List.of(QUESTION),
                        List.of(new Sighting(0, "low", 1), new Sighting(2, "high", 1)));
        TrainingMode lora = new TrainingMode.Lora(2, 4, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
        List<float[]> gradients = new ArrayList<>();
        for (Numerics numerics :
                List.of(Numerics.FLOAT32, new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32))) {
            try (Qwen3VlTraining training =
                    Qwen3VlTraining.open(
                            Goldens.model(model), Optional.empty(), lora, 1, numerics, false)) {
                training.accumulate(List.of(example), 1);
                gradients.add(training.gradient(name).orElseThrow());
            }
        }
        Goldens.assertClose(name, gradients.getFirst(), gradients.getLast(), 1e-4);
    }

    @Test
    void aTokenThatTheImageDoesNotHaveIsRefused() throws Exception {
        Sighting beyond = new Sighting(100_000, "high", 1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            BackboneException refused =
                    assertThrows(
                            BackboneException.class,
                            () -> training.accumulate(List.of(example(beyond)), 1));

            assertTrue(refused.getMessage().contains("image token 100000"), refused.getMessage());
        }
    }

    @Test
    void onlyTheAskedPartsOfAnAnswerCount() throws Exception {
        Question whole = new Question("Check.", "a low house, high up", 1);
        Question parted =
                new Question(
                        "Check.",
                        List.of(
                                new Part("a low house,", true),
                                new Part(" high", false),
                                new Part(" up", true)),
                        1);
        Question middle =
                new Question(
                        "Check.",
                        List.of(
                                new Part("a low house,", false),
                                new Part(" high", true),
                                new Part(" up", false)),
                        1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1);
                Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(Goldens.model(A))) {
            double all = loss(training, whole);
            double outer = loss(training, parted);
            double inner = loss(training, middle);

            int innerTokens = tokenizer.encode(" high").length;
            int tokens = tokenizer.encode("a low house, high up").length;
            assertEquals(all * tokens, outer * (tokens - innerTokens) + inner * innerTokens, 1e-3);
            assertEquals("a low house, high up", middle.target());
        }
    }

    private static double loss(Qwen3VlTraining training, Question question) throws Exception {
        TrainingExample example = new TrainingExample(Goldens.image(A, "small"), List.of(question));
        return training.accumulate(List.of(example), 1).getFirst()[0];
    }
}
