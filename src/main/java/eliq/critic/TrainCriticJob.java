package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ModelRecord;
import eliq.image.ContentHash;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stage 1 as a job: from a tuple set to a critic's folder. Stopped in whatever way, it goes on with the same losses. */
public final class TrainCriticJob implements Job<TrainCriticParameters, TrainCriticResult> {
    /** The job's kind. */
    public static final String KIND = "train-critic";

    private final Catalog catalog;
    private final BackboneLoader loader;

    public TrainCriticJob(Catalog catalog, BackboneLoader loader) {
        this.catalog = catalog;
        this.loader = loader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<TrainCriticParameters> parametersType() {
        return TrainCriticParameters.class;
    }

    @Override
    public Class<TrainCriticResult> resultType() {
        return TrainCriticResult.class;
    }

    @Override
    public TrainCriticResult run(TrainCriticParameters parameters, JobContext context)
            throws Exception {
        CriticFolder folder = new CriticFolder(catalog.modelsFolder(), parameters.name());
        folder.requireFree(context.directory());
        CriticData data = CriticData.of(catalog, parameters);
        context.message(
                data.trainingSamples()
                        + " questions about "
                        + data.training().size()
                        + " images to learn from, "
                        + data.validation().size()
                        + " images of other prompts to test on");
        Trained trained = train(parameters, data, context);
        Path made = folder.finish(trained.saved(), trained.card(), loader);
        CriticCard card = CriticCard.read(made);
        record(catalog, card, made);
        TrainingOutcome outcome = trained.outcome();
        return new TrainCriticResult(
                made,
                card.identity(),
                outcome.end(),
                outcome.step(),
                firstLoss(outcome.losses()),
                lastLoss(outcome.losses()),
                outcome.validation(),
                data.training().size(),
                data.trainingSamples(),
                outcome.examplesPerSecond(),
                context.directory().resolve("training.jsonl"));
    }

    /** What is left when the model itself is closed. */
    private record Trained(TrainingOutcome outcome, Path saved, CriticCard card) {}

    private Trained train(TrainCriticParameters p, CriticData data, JobContext context)
            throws Exception {
        context.progress("Opening the model", 0, 1);
        String base = loader.identity(p.backbone()).weights();
        try (BackboneTraining training =
                loader.with(p.precision(), p.checkpointing())
                        .openForTraining(p.backbone(), p.mode(), p.modelSeed())) {
            Backbone backbone = training.current();
            CatalogImages images = new CatalogImages(catalog, backbone);
            String hash = hash(p, data, base);
            Optional<ValidationSource> checks =
                    data.validation().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new CriticChecks(data.validation(), p.instructions(), images));
            TrainingLoop loop =
                    new TrainingLoop(
                            training,
                            new CriticExamples(
                                    data.training(), p.instructions(), images, p.balanceLabels()),
                            checks,
                            p.training(),
                            context.directory(),
                            hash);
            TrainingOutcome outcome =
                    TrainingReport.run(loop, "Training the critic", context, catalog);
            context.progress("Saving the critic", 0, 1);
            Path saved = CriticFolder.save(training, context.directory());
            return new Trained(outcome, saved, card(p, base, hash, outcome));
        }
    }

    /** Everything that the losses depend on, besides the settings that a checkpoint holds itself. */
    private static String hash(TrainCriticParameters p, CriticData data, String base) {
        String all =
                String.join(
                        "\n",
                        base,
                        CriticSamples.hash(data.training()),
                        CriticSamples.hash(data.validation()),
                        JobJson.write(p.instructions()),
                        p.mode().toString(),
                        Long.toString(p.modelSeed()),
                        Boolean.toString(p.balanceLabels()));
        return ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static CriticCard card(
            TrainCriticParameters p, String base, String hash, TrainingOutcome outcome) {
        return new CriticCard(
                CriticCard.FORMAT,
                p.name(),
                p.mode() instanceof TrainingMode.Lora,
                p.backbone().toAbsolutePath().normalize(),
                base,
                "",
                p.instructions(),
                p.instructions().hash(),
                hash,
                p,
                outcome.step(),
                lastLoss(outcome.losses()),
                outcome.validation(),
                Instant.now());
    }

    static void record(Catalog catalog, CriticCard card, Path made) throws CatalogException {
        catalog.models()
                .save(
                        new ModelRecord(
                                card.adapter()
                                        ? ModelRecord.Kind.ADAPTER
                                        : ModelRecord.Kind.BACKBONE,
                                card.name(),
                                catalog.relativize(made),
                                card.identity(),
                                Optional.of(card.backboneIdentity()),
                                JobJson.write(card),
                                card.trained()));
    }

    private static double firstLoss(List<TrainingEvent.Step> losses) {
        return mean(losses.subList(0, Math.min(losses.size(), tenth(losses))));
    }

    /** Mean of the last tenth of the steps, nats. */
    static double lastLoss(List<TrainingEvent.Step> losses) {
        return mean(losses.subList(losses.size() - tenth(losses), losses.size()));
    }

    private static int tenth(List<TrainingEvent.Step> losses) {
        return losses.isEmpty() ? 0 : Math.max(1, losses.size() / 10);
    }

    private static double mean(List<TrainingEvent.Step> losses) {
        return losses.stream().mapToDouble(TrainingEvent.Step::loss).average().orElse(0);
    }
}
