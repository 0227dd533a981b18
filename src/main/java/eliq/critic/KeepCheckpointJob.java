package eliq.critic;

import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a critic of where a training stopped, to be used as any other. The training itself stays as it is and can be
 * gone on with.
 */
public final class KeepCheckpointJob implements Job<KeepCheckpoint, KeptCheckpoint> {
    /** The job's kind. */
    public static final String KIND = "keep-checkpoint";

    private final Catalog catalog;
    private final BackboneLoader loader;

    public KeepCheckpointJob(Catalog catalog, BackboneLoader loader) {
        this.catalog = catalog;
        this.loader = loader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<KeepCheckpoint> parametersType() {
        return KeepCheckpoint.class;
    }

    @Override
    public Class<KeptCheckpoint> resultType() {
        return KeptCheckpoint.class;
    }

    @Override
    public KeptCheckpoint run(KeepCheckpoint wanted, JobContext context) throws Exception {
        CriticFolder folder = new CriticFolder(catalog.modelsFolder(), wanted.name());
        folder.requireFree(context.directory());
        JobRecord job = training(wanted.job());
        TrainCriticParameters p = JobRunner.parameters(job, TrainCriticParameters.class);
        Path directory = catalog.resolve(job.directory());
        Checkpoints.Saved state = state(directory, wanted);
        context.progress("Opening the model", 0, 1);
        String base = loader.identity(p.backbone()).weights();
        Path saved;
        try (BackboneTraining training =
                loader.with(p.precision(), p.checkpointing())
                        .openForTraining(p.backbone(), p.mode(), p.modelSeed())) {
            training.loadState(state.directory());
            context.checkCancelled();
            context.progress("Saving the critic", 0, 1);
            saved = CriticFolder.save(training, context.directory());
        }
        CriticCard card = card(wanted.name(), p, base, state.state(), directory);
        Path made = folder.finish(saved, card, loader);
        CriticCard written = CriticCard.read(made);
        TrainCriticJob.record(catalog, written, made);
        return new KeptCheckpoint(made, written.identity(), state.state().step());
    }

    private JobRecord training(long id) throws CriticException, CatalogException {
        JobRecord job =
                catalog.jobs()
                        .find(id)
                        .filter(found -> found.kind().equals(TrainCriticJob.KIND))
                        .orElseThrow(
                                () ->
                                        new CriticException(
                                                "job "
                                                        + id
                                                        + " is no training of a critic; 'eliq jobs list' shows"
                                                        + " those there are"));
        if (job.state() == JobState.RUNNING) {
            throw new CriticException(
                    "job "
                            + id
                            + " is running, and its checkpoint is replaced meanwhile; pause it first");
        }
        return job;
    }

    private static Checkpoints.Saved state(Path directory, KeepCheckpoint wanted)
            throws CriticException {
        return new Checkpoints(directory.resolve(wanted.best() ? "best" : "checkpoints"))
                .latest()
                .orElseThrow(
                        () ->
                                new CriticException(
                                        "job "
                                                + wanted.job()
                                                + " has no "
                                                + (wanted.best() ? "best state" : "checkpoint")
                                                + (wanted.best()
                                                        ? ": it had no patience, or stopped before its first"
                                                                + " validation; leave out --best"
                                                        : ": it stopped before its first step")));
    }

    private static CriticCard card(
            String name,
            TrainCriticParameters p,
            String base,
            Checkpoints.LoopState state,
            Path directory)
            throws CriticException {
        TrainingHistory history = new TrainingHistory(directory);
        try {
            history.refresh();
        } catch (IOException e) {
            throw new CriticException(
                    "the training's log in " + directory + " cannot be read: " + e.getMessage(), e);
        }
        List<TrainingEvent.Step> steps =
                history.steps().stream().filter(step -> step.step() <= state.step()).toList();
        return new CriticCard(
                CriticCard.FORMAT,
                name,
                p.mode() instanceof TrainingMode.Lora,
                p.backbone().toAbsolutePath().normalize(),
                base,
                "",
                p.instructions(),
                p.instructions().hash(),
                state.data(),
                p,
                state.step(),
                TrainCriticJob.lastLoss(steps),
                Optional.ofNullable(history.validations().get(state.step())),
                Instant.now());
    }
}
