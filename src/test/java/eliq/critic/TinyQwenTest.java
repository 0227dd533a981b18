package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneTraining;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.catalog.Aspect;
import eliq.image.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training loop over a real, very small Qwen3-VL: smooth pictures are high, noisy ones low. */
class TinyQwenTest {
    private static final Path MODEL = Path.of("src/test/resources/qwen3vl/tiny-a-fp32-tied/model");
    private static final TrainingMode LORA =
            new TrainingMode.Lora(4, 8, 0.1, TrainingMode.Lora.ALL_TEXT_LINEAR);
    private static final TrainingMode FULL = new TrainingMode.FullParameter(true);
    private static final TrainingSettings SETTINGS =
            TrainingSettings.LORA
                    .withBatch(2, 2)
                    .withPeak(2e-3)
                    .withLength(new TrainingLength.Steps(8))
                    .withRhythm(new Rhythm(3, 0, 4, 0));

    @TempDir Path folder;

    @Test
    void loraTrainingLowersTheLoss() throws Exception {
        assertFalls(run("lora", LORA, SETTINGS.withLength(new TrainingLength.Steps(16))));
    }

    @Test
    void fullParameterTrainingLowersTheLoss() throws Exception {
        assertFalls(run("full", FULL, SETTINGS.withLength(new TrainingLength.Steps(16))));
    }

    @Test
    void aKilledLoraRunResumedGivesTheSameLossesToTheBit() throws Exception {
        assertResumes(LORA);
    }

    @Test
    void aKilledFullRunResumedGivesTheSameLossesToTheBit() throws Exception {
        assertResumes(FULL);
    }

    private void assertResumes(TrainingMode mode) throws Exception {
        TrainingOutcome whole = run("whole", mode, SETTINGS);
        assertThrows(
                IllegalStateException.class,
                () ->
                        run(
                                "killed",
                                mode,
                                SETTINGS,
                                event -> {
                                    if (event.step() == 5) {
                                        throw new IllegalStateException("killed");
                                    }
                                }));
        TrainingOutcome resumed = run("killed", mode, SETTINGS);

        assertEquals(losses(whole), losses(resumed));
        assertEquals(whole.validations(), resumed.validations());
    }

    private static void assertFalls(TrainingOutcome outcome) {
        List<Double> losses = losses(outcome);
        double first = losses.subList(0, 4).stream().mapToDouble(l -> l).average().orElseThrow();
        double last = losses.subList(12, 16).stream().mapToDouble(l -> l).average().orElseThrow();
        assertTrue(last < 0.8 * first, losses.toString());
    }

    private TrainingOutcome run(String name, TrainingMode mode, TrainingSettings settings)
            throws Exception {
        return run(name, mode, settings, event -> {});
    }

    private TrainingOutcome run(
            String name,
            TrainingMode mode,
            TrainingSettings settings,
            java.util.function.Consumer<TrainingEvent> listener)
            throws Exception {
        try (BackboneTraining training = new Qwen3VlLoader().openForTraining(MODEL, mode, 3)) {
            return new TrainingLoop(
                            training,
                            examples(training.current()),
                            Optional.of(checks(training.current())),
                            settings,
                            folder.resolve(name),
                            "data")
                    .run(listener, () -> false);
        }
    }

    private static List<Double> losses(TrainingOutcome outcome) {
        return outcome.losses().stream().map(TrainingEvent.Step::loss).toList();
    }

    private static ExampleSource examples(Backbone backbone) {
        return new ExampleSource() {
            @Override
            public int size() {
                return 12;
            }

            @Override
            public TrainingExample example(int index, int epoch) throws CriticException {
                Label label = index % 2 == 0 ? Label.HIGH : Label.LOW;
                List<TrainingExample.Question> questions = new ArrayList<>();
                for (Aspect aspect : Aspect.values()) {
                    questions.add(new TrainingExample.Question(text(aspect), label.token(), 1));
                }
                return new TrainingExample(picture(backbone, index), questions);
            }
        };
    }

    private static ValidationSource checks(Backbone backbone) {
        return new ValidationSource() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public Item item(int index) throws CriticException {
                Label label = index % 2 == 0 ? Label.HIGH : Label.LOW;
                return new Item(
                        picture(backbone, 100 + index),
                        List.of(
                                new Check(
                                        text(Aspect.TECHNICAL),
                                        label,
                                        Aspect.TECHNICAL,
                                        "pair",
                                        "",
                                        "")));
            }
        };
    }

    private static String text(Aspect aspect) {
        return Instructions.DEFAULT.text(aspect, Optional.of("a grey wall")).orElseThrow();
    }

    private static PreparedImage picture(Backbone backbone, int index) throws CriticException {
        SplittableRandom random = new SplittableRandom(index);
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (index % 2 == 0 ? i / 3 / 64 * 3 + index : random.nextInt(256));
        }
        try {
            return backbone.prepare(new Pixels(64, 64, rgb));
        } catch (eliq.backbone.BackboneException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }
}
