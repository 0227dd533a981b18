package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Family;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.JobState;
import eliq.catalog.ModelRecord;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.Origin;
import eliq.catalog.PromptStore;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.job.Progress;
import eliq.pairs.PromptSplit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCriticJobTest {
    private static final int PROMPTS = 12;

    @TempDir Path folder;
    private Catalog catalog;
    private TrainCriticParameters parameters;

    @BeforeEach
    void buildTuples() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        Path model = Files.createDirectories(folder.resolve("model"));
        TupleSet set = catalog.tuples().createSet("first", "{}");
        List<NewTuple> tuples = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            long prompt =
                    catalog.prompts()
                            .add(PromptStore.NewPrompt.of("scene number " + i, "test"))
                            .id();
            tuples.add(
                    new NewTuple(
                            prompt,
                            image(200 + i),
                            "test",
                            List.of(
                                    negative(Aspect.TECHNICAL, "dark", image(20 + i)),
                                    negative(Aspect.AESTHETIC, "dim", image(60 + i)),
                                    new NewTuple.NewNegative(
                                            recipe(Aspect.ALIGNMENT, "shuffle"),
                                            new NegativeContent.WrongPrompt(
                                                    "scene number " + (i + 1) % PROMPTS)))));
        }
        catalog.tuples().addAll(set.id(), tuples);
        TrainCriticParameters usual = TrainCriticParameters.lora("mine", "first", model);
        parameters =
                usual.withSplit(new PromptSplit(1, 0.3))
                        .withTraining(
                                usual.training()
                                        .withPeak(0.1)
                                        .withLength(new TrainingLength.Steps(40))
                                        .withRhythm(new Rhythm(10, 0, 20, 0)));
    }

    @Test
    void aRejectedNegativeAndWhatBelongsToARejectedPositiveAreNotLearned() throws Exception {
        TrainCriticParameters everything = parameters.withSplit(PromptSplit.none());
        List<ImageSamples> before = CriticData.of(catalog, everything).training();
        List<Tuple> tuples =
                catalog.tuples().all(catalog.tuples().findSet("first").orElseThrow().id());
        Negative bad = tuples.getFirst().negatives(Aspect.TECHNICAL).getFirst();
        catalog.tuples().judge(bad.id(), Verdict.REJECTED, "looks better");
        Tuple spoilt = tuples.get(5);
        catalog.tuples().judgePositive(spoilt.id(), Verdict.REJECTED, "six fingers");
        List<ContentHash> after =
                CriticData.of(catalog, everything).training().stream()
                        .map(ImageSamples::image)
                        .toList();
        assertEquals(3 * PROMPTS, before.size());
        assertEquals(3 * PROMPTS - 1 - 3, after.size());
        assertFalse(after.contains(((NegativeContent.Image) bad.content()).hash()));
        assertFalse(after.contains(spoilt.positive()));
    }

    @AfterEach
    void close() throws Exception {
        catalog.close();
    }

    private static NewTuple.NewNegative negative(
            Aspect aspect, String operation, ContentHash image) {
        return new NewTuple.NewNegative(
                recipe(aspect, operation), new NegativeContent.Image(image));
    }

    private static Recipe recipe(Aspect aspect, String operation) {
        return new Recipe(aspect, Family.CONVENTIONAL, operation, "{}", 1, 0.5);
    }

    private ContentHash image(int grey) throws Exception {
        byte[] rgb = new byte[3 * 4 * 4];
        Arrays.fill(rgb, (byte) grey);
        ContentHash hash = catalog.objects().put(ImageEncoding.png(new Pixels(4, 4, rgb)));
        catalog.images()
                .add(
                        new ImageRecord(
                                hash,
                                new ImageLocation.Stored(),
                                grey + ".png",
                                4,
                                4,
                                "png",
                                100,
                                Origin.GENERATED,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Instant.EPOCH));
        return hash;
    }

    private JobOutcome<TrainCriticResult> run(TrainCriticParameters p) throws Exception {
        TrainCriticJob job = new TrainCriticJob(catalog, new LogisticLoader());
        try (JobRunner runner = new JobRunner(catalog, List.of(job), "test", Runnable::run)) {
            return runner.run(job, p);
        }
    }

    private static TrainCriticResult done(JobOutcome<TrainCriticResult> outcome) {
        return switch (outcome) {
            case JobOutcome.Done<TrainCriticResult> done -> done.result();
            default -> throw new AssertionError(outcome.toString());
        };
    }

    private static String failure(JobOutcome<TrainCriticResult> outcome) {
        return switch (outcome) {
            case JobOutcome.Failed<TrainCriticResult> failed -> failed.reason();
            default -> throw new AssertionError(outcome.toString());
        };
    }

    @Test
    void aTrainedCriticCanBeOpenedAndTellsWhatItIs() throws Exception {
        TrainCriticResult result = done(run(parameters));

        assertTrue(result.lastLoss() < result.firstLoss(), result.toString());
        CriticCard card = CriticCard.read(result.directory());
        assertEquals(parameters, card.parameters());
        assertEquals(Instructions.DEFAULT.hash(), card.instructionsHash());
        try (Critic critic =
                Critic.open(result.directory(), Optional.empty(), new LogisticLoader())) {
            assertEquals(card.identity(), critic.identity().weights());
            double bright = high(critic, 230);
            double dark = high(critic, 10);
            assertTrue(bright > 0.5 && dark < 0.5, bright + " and " + dark);
        }
    }

    private static double high(Critic critic, int grey) throws Exception {
        return critic.read(LogisticBackbone.image(grey), Optional.empty()).technical().highOfPair();
    }

    @Test
    void theRunItsMetricsItsCheckpointsAndTheModelAreInTheCatalogue() throws Exception {
        JobOutcome<TrainCriticResult> outcome = run(parameters);
        long run = catalog.jobs().find(outcome.id()).orElseThrow().runId().orElseThrow();

        assertTrue(
                catalog.runs()
                        .metrics(run)
                        .containsAll(
                                List.of(
                                        "loss",
                                        "learning-rate",
                                        "validation-loss",
                                        "validation-accuracy/technical",
                                        "validation-accuracy/technical/conventional/dark",
                                        "pair-accuracy/technical")));
        assertEquals(
                List.of(10L, 20L, 30L, 40L),
                catalog.runs().checkpoints(run).stream().map(c -> c.step()).toList());
        assertEquals("mine", catalog.models().ofKind(ModelRecord.Kind.ADAPTER).getFirst().name());
    }

    @Test
    void validationIsOfPromptsAndImagesThatTrainingNeverSaw() throws Exception {
        CriticData data = CriticData.of(catalog, parameters);
        PromptSplit split = parameters.split();

        assertFalse(data.validation().isEmpty());
        for (ImageSamples image : data.training()) {
            assertTrue(
                    image.samples().stream()
                            .noneMatch(s -> s.prompt().filter(split::holdsOut).isPresent()));
            assertTrue(data.validation().stream().noneMatch(v -> v.image().equals(image.image())));
        }
    }

    @Test
    void aNameThatIsTakenAndASetThatIsNotThereAreRefusedInOneSentence() throws Exception {
        run(parameters);
        String taken = failure(run(parameters));
        assertTrue(taken.contains("choose another name"), taken);

        String absent =
                failure(run(TrainCriticParameters.lora("other", "nothing", parameters.backbone())));
        assertTrue(absent.contains("no tuple set named 'nothing'"), absent);
    }

    @Test
    void aCriticWithChangedWeightsOrWithoutItsModelIsRefused() throws Exception {
        Path directory = done(run(parameters)).directory();
        new LogisticBackbone().saveState(directory);
        CriticException changed =
                assertThrows(
                        CriticException.class,
                        () -> Critic.open(directory, Optional.empty(), new LogisticLoader()));
        assertTrue(changed.getMessage().contains("another model"), changed.getMessage());

        Files.delete(parameters.backbone());
        CriticException gone =
                assertThrows(
                        CriticException.class,
                        () -> Critic.open(directory, Optional.empty(), new LogisticLoader()));
        assertTrue(gone.getMessage().contains("which is not there"), gone.getMessage());
    }

    @Test
    void whereATrainingStoppedBecomesACriticAndTheTrainingStillGoesOn() throws Exception {
        // News of progress comes a few times a second: faster steps would be over before it.
        TrainCriticJob job = new TrainCriticJob(catalog, new LogisticLoader(20));
        KeepCheckpointJob keep = new KeepCheckpointJob(catalog, new LogisticLoader());
        try (JobRunner runner = new JobRunner(catalog, List.of(job, keep), "test", Runnable::run)) {
            long id = stoppedAt(20, runner, job);

            KeptCheckpoint kept = kept(runner.run(keep, new KeepCheckpoint(id, false, "early")));
            CriticCard card = CriticCard.read(kept.directory());
            assertEquals("early", card.name());
            assertEquals(kept.step(), card.steps());
            assertTrue(kept.step() >= 20 && kept.step() < 40, kept::toString);
            assertTrue(Double.isFinite(card.lastLoss()) && card.lastLoss() > 0, card::toString);
            Critic.open(kept.directory(), Optional.empty(), new LogisticLoader()).close();

            runner.requeue(id);
            assertEquals(JobState.DONE, catalog.jobs().find(id).orElseThrow().state());
            assertTrue(
                    refused(runner.run(keep, new KeepCheckpoint(id, true, "best")))
                            .contains("has no best state"));
            assertTrue(
                    refused(runner.run(keep, new KeepCheckpoint(99, false, "none")))
                            .contains("no training of a critic"));
        }
    }

    /** Number of a training that was cancelled after this step or soon after. */
    private long stoppedAt(int step, JobRunner runner, TrainCriticJob job) throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Runnable unlisten =
                runner.listen(
                        event -> {
                            if (event instanceof JobEvent.Advanced(long id, Progress now)
                                    && now.stage().equals("Training the critic")
                                    && now.done() >= step
                                    && stopped.compareAndSet(false, true)) {
                                try {
                                    runner.cancel(id);
                                } catch (JobException | CatalogException e) {
                                    throw new AssertionError(e);
                                }
                            }
                        });
        try {
            return switch (runner.run(job, parameters)) {
                case JobOutcome.Stopped<TrainCriticResult> now -> now.id();
                case JobOutcome<TrainCriticResult> other ->
                        throw new AssertionError(other.toString());
            };
        } finally {
            unlisten.run();
        }
    }

    private static KeptCheckpoint kept(JobOutcome<KeptCheckpoint> outcome) {
        return switch (outcome) {
            case JobOutcome.Done<KeptCheckpoint> done -> done.result();
            default -> throw new AssertionError(outcome.toString());
        };
    }

    private static String refused(JobOutcome<KeptCheckpoint> outcome) {
        return switch (outcome) {
            case JobOutcome.Failed<KeptCheckpoint> failed -> failed.reason();
            default -> throw new AssertionError(outcome.toString());
        };
    }
}
