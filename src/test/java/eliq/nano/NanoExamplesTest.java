package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.catalog.Aspect;
import eliq.critic.Label;
import eliq.critic.ValidationSource;
import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerationRequest;
import eliq.generate.ImageGenerator;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NanoExamplesTest {

    private static final NanoPrompts PROMPTS = NanoPrompts.avoiding(List.of());
    private static final ImagePreparation PREPARATION =
            new ImagePreparation(new PreprocessorConfig(65_536, 65_536, 16, 2, 2));

    /** Paints noise that depends on the request. */
    private static final ImageGenerator GENERATOR =
            new ImageGenerator() {
                @Override
                public String name() {
                    return "noise";
                }

                @Override
                public boolean deterministic() {
                    return true;
                }

                @Override
                public Capabilities capabilities() {
                    return new Capabilities(EnumSet.allOf(QualityKind.class), true, 64, 64, 1);
                }

                @Override
                public Pixels generate(GenerationRequest request) {
                    byte[] rgb = new byte[3 * request.width() * request.height()];
                    new SplittableRandom(request.seed()).nextBytes(rgb);
                    return new Pixels(request.width(), request.height(), rgb);
                }
            };

    private final NanoExamples examples =
            new NanoExamples(PROMPTS, new NanoPictures(GENERATOR), PREPARATION, NanoMix.SHIPPED, 7);

    @Test
    void anExampleDependsOnItsNumberAndEpochAlone() throws Exception {
        for (int i = 0; i < 6; i++) {
            TrainingExample once = examples.example(i, 0);
            TrainingExample again = examples.example(i, 0);
            assertEquals(once.questions(), again.questions());
            assertArrayEquals(once.image().patches(), again.image().patches());
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
                if (question.text().equals(NanoQuestions.CAPTION)) {
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
                new NanoValidation(PROMPTS, new NanoPictures(GENERATOR), PREPARATION, 2);

        assertEquals(6, validation.size());
        ValidationSource.Item technical = validation.item(1);
        assertEquals(1, technical.checks().size());
        assertEquals(Aspect.TECHNICAL, technical.checks().getFirst().aspect());
        assertEquals(Label.LOW, technical.checks().getFirst().expected());
    }

    @Test
    void aWeakDegradationIsLowWithLessCertaintyThanAHeavyOne() {
        List<Question> weak = NanoQuestions.degraded(Aspect.TECHNICAL, 0, 2);
        List<Question> heavy = NanoQuestions.degraded(Aspect.TECHNICAL, 1, 2);

        assertEquals(1, heavy.size());
        assertEquals(Label.LOW.token(), heavy.getFirst().target());
        assertTrue(weak.get(0).weight() > weak.get(1).weight());
        assertEquals(2, weak.stream().mapToDouble(Question::weight).sum(), 1e-12);
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
