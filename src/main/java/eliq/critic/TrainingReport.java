package eliq.critic;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Checkpoint;
import eliq.job.JobContext;
import eliq.job.ProcessMemory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a {@link TrainingLoop} within a job: its events become progress, metrics and checkpoints of the job's run. */
public final class TrainingReport {
    /** Metrics are kept at most so often: each is a flush to the disk. The training's own log has every step. */
    private static final long SPACING = 1_000_000_000L;

    private final String stage;
    private final JobContext context;
    private final Catalog catalog;
    private long recordedAt;
    private OptionalInt checkpoint = OptionalInt.empty();
    private Optional<CatalogException> failure = Optional.empty();

    private TrainingReport(String stage, JobContext context, Catalog catalog) {
        this.stage = stage;
        this.context = context;
        this.catalog = catalog;
        this.recordedAt = System.nanoTime() - SPACING;
    }

    /**
     * Trains; returns only where it was not cancelled.
     *
     * @param stage as shown to people
     * @throws eliq.job.JobCancelledException if the job was asked to stop
     */
    public static TrainingOutcome run(
            TrainingLoop loop, String stage, JobContext context, Catalog catalog) throws Exception {
        TrainingReport report = new TrainingReport(stage, context, catalog);
        TrainingOutcome outcome = loop.run(report::on, context::cancelled);
        if (report.failure.isPresent()) {
            throw report.failure.get();
        }
        if (outcome.end() == TrainingOutcome.End.CANCELLED) {
            context.message(kept(context));
            context.checkCancelled();
        }
        return outcome;
    }

    private static String kept(JobContext context) throws CriticException {
        return new Checkpoints(context.directory().resolve("checkpoints"))
                .latest()
                .map(
                        saved ->
                                "stopped; the state of step "
                                        + saved.state().step()
                                        + " is kept in "
                                        + saved.directory())
                .orElse("stopped before the first step; nothing had to be kept");
    }

    private void on(TrainingEvent event) {
        try {
            switch (event) {
                case TrainingEvent.Step s -> step(s);
                case TrainingEvent.Validated v -> context.record(v.step(), metrics(v.result()));
                case TrainingEvent.Mistaken m -> {}
                case TrainingEvent.Checkpointed c -> checkpointed(c.step());
            }
        } catch (CatalogException e) {
            // The training outlives a catalogue that cannot be written; the job says so at its end.
            failure = Optional.of(e);
        }
    }

    private void step(TrainingEvent.Step s) throws CatalogException {
        context.progress(stage, s.step(), s.steps());
        long now = System.nanoTime();
        if (now - recordedAt < SPACING && s.step() < s.steps()) {
            return;
        }
        recordedAt = now;
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", s.loss());
        values.put("learning-rate", s.learningRate());
        values.put("gradient-norm", s.gradientNorm());
        values.put("examples-per-second", s.examplesPerSecond());
        ProcessMemory.residentMegabytes().ifPresent(mb -> values.put("memory-mb", mb));
        context.record(s.step(), values);
    }

    private void checkpointed(int step) throws CatalogException {
        if (checkpoint.isPresent()) {
            save(checkpoint.getAsInt(), false);
        }
        save(step, true);
        checkpoint = OptionalInt.of(step);
    }

    private void save(int step, boolean kept) throws CatalogException {
        Path path =
                context.directory().resolve("checkpoints").resolve(Checkpoints.folderName(step));
        catalog.runs()
                .save(
                        new Checkpoint(
                                context.runId(),
                                step,
                                catalog.relativize(path),
                                kept,
                                Instant.now()));
    }

    private static Map<String, Double> metrics(ValidationResult result) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("validation-loss", result.loss());
        for (ValidationResult.Score s : result.scores()) {
            String of =
                    s.operation().isEmpty()
                            ? s.aspect().key()
                            : String.join("/", s.aspect().key(), s.family(), s.operation());
            metrics.put("validation-accuracy/" + of.toLowerCase(Locale.ROOT), s.accuracy());
            if (s.pairs() > 0) {
                metrics.put("pair-accuracy/" + of.toLowerCase(Locale.ROOT), s.pairAccuracy());
            }
        }
        return metrics;
    }
}
