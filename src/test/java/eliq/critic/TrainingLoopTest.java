package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.TrainingExample;
import eliq.catalog.Aspect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
    private static final String QUESTION = "Judge the brightness.";
    private static final TrainingSettings SETTINGS =
            TrainingSettings.FULL_PARAMETER
                    .withBatch(4, 2)
                    .withPeak(0.05)
                    .withLength(new TrainingLength.Steps(30))
                    .withRhythm(new Rhythm(7, 0, 10, 0));

    @TempDir Path folder;

    /** Bright pictures are high, dark ones low. */
    private static ExampleSource brightness(int size) {
        return source(
                size,
                index -> {
                    boolean high = index % 2 == 0;
                    SplittableRandom random = new SplittableRandom(index);
                    return new TrainingExample(
                            LogisticBackbone.image(
                                    random.nextInt(high ? 110 : 0, high ? 256 : 146),
                                    random.nextInt(high ? 110 : 0, high ? 256 : 146)),
                            List.of(
                                    new TrainingExample.Question(
                                            QUESTION, high ? "high" : "low", 1)));
                });
    }

    private static ExampleSource source(
            int size, java.util.function.IntFunction<TrainingExample> examples) {
        return new ExampleSource() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public TrainingExample example(int index, int epoch) {
                return examples.apply(index);
            }
        };
    }

    private static ValidationSource checks(boolean reversed) {
        return new ValidationSource() {
            @Override
            public int size() {
                return 20;
            }

            @Override
            public Item item(int index) {
                boolean bright = index % 2 == 0;
                Label label = bright != reversed ? Label.HIGH : Label.LOW;
                Check check =
                        new Check(
                                QUESTION,
                                label,
                                Aspect.TECHNICAL,
                                "pair " + index / 2,
                                label == Label.LOW ? "conventional" : "",
                                label == Label.LOW ? "darkened" : "");
                return new Item(LogisticBackbone.image(bright ? 230 : 20), List.of(check));
            }
        };
    }

    private TrainingLoop loop(LogisticBackbone model, TrainingSettings settings, String name) {
        return new TrainingLoop(
                model,
                brightness(50),
                Optional.of(checks(false)),
                settings,
                folder.resolve(name),
                "data");
    }

    private static BooleanSupplier never() {
        return () -> false;
    }

    @Test
    void trainingLowersTheLossAndAnswersHeldOutChecks() throws Exception {
        TrainingOutcome outcome =
                loop(new LogisticBackbone(), SETTINGS, "run").run(e -> {}, never());

        assertEquals(TrainingOutcome.End.COMPLETED, outcome.end());
        assertEquals(30, outcome.losses().size());
        assertTrue(
                outcome.losses().getLast().loss() < 0.6 * outcome.losses().getFirst().loss(),
                () -> outcome.losses().toString());
        ValidationResult.Score score =
                outcome.validation().orElseThrow().of(Aspect.TECHNICAL).orElseThrow();
        assertEquals(20, score.answers());
        assertEquals(1, score.accuracy());
        assertEquals(10, score.pairs());
        assertEquals(1, score.pairAccuracy());
        assertEquals(
                List.of("", "darkened"),
                outcome.validation().orElseThrow().scores().stream()
                        .map(ValidationResult.Score::operation)
                        .toList());
    }

    @Test
    void aRunKilledAtAnyStepAndResumedGivesTheSameLossesAsAnUninterruptedOne() throws Exception {
        TrainingOutcome whole =
                loop(new LogisticBackbone(), SETTINGS, "whole").run(e -> {}, never());

        for (int killedAt : new int[] {1, 7, 8, 20, 29}) {
            String name = "killed" + killedAt;
            assertThrows(
                    Killed.class,
                    () ->
                            loop(new LogisticBackbone(), SETTINGS, name)
                                    .run(e -> killAt(killedAt, e), never()));
            TrainingOutcome resumed =
                    loop(new LogisticBackbone(), SETTINGS, name).run(e -> {}, never());

            assertEquals(losses(whole), losses(resumed), "killed at step " + killedAt);
            assertEquals(whole.validations(), resumed.validations());
        }
    }

    @Test
    void aCancelledRunGoesOnWhereItStopped() throws Exception {
        TrainingOutcome whole =
                loop(new LogisticBackbone(), SETTINGS, "whole").run(e -> {}, never());

        for (int asked : new int[] {3, 9, 15, 16, 17, 21, 40}) {
            String name = "cancelled" + asked;
            AtomicInteger times = new AtomicInteger();
            TrainingOutcome first =
                    loop(new LogisticBackbone(), SETTINGS, name)
                            .run(e -> {}, () -> times.incrementAndGet() >= asked);
            assertEquals(TrainingOutcome.End.CANCELLED, first.end());
            TrainingOutcome resumed =
                    loop(new LogisticBackbone(), SETTINGS, name).run(e -> {}, never());

            assertEquals(losses(whole), losses(resumed));
            assertEquals(whole.validations(), resumed.validations());
        }
    }

    @Test
    void theSeedFixesTheOrderAndWithItTheLosses() throws Exception {
        List<Double> once =
                losses(loop(new LogisticBackbone(), SETTINGS, "a").run(e -> {}, never()));
        List<Double> again =
                losses(loop(new LogisticBackbone(), SETTINGS, "b").run(e -> {}, never()));
        List<Double> other =
                losses(
                        loop(new LogisticBackbone(), SETTINGS.withSeed(2), "c")
                                .run(e -> {}, never()));

        assertEquals(once, again);
        assertFalse(once.equals(other));
    }

    @Test
    void anEpochTakesEachExampleOnceAndTheLastStepWhatIsLeft() throws Exception {
        List<Integer> seen = new ArrayList<>();
        ExampleSource source =
                source(
                        11,
                        index -> {
                            synchronized (seen) {
                                seen.add(index);
                            }
                            return new TrainingExample(
                                    LogisticBackbone.image(index),
                                    List.of(new TrainingExample.Question(QUESTION, "low", 1)));
                        });
        TrainingSettings settings = SETTINGS.withLength(new TrainingLength.Epochs(1));
        TrainingOutcome outcome =
                new TrainingLoop(
                                new LogisticBackbone(),
                                source,
                                Optional.empty(),
                                settings,
                                folder,
                                "data")
                        .run(e -> {}, never());

        assertEquals(11, seen.stream().distinct().count());
        assertEquals(11, seen.size());
        assertEquals(
                List.of(8, 3),
                outcome.losses().stream().map(TrainingEvent.Step::examples).toList());
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunAndKeepsTheCheckpoint() throws Exception {
        LogisticBackbone model = new LogisticBackbone();
        CriticException e =
                assertThrows(
                        CriticException.class,
                        () ->
                                loop(model, SETTINGS, "run")
                                        .run(
                                                event -> {
                                                    if (event.step() == 9) {
                                                        model.explode();
                                                    }
                                                },
                                                never()));

        assertTrue(e.getMessage().contains("the loss became Infinity at step 10"), e.getMessage());
        assertTrue(e.getMessage().contains("lower the learning rate"), e.getMessage());
        assertTrue(e.getMessage().contains("the checkpoint of step 7 is kept"), e.getMessage());
        assertTrue(Files.exists(folder.resolve("run/checkpoints/step-00000007/loop.json")));
    }

    @Test
    void withPatienceTheBestParametersAreKeptAndTheRunStopsEarly() throws Exception {
        TrainingSettings settings = SETTINGS.withRhythm(new Rhythm(0, 0, 2, 3));
        TrainingLoop loop =
                new TrainingLoop(
                        new LogisticBackbone(),
                        brightness(50),
                        Optional.of(checks(true)),
                        settings,
                        folder,
                        "data");
        TrainingOutcome outcome = loop.run(e -> {}, never());

        assertEquals(TrainingOutcome.End.STOPPED_EARLY, outcome.end());
        assertEquals(2, outcome.step());
        assertEquals(8, outcome.losses().size());
    }

    @Test
    void aCheckpointOfOtherSettingsOrDataIsRefused() throws Exception {
        loop(new LogisticBackbone(), SETTINGS, "run").run(e -> {}, never());

        CriticException settings =
                assertThrows(
                        CriticException.class,
                        () ->
                                loop(new LogisticBackbone(), SETTINGS.withPeak(0.1), "run")
                                        .run(e -> {}, never()));
        assertTrue(settings.getMessage().contains("other settings"), settings.getMessage());

        CriticException data =
                assertThrows(
                        CriticException.class,
                        () ->
                                new TrainingLoop(
                                                new LogisticBackbone(),
                                                brightness(50),
                                                Optional.empty(),
                                                SETTINGS,
                                                folder.resolve("run"),
                                                "other")
                                        .run(e -> {}, never()));
        assertTrue(data.getMessage().contains("other data"), data.getMessage());
    }

    @Test
    void onlyTheNewestCheckpointIsKeptAndHalfWrittenOnesAreIgnored() throws Exception {
        Path checkpoints = folder.resolve("run/checkpoints");
        Files.createDirectories(checkpoints.resolve("step-00000099.tmp"));
        loop(new LogisticBackbone(), SETTINGS, "run").run(e -> {}, never());

        try (Stream<Path> all = Files.list(checkpoints)) {
            assertEquals(
                    List.of("step-00000030"),
                    all.map(p -> p.getFileName().toString())
                            .filter(n -> !n.endsWith(".tmp"))
                            .toList());
        }
    }

    @Test
    void aFailingExampleEndsTheRunWithItsOwnMessage() {
        ExampleSource source =
                new ExampleSource() {
                    @Override
                    public int size() {
                        return 5;
                    }

                    @Override
                    public TrainingExample example(int index, int epoch) throws CriticException {
                        throw new CriticException("photo.png is not an image");
                    }
                };
        CriticException e =
                assertThrows(
                        CriticException.class,
                        () ->
                                new TrainingLoop(
                                                new LogisticBackbone(),
                                                source,
                                                Optional.empty(),
                                                SETTINGS,
                                                folder,
                                                "data")
                                        .run(event -> {}, never()));
        assertEquals("photo.png is not an image", e.getMessage());
    }

    private static void killAt(int step, TrainingEvent event) {
        if (event instanceof TrainingEvent.Step s && s.step() == step) {
            throw new Killed();
        }
    }

    private static List<Double> losses(TrainingOutcome outcome) {
        return outcome.losses().stream().map(TrainingEvent.Step::loss).toList();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
