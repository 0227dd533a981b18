package eliq.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.JobState;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainingLength;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** Without a window and without a workspace: everything on one thread, over trainings that answer at once. */
class TrainViewModelTest {
    private static final ModelChoice NANO =
            new ModelChoice("eliq-nano", Path.of("/models/eliq-nano"), false, 18_600_000);
    private static final ModelChoice TUNED =
            new ModelChoice("my-tuned", Path.of("/models/my-tuned"), true, 900_000);

    /** Says what it was asked to do. */
    private static final class Scripted implements Trainings {
        private List<PairSet> sets = List.of(new PairSet("first", 120, ""));
        private final List<Training> started = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();
        private final List<LongConsumer> changed = new ArrayList<>();
        private Optional<String> failure = Optional.empty();
        private Optional<String> unreadable = Optional.empty();
        private Optional<Machine.Accelerator> accelerator = Optional.empty();

        @Override
        public Choices choices() throws TrainException {
            if (failure.isPresent()) {
                throw new TrainException(failure.get());
            }
            return new Choices(sets, List.of(NANO, TUNED), Path.of("/models"));
        }

        @Override
        public Estimate estimate(Training training) {
            return new Estimate(
                    training.set(),
                    Duration.ofMinutes(3),
                    1_000_000,
                    2_000_000,
                    40,
                    runs.stream()
                            .filter(run -> !run.running())
                            .findFirst()
                            .map(run -> "As in “" + run.name() + "”.")
                            .orElse("Guessed."),
                    true,
                    true);
        }

        @Override
        public Rate rate(Training training) {
            return new Rate(4, "as in run 1", true);
        }

        @Override
        public long parameters(Path model) {
            return 4_650_000;
        }

        @Override
        public Machine machine() {
            return new Machine(2, 8_000_000_000L, accelerator);
        }

        @Override
        public long start(Training training) {
            started.add(training);
            runs.addFirst(
                    new Run(
                            started.size(),
                            training.stage(),
                            Optional.of(training),
                            JobState.RUNNING,
                            "",
                            0,
                            0,
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Path.of("/runs/1"),
                            Instant.EPOCH));
            return started.size();
        }

        /** The latest run comes to its end. */
        void end() {
            Run run = runs.removeFirst();
            runs.addFirst(
                    new Run(
                            run.job(),
                            run.stage(),
                            run.training(),
                            JobState.DONE,
                            "",
                            40,
                            40,
                            Optional.empty(),
                            "",
                            Optional.of("40 steps"),
                            Optional.empty(),
                            run.folder(),
                            run.created()));
            changed.forEach(each -> each.accept(run.job()));
        }

        @Override
        public void cancel(long job) throws TrainException {
            throw new TrainException("Job " + job + " has ended already.");
        }

        @Override
        public void resume(long job) {}

        @Override
        public long keep(long job, String name) {
            throw new AssertionError("a run that goes on is not kept");
        }

        @Override
        public List<Run> runs(int limit) {
            return List.copyOf(runs);
        }

        @Override
        public RunCurves curves(Run run) throws TrainException {
            if (unreadable.isPresent()) {
                throw new TrainException(unreadable.get());
            }
            return RunCurves.NONE;
        }

        @Override
        public Optional<Path> picture(String hash) {
            return Optional.empty();
        }

        @Override
        public List<String> log(Run run, int lines) {
            return List.of("log of " + run.job());
        }

        @Override
        public Runnable listen(LongConsumer listener) {
            changed.add(listener);
            return () -> {};
        }
    }

    private final Scripted trainings = new Scripted();
    private final TrainViewModel model =
            new TrainViewModel(trainings, Runnable::run, Runnable::run);

    private TrainCriticParameters critic() {
        return (TrainCriticParameters) model.setup().training().orElseThrow().parameters();
    }

    @Test
    void withoutPairsAndRunsThereIsNothingToLearnFrom() {
        trainings.sets = List.of();
        model.refresh();
        assertInstanceOf(TrainViewModel.State.NoPairs.class, model.stateProperty().get());
        assertEquals("Choose the pairs to learn from.", model.setup().problemProperty().get());
    }

    @Test
    void aWorkspaceThatCannotBeReadSaysWhy() {
        trainings.failure = Optional.of("The catalogue is locked.");
        model.refresh();
        assertEquals(
                new TrainViewModel.State.Failed("The catalogue is locked."),
                model.stateProperty().get());
    }

