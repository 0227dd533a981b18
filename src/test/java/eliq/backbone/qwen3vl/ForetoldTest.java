package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.backbone.Quote;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Foretold;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingExample.Sighting;
import eliq.backbone.TrainingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words of a question's own text that are to be predicted from the image and what stands before. */
class ForetoldTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final TrainingMode FULL = new TrainingMode.FullParameter(true);
    private static final String WORDS = "a low house, high up";
    private static final String UP_TO_THEM = "Check." + PromptRendering.AFTER_TEXT;

    /** Its own text is here what another question's text, turn and answer are together. */
    private static Question foretelling(double answer, double words) {
        return new Question(
                UP_TO_THEM + WORDS,
                List.of(new TrainingExample.Part("high", true)),
                answer,
                Optional.of(
                        new Foretold(
                                new Quote(
                                        UP_TO_THEM.length(), UP_TO_THEM.length() + WORDS.length()),
                                words)));
    }

    @Test
    void foretoldWordsCostWhatTheyCostAsAnAnswer() throws Exception {
        Question answering = new Question("Check.", WORDS, 1);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            double[] foretold = losses(training, List.of(foretelling(1, 1)), List.of());
            double[] answered = losses(training, List.of(answering), List.of());

            assertEquals(answered[0], foretold[1], 1e-4);
        }
    }

    @Test
    void theirGradientIsThatOfTheSameAnswerWithTheirWeight() throws Exception {
        assertArrayEquals(
                gradient(new Question("Check.", WORDS, 0.7)), gradient(foretelling(0, 0.7)), 1e-5f);
    }

    @Test
    void theirLossesStandBetweenThoseOfQuestionsAndOfSightings() throws Exception {
        Question plain = new Question("Sharp: low or high?", "high", 1);
        List<Sighting> seen = List.of(new Sighting(0, "low", 1), new Sighting(2, "high", 1));
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            double[] all = losses(training, List.of(foretelling(1, 1), plain), seen);

            assertEquals(5, all.length);
            assertEquals(losses(training, List.of(plain), List.of())[0], all[1], 1e-4);
            assertEquals(losses(training, List.of(foretelling(1, 1)), List.of())[1], all[2], 1e-4);
        }
    }

    @Test
    void wordsThatTheTextDoesNotHoldAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Question(
                                "a cat",
                                List.of(new TrainingExample.Part("high", true)),
                                1,
                                Optional.of(new Foretold(new Quote(0, 6), 1))));
    }

    private static float[] gradient(Question question) throws Exception {
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), FULL, 1)) {
            losses(training, List.of(question), List.of());
            return training.gradient("model.language_model.layers.0.mlp.up_proj.weight")
                    .orElseThrow();
        }
    }

    private static double[] losses(
            Qwen3VlTraining training, List<Question> questions, List<Sighting> seen)
            throws Exception {
        return training.accumulate(
                        List.of(new TrainingExample(Goldens.image(A, "small"), questions, seen)), 1)
                .getFirst();
    }
}
