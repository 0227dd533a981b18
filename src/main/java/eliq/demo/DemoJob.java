package eliq.demo;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.Tuple;
import eliq.critic.BackboneLoader;
import eliq.critic.CatalogImages;
import eliq.critic.TrainCriticJob;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainCriticResult;
import eliq.file.Folders;
import eliq.generate.FixedGenerators;
import eliq.generate.ImageGenerator;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.Phases;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairsJob;
import eliq.pairs.Pictures;
import eliq.pairs.PromptDistance;
import eliq.pairs.PromptVariants;
import eliq.scorer.CachedReadings;
import eliq.scorer.CriticChoice;
import eliq.scorer.ImageScorer;
import eliq.scorer.ReadTuple;
import eliq.scorer.TrainScorerJob;
import eliq.scorer.TrainScorerParameters;
import eliq.scorer.TrainScorerResult;
import eliq.scorer.TupleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the method from prompts to scored images: pairs, critic, scorer, held-out scores, report. Killed at any point, it
 * goes on with the phase it was in.
 */
public final class DemoJob implements Job<DemoParameters, DemoResult> {
    public static final String KIND = "demo";

    private static final int BATCH_IMAGES = 8;

    private final Catalog catalog;
    private final BackboneLoader backbones;
    private final Pictures pictures;
    private final BuildPairsJob buildPairs;
    private final TrainCriticJob trainCritic;
    private final TrainScorerJob trainScorer;