    @Test
    void aRunWhoseCurvesCannotBeReadSaysWhy() {
        model.refresh();
        trainings.unreadable = Optional.of("metrics.jsonl, line 3: cut off.");
        model.start();
        assertEquals("metrics.jsonl, line 3: cut off.", model.noticeProperty().get());

        trainings.unreadable = Optional.empty();
        model.runs().refresh();
        assertEquals("", model.noticeProperty().get(), "it can be read again");

        trainings.unreadable = Optional.of("metrics.jsonl, line 3: cut off.");
        model.runs().refresh();
        trainings.failure = trainings.unreadable;
        model.refresh();
        assertEquals("", model.noticeProperty().get(), "the view says it in the place of all");
    }

    @Test
    void theCostStandsBesideTheSettingsBeforeTheRun() {
        model.refresh();
        assertEquals(
                new CostModel.Cost.Known(
                        trainings.estimate(model.setup().training().orElseThrow())),
                model.setup().cost().nowProperty().get());
        model.setup().critic().field("training.batchSize").textProperty().set("0");
        assertEquals(new CostModel.Cost.Unknown(), model.setup().cost().nowProperty().get());
        assertTrue(model.setup().problemProperty().get().contains("out of its range"));
    }

    @Test
    void tryItFillsTwoMinutesAtTheMeasuredSpeed() {
        model.refresh();
        model.setup().use(Preset.TRY);
        // 100 s of 4 images a second, 8 a step; the rest is for opening and testing.
        assertEquals(new TrainingLength.Steps(50), critic().training().length());
        assertEquals(Optional.of(Preset.TRY), model.setup().presetProperty().get());

        model.setup().critic().field("training.length.count").textProperty().set("51");
        assertEquals(Optional.empty(), model.setup().presetProperty().get());
    }

    @Test
    void withoutAGpuItsPresetSaysWhatItWasSizedFor() {
        model.refresh();
        model.setup().use(Preset.GPU);
        assertTrue(model.setup().noteProperty().get().startsWith("No GPU was found"));

        trainings.accelerator = Optional.of(new Machine.Accelerator("the GPU", 80_000_000_000L));
        model.setup().use(Preset.GPU);
        assertTrue(model.setup().noteProperty().get().startsWith("For the GPU"));
        assertEquals(16, critic().training().batchSize());
    }

    @Test
    void thePapersScorerHasThePublishedLossAlone() {
        model.refresh();
        model.setup().stageProperty().set(Stage.SCORER);
        model.setup().use(Preset.PAPER);
        TrainScorerParameters p =
                (TrainScorerParameters) model.setup().training().orElseThrow().parameters();
        assertEquals(false, p.training().strengthTerms());
        assertEquals(0, p.training().marginGrowth());
        assertEquals(Path.of("/models/my-scorer"), p.output());
    }

    @Test
    void onlyAScorerIsTrainedOnATunedCritic() {
        model.refresh();
        assertEquals(List.of(NANO), model.setup().models());
        model.setup().stageProperty().set(Stage.SCORER);
        assertEquals(List.of(NANO, TUNED), model.setup().models());
    }

    @Test
    void aStartedRunIsShownAndTheNextNameIsReady() {
        model.refresh();
        model.start();
        assertEquals("my-critic", trainings.started.getFirst().name());
        assertEquals("my-critic-2", model.setup().nameProperty().get());
        assertEquals(List.of("log of 1"), model.runs().shownProperty().get().orElseThrow().log());
        assertTrue(model.runs().live());
    }

    @Test
    void theCostIsReckonedByTheLatestRunAsSoonAsThatHasEnded() {
        model.refresh();
        model.start();
        assertEquals("Guessed.", basis());

        trainings.end();
        assertEquals("As in “my-critic”.", basis());
        model.start();
        trainings.end();
        assertEquals("As in “my-critic-2”.", basis());
    }

    private String basis() {
        return assertInstanceOf(
                        CostModel.Cost.Known.class, model.setup().cost().nowProperty().get())
                .estimate()
                .basis();
    }

    @Test
    void theSettingsOfAnEarlierRunAreTakenOverUnderANewName() {
        model.refresh();
        model.setup().critic().field("training.batchSize").textProperty().set("3");
        model.start();
        model.setup().use(Preset.PAPER);
        model.again();
        assertEquals(3, critic().training().batchSize());
        assertEquals("my-critic-2", critic().name());
    }

    @Test
    void whatCouldNotBeDoneIsSaidInTheView() {
        model.refresh();
        model.start();
        model.cancel();
        assertEquals("Job 1 has ended already.", model.noticeProperty().get());
    }

    @Test
    void aNameThatNoFolderCanHaveIsRefusedInPlace() {
        model.refresh();
        model.setup().nameProperty().set("a/b");
        assertTrue(model.setup().problemProperty().get().startsWith("The name may have"));
        model.start();
        assertTrue(trainings.started.isEmpty());
    }
}
