package eliq.scorer;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ModelRecord;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.critic.BackboneLoader;
import eliq.critic.CatalogImages;
import eliq.critic.Critic;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.job.ProcessMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Stage 2 as a job: reads the tuples of a set with the frozen critic, then fits a scorer. Readings are kept in the
 * catalogue and the training's state after each epoch in the job's folder, so that a killed job goes on to the same
 * scorer.
 */
public final class TrainScorerJob implements Job<TrainScorerParameters, TrainScorerResult> {
    public static final String KIND = "train-scorer";

    private final Catalog catalog;
    private final BackboneLoader backbones;

    public TrainScorerJob(Catalog catalog, BackboneLoader backbones) {
        this.catalog = catalog;
        this.backbones = backbones;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<TrainScorerParameters> parametersType() {
        return TrainScorerParameters.class;
    }

    @Override
    public Class<TrainScorerResult> resultType() {
        return TrainScorerResult.class;
    }

    @Override
    public TrainScorerResult run(TrainScorerParameters parameters, JobContext context)
            throws Exception {
        List<Tuple> tuples = tuples(catalog, parameters);
        try (Critic critic = parameters.critic().open(backbones)) {
            return train(parameters, context, critic, tuples);
        } catch (CancellationException e) {
            context.checkCancelled();
            throw new JobCancelledException();
        }
    }

    /** The set's tuples outside the held-out prompts; at least one. */
    static List<Tuple> tuples(Catalog catalog, TrainScorerParameters parameters)
            throws CatalogException, ScorerException {
        Optional<TupleSet> set = catalog.tuples().findSet(parameters.tupleSet());
        if (set.isEmpty()) {
            throw new ScorerException(
                    "there is no tuple set named '"
                            + parameters.tupleSet()
                            + "'; build one with 'eliq pairs build', or choose one of 'eliq pairs list'");
        }
        List<Tuple> all = catalog.tuples().forTraining(set.get().id());
        List<Tuple> kept =
                all.stream()
                        .filter(t -> !parameters.heldOut().holdsOut(t.prompt().text()))
                        .toList();
        if (kept.isEmpty()) {
            throw new ScorerException(
                    "the tuple set '"
                            + parameters.tupleSet()
                            + "' has "
                            + all.size()
                            + " tuples, none of them outside the held-out prompts; build more pairs or hold out less");
        }
        return kept;
    }

    private TrainScorerResult train(
            TrainScorerParameters parameters, JobContext context, Critic critic, List<Tuple> tuples)
            throws ScorerException, CatalogException {
        CachedReadings readings =
                new CachedReadings(
                        critic,
                        new CatalogImages(catalog, critic.backbone()),
                        Optional.of(catalog.embeddings()));
        TupleReader reader = new TupleReader(readings, parameters.families(), parameters.aspects());
        int images = reader.images(tuples);
        List<EmbeddedTuple> embedded =
                reader
                        .read(
                                tuples,
                                parameters.batchImages(),
                                done -> context.progress("Reading images", done, images),
                                context::cancelled)
                        .stream()
                        .map(ReadTuple::embedded)
                        .toList();
        Path state = context.directory().resolve("training.safetensors");
        TrainedNetwork trained;
        try {
            trained =
                    ScorerTrainer.train(
                            embedded,
                            parameters.network(),
                            parameters.training(),
                            Optional.of(state),
                            new Recorder(context, parameters.training(), embedded.size()));
        } catch (ScorerTrainer.TrainingCancelled e) {
            context.message(
                    Files.exists(state)
                            ? "stopped; the state of the last whole epoch is kept in " + state
                            : "stopped in the first epoch; what was read is kept");
            throw e;
        }
        ScorerCard card =
                ScorerCard.of(parameters.name(), parameters.critic(), critic, trained, embedded);
        Scorer.save(parameters.output(), card, trained, embedded);
        return register(parameters, trained, embedded.size());
    }

    private TrainScorerResult register(
            TrainScorerParameters parameters, TrainedNetwork trained, int tuples)
            throws ScorerException, CatalogException {
        Path folder = parameters.output().toAbsolutePath().normalize();
        try (Scorer scorer = Scorer.open(folder)) {
            Epoch best = trained.bestEpoch();
            Map<String, Double> accuracy = new TreeMap<>();
            best.validationAccuracy().forEach((aspect, a) -> accuracy.put(aspect.key(), a));
            catalog.models()
                    .save(
                            new ModelRecord(
                                    ModelRecord.Kind.SCORER,
                                    parameters.name(),
                                    catalog.relativize(folder),
                                    scorer.identity(),
                                    Optional.of(scorer.card().backbone().weights()),
                                    Json.write(Map.of("validationAccuracy", accuracy)),
                                    Instant.now()));
            return new TrainScorerResult(
                    folder, scorer.identity(), tuples, best.number(), accuracy);
        }
    }

    /** Carries the training's news to the job. */
    private static final class Recorder implements ScorerTrainer.Listener {
        private final JobContext context;
        private final TrainingSettings settings;
        private final int tuples;
        private long before = System.nanoTime();

        Recorder(JobContext context, TrainingSettings settings, int tuples) {
            this.context = context;
            this.settings = settings;
            this.tuples = tuples;
        }

        @Override
        public void epoch(Epoch done) throws ScorerException {
            long now = System.nanoTime();
            Map<String, Double> values = new HashMap<>();
            values.put("loss", done.loss());
            long perEpoch = done.steps() / done.number();
            values.put(
                    "learning-rate",
                    settings.learningRateAt(
                            Math.max(0, done.steps() - 1), perEpoch * settings.epochs()));
            values.put("tuples-per-second", tuples / Math.max(1e-9, (now - before) * 1e-9));
            before = now;
            ProcessMemory.residentMegabytes().ifPresent(mb -> values.put("memory-mb", mb));
            if (!done.validationAccuracy().isEmpty()) {
                values.put("validation/loss", done.validationLoss());
            }
            done.validationAccuracy()
                    .forEach(
                            (aspect, accuracy) ->
                                    values.put("validation/accuracy/" + aspect.key(), accuracy));
            try {
                context.record(done.number(), values);
            } catch (CatalogException e) {
                throw new ScorerException(e.getMessage(), e);
            }
            context.progress("Training the scorer", done.number(), settings.epochs());
        }

        @Override
        public boolean cancelled() {
            return context.cancelled();
        }
    }
}