    /**
     * @param catalog takes images, pairs and models
     * @param painter draws the scenes
     * @param variants of prompts, for the negatives that are drawn
     * @param distance between prompts
     */
    public DemoJob(
            Catalog catalog,
            BackboneLoader backbones,
            ImageGenerator painter,
            PromptVariants variants,
            PromptDistance distance) {
        this.catalog = catalog;
        this.backbones = backbones;
        this.pictures = Pictures.of(catalog);
        this.buildPairs =
                new BuildPairsJob(
                        catalog, pictures, FixedGenerators.of(painter), variants, distance);
        this.trainCritic = new TrainCriticJob(catalog, backbones);
        this.trainScorer = new TrainScorerJob(catalog, backbones);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<DemoParameters> parametersType() {
        return DemoParameters.class;
    }

    @Override
    public Class<DemoResult> resultType() {
        return DemoResult.class;
    }

    @Override
    public DemoResult run(DemoParameters parameters, JobContext context) throws Exception {
        String name = "demo-" + context.runId();
        Path output = parameters.output().toAbsolutePath().normalize();
        Files.createDirectories(output);
        Phases phases = new Phases(context.directory());
        PositivePlan plan = PositivePlan.of(parameters, name);
        plan.notes().forEach(context::message);
        BuildPairs.Result pairs =
                phases.run(
                        "pairs",
                        BuildPairs.Result.class,
                        () -> buildPairs.run(plan.pairs(), context.part("pairs")));
        TrainCriticResult critic =
                phases.run(
                        "critic",
                        TrainCriticResult.class,
                        () ->
                                trainCritic.run(
                                        criticParameters(parameters, plan, name),
                                        context.part("critic")));
        Path scorerFolder = output.resolve("scorer");
        TrainScorerResult scorer =
                phases.run(
                        "scorer",
                        TrainScorerResult.class,
                        () ->
                                trainScorer.run(
                                        scorerParameters(
                                                parameters, plan, critic, name, scorerFolder),
                                        context.part("scorer")));
        Folders.copy(critic.directory(), scorer.scorer().resolve("critic"));
        Evaluation evaluation =
                phases.timed(
                        "score",
                        () -> evaluate(parameters, plan, pairs, scorer, context.part("score")));
        return write(parameters, plan, critic, scorer, evaluation, phases, output, context);
    }

    private static TrainCriticParameters criticParameters(
            DemoParameters parameters, PositivePlan plan, String name) {
        return TrainCriticParameters.lora(
                        name + "-critic", plan.pairs().set(), parameters.backbone())
                .withSplit(plan.split())
                .withMode(parameters.adapter())
                .withTraining(parameters.critic().withSeed(parameters.seed()));
    }

    private static TrainScorerParameters scorerParameters(
            DemoParameters parameters,
            PositivePlan plan,
            TrainCriticResult critic,
            String name,
            Path folder) {
        return new TrainScorerParameters(
                plan.pairs().set(),
                plan.split(),
                CriticChoice.of(critic.directory()),
                EnumSet.allOf(Family.class),
                EnumSet.allOf(Aspect.class),
                parameters.network(),
                parameters.scorer().withSeed(parameters.seed()),
                BATCH_IMAGES,
                name,
                folder);
    }

    private Evaluation evaluate(
            DemoParameters parameters,
            PositivePlan plan,
            BuildPairs.Result pairs,
            TrainScorerResult trained,
            JobContext context)
            throws Exception {
        List<Tuple> heldOut =
                catalog.tuples().forTraining(pairs.setId()).stream()
                        .filter(t -> plan.split().holdsOut(t.prompt().text()))
                        .toList();
        try (ImageScorer scorer = ImageScorer.open(trained.scorer(), Optional.empty(), backbones)) {
            CachedReadings readings =
                    new CachedReadings(
                            scorer.critic(),
                            new CatalogImages(catalog, scorer.critic().backbone()),
                            Optional.of(catalog.embeddings()));
            TupleReader reader =
                    new TupleReader(
                            readings, EnumSet.allOf(Family.class), EnumSet.allOf(Aspect.class));
            int images = reader.images(heldOut);
            List<ReadTuple> read =
                    reader.read(
                            heldOut,
                            BATCH_IMAGES,
                            done -> context.progress("Reading held-out images", done, images),
                            context::cancelled);
            List<ScoredTuple> scored =
                    read.stream().map(tuple -> ScoredTuple.of(tuple, scorer)).toList();
            List<StrengthResult> strengths =
                    new StrengthTest(scorer, pictures, parameters.strengths(), parameters.seed())
                            .run(scored, context);
            return new Evaluation(scored, strengths);
        }
    }

    private DemoResult write(
            DemoParameters parameters,
            PositivePlan plan,
            TrainCriticResult critic,
            TrainScorerResult scorer,
            Evaluation evaluation,
            Phases phases,
            Path output,
            JobContext context)
            throws Exception {
        context.progress("Writing the report", 0, 1);
        Map<String, Double> seconds = phases.seconds("pairs", "critic", "scorer", "score");
        Map<String, Long> counts = counts(plan, critic, scorer, evaluation);
        Path scores = output.resolve("scores.csv");
        Path summary = output.resolve("summary.json");
        Path report = output.resolve("report.html");
        new OutputFiles(catalog).writeScores(scores, evaluation.tuples());
        OutputFiles.writeSummary(summary, parameters, evaluation, seconds, counts);
        new ReportAssembly(catalog, pictures, parameters, plan, critic, scorer, evaluation)
                .write(report, seconds, counts, context.runId());
        context.progress("Writing the report", 1, 1);
        return new DemoResult(
                report, scores, summary, scorer.scorer(), evaluation.figures(), seconds);
    }

    private static Map<String, Long> counts(
            PositivePlan plan,
            TrainCriticResult critic,
            TrainScorerResult scorer,
            Evaluation evaluation) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("trainingTuples", (long) scorer.tuples());
        counts.put("trainingImages", (long) critic.trainingImages());
        counts.put("trainingQuestions", (long) critic.trainingSamples());
        counts.put("heldOutTuples", (long) evaluation.tuples().size());
        counts.put(
                "heldOutPairs",
                evaluation.tuples().stream().mapToLong(t -> t.negatives().size()).sum());
        counts.put("skipped", (long) plan.notes().size());
        return counts;
    }
}
