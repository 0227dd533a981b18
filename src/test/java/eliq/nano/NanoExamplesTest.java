package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.catalog.Aspect;
import eliq.critic.Label;
import eliq.critic.ValidationSource;
import eliq.generate.painter.Painter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NanoExamplesTest {

    private static final NanoPrompts PROMPTS = NanoPrompts.avoiding(List.of());
    private static final ImagePreparation PREPARATION =
            new ImagePreparation(new PreprocessorConfig(65_536, 65_536, 16, 2, 2));

    private static final Painter PAINTER = new Painter();

    private final NanoExamples examples =
            new NanoExamples(PROMPTS, new NanoPictures(PAINTER), PREPARATION, NanoMix.FIRST, 7, 0);

    private static byte[] patches(TrainingExample example) {
        return assertInstanceOf(PreparedImage.class, example.image()).patches();
    }

    @Test
    void anExampleDependsOnItsNumberAndEpochAlone() throws Exception {
        for (int i = 0; i < 6; i++) {
            TrainingExample once = examples.example(i, 0);
            TrainingExample again = examples.example(i, 0);
            assertEquals(once.questions(), again.questions());
            assertArrayEquals(patches(once), patches(again));
        }
        List<Question> first = new ArrayList<>();
        List<Question> second = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            first.addAll(examples.example(i, 10).questions());
            second.addAll(examples.example(i, 11).questions());
        }
        assertNotEquals(first, second);
    }

    @Test
    void labelsAreBalanced() throws Exception {
        double high = 0;
        double low = 0;
        for (int i = 0; i < 60; i++) {
            for (Question question : examples.example(i, 10).questions()) {
                if (question.text().equals(NanoQuestions.CHECKLIST)) {
                    continue;
                }
                if (question.target().equals(Label.HIGH.token())) {
                    high += question.weight();
                } else {
                    assertEquals(Label.LOW.token(), question.target());
                    low += question.weight();
                }
            }
        }
        assertEquals(0.5, high / (high + low), 0.12);
    }

    @Test
    void trainingPromptsAreNeitherHeldOutNorOfTheExcludedBank() {
        String first = PROMPTS.training(0).sample().text();
        NanoPrompts careful = NanoPrompts.avoiding(List.of(first.toUpperCase() + " !"));

        assertNotEquals(first, careful.training(0).sample().text());
        for (int i = 0; i < 300; i++) {
            assertFalse(NanoPrompts.heldOut(PROMPTS.training(i).sample().text()));
            assertTrue(NanoPrompts.heldOut(PROMPTS.validation(i).sample().text()));
            assertTrue(PROMPTS.training(i).seed() >= NanoPrompts.FIRST_SEED);
        }
    }

    @Test
    void validationAsksOnlyWhatIsKnown() throws Exception {
        NanoValidation validation =
                new NanoValidation(PROMPTS, new NanoPictures(PAINTER), PREPARATION, 2);

        assertEquals(6, validation.size());
        ValidationSource.Item technical = validation.item(1);
        assertEquals(1, technical.checks().size());
        assertEquals(Aspect.TECHNICAL, technical.checks().getFirst().aspect());
        assertEquals(Label.LOW, technical.checks().getFirst().expected());
    }

    @Test
    void aWeakDegradationIsLowWithLessCertaintyThanAHeavyOne() {
        SplittableRandom random = new SplittableRandom(5);
        long weak = IntStream.range(0, 1000).filter(i -> low(0.1, random)).count();
        long heavy = IntStream.range(0, 1000).filter(i -> low(0.9, random)).count();

        assertEquals(694, weak, 45, "0.65 + 0.35 / 8 of 1000");
        assertEquals(1000, heavy);
    }

    private static boolean low(double strength, SplittableRandom random) {
        return NanoQuestions.label(strength, random) == Label.LOW;
    }

    @Test
    void aStrengthsShareOfLowRisesEvenlyWithIt() {
        assertEquals(List.of(0.5, 0.5), weights(0));
        assertEquals(List.of(0.74, 0.26), weights(0.5));
        assertEquals(List.of(0.98, 0.02), weights(1));
    }

    private static List<Double> weights(double strength) {
        return NanoQuestions.graded(Aspect.TECHNICAL, strength, 1).stream()
                .map(q -> Math.round(100 * q.weight()) / 100.0)
                .toList();
    }

    @Test
    void someGroupsShowOneDegradationAtTwoStrengths() throws Exception {
        NanoExamples examples =
                new NanoExamples(
                        PROMPTS, new NanoPictures(PAINTER), PREPARATION, NanoMix.FIRST, 7, 12);
        int series = 0;
        for (int group = 0; group < 20; group++) {
            List<Double> low = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                for (Question question : examples.example(3 * group + i, 0).questions()) {
                    if (question.target().equals(Label.LOW.token())
                            && question.text()
                                    .equals(
                                            NanoQuestions.text(
                                                    Aspect.TECHNICAL, Optional.empty()))) {
                        low.add(question.weight());
                    }
                }
            }
            series += low.size() == 2 && low.get(0) < low.get(1) - 0.08 ? 1 : 0;
        }
        assertTrue(series >= 4, series + " of 20 groups");
    }

    @Test
    void aChangedPromptSaysSomethingElseOfTheSameForm() {
        SplittableRandom random = new SplittableRandom(1);

        Optional<String> object = PromptChange.OBJECT.apply("A red car on the beach", random);
        Optional<String> colour = PromptChange.COLOUR.apply("A red car on the beach", random);
        Optional<String> count = PromptChange.COUNT.apply("Five white cows", random);

        assertTrue(object.orElseThrow().matches("A red .+ on the beach"), object.get());
        assertFalse(object.get().contains("car "), object.get());
        assertTrue(colour.orElseThrow().matches("An? .+ car on the beach"), colour.get());
        assertFalse(colour.get().contains("red"), colour.get());
        assertTrue(count.orElseThrow().matches("(Two|Three) white cows"), count.get());
        assertEquals(Optional.empty(), PromptChange.COUNT.apply("A red car", random));
    }
}
