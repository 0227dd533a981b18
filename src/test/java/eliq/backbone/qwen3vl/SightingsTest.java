package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Part;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingExample.Sighting;
import eliq.backbone.TrainingMode;
import eliq.tensor.Safetensors;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What image tokens are said to show, and answers that are asked for in part. */
class SightingsTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final TrainingMode FULL = new TrainingMode.FullParameter(true);
    private static final Question QUESTION = new Question("Sharp: low or high?", "high", 1);

    @Test
    void theLossIsThatOfTheWordUnderTheLanguageHeadAtTheReferencesVisionOutput() throws Exception {
        Sighting second = new Sighting(1, "low", 1);
        Sighting last = new Sighting(3, "high", 1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1);
                Safetensors golden = Goldens.numbers(A, "goldens.safetensors");
                Safetensors weights =
                        Safetensors.open(Goldens.model(A).resolve("model.safetensors"))) {
            double[] losses = training.accumulate(List.of(example(second, last)), 1).getFirst();

            String head = "model.language_model.embed_tokens.weight";
            int width = (int) weights.shape(head)[1];
            float[] image = golden.floats("small.vision_merged");
            float[] words = weights.floats(head);
            assertEquals(3, losses.length, "one question and two sightings");
            assertEquals(expected(image, 1, words, width, token("low")), losses[1], 1e-4);
            assertEquals(expected(image, 3, words, width, token("high")), losses[2], 1e-4);
        }
    }

    /** Root mean square norm, product with every word, softmax: in plain arithmetic. */
    private static double expected(float[] image, int row, float[] words, int width, int word) {
        double squares = 0;
        for (int i = 0; i < width; i++) {
            squares += image[row * width + i] * image[row * width + i];
        }
        double norm = Math.sqrt(squares / width + 1e-6);
        double sum = 0;
        double hit = 0;
        for (int token = 0; token < words.length / width; token++) {
            double logit = 0;
            for (int i = 0; i < width; i++) {
                logit += image[row * width + i] / norm * words[token * width + i];
            }
            sum += Math.exp(logit);
            hit = token == word ? logit : hit;
        }
        return Math.log(sum) - hit;
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
        Sighting sighting = new Sighting(2, "high", 1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            double before = training.accumulate(List.of(example(sighting)), 1).getFirst()[1];
            training.step(new AdamW(1e-3, 0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY));
            double after = training.accumulate(List.of(example(sighting)), 1).getFirst()[1];

            assertTrue(after < before, before + " -> " + after);
        }
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
