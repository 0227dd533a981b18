package eliq.benchmark.ablation;

import eliq.benchmark.BenchmarkException;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.StoredSet;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.critic.BackboneLoader;
import eliq.critic.Critic;
import eliq.critic.TrainCriticJob;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainCriticResult;
import eliq.file.WholeFile;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.job.JobJson;
import eliq.job.Phases;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairsJob;
import eliq.pairs.Pictures;
import eliq.scorer.CriticChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The ablations: every cell is trained for every seed and measured on the same held-out prompts. A critic and its readings
 * serve all cells of the same supervision. Each run of a cell is a part of the job with a folder of its own; one that is
 * finished is never repeated, one that was interrupted goes on where it was.
 */
public final class AblateJob implements Job<AblateParameters, AblationResult> {
    public static final String KIND = "ablate";

    /** Name of the result within the output folder. */
    public static final String FILE = "ablation.json";

    private final Catalog catalog;
    private final BackboneLoader backbones;
    private final BuildPairsJob buildPairs;
    private final TrainCriticJob trainCritic;
    private final RatedSetStore ratedSets;

    public AblateJob(Catalog catalog, BackboneLoader backbones, BuildPairsJob buildPairs) {
        this.catalog = catalog;
        this.backbones = backbones;
        this.buildPairs = buildPairs;
        this.trainCritic = new TrainCriticJob(catalog, backbones);
        this.ratedSets = new RatedSetStore(catalog.folder());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<AblateParameters> parametersType() {
        return AblateParameters.class;
    }

    @Override
    public Class<AblationResult> resultType() {
        return AblationResult.class;
    }

    /** What all runs learn from and are tested on. */
    private record Material(List<Tuple> training, List<Tuple> heldOut, Optional<StoredSet> rated) {}

    /** A critic that serves several runs. */
    private record Group(Cell.Reader reader, long criticSeed) {
        String key() {
            return reader.key() + (reader.tuned() ? "-" + criticSeed : "");
        }
    }

    @Override
    public AblationResult run(AblateParameters parameters, JobContext context) throws Exception {
        Phases phases = new Phases(context.directory());
        Optional<StoredSet> rated =
                parameters.ratings().isPresent()
                        ? Optional.of(ratedSets.load(parameters.ratings().get()))
                        : Optional.empty();
        if (parameters.build().isPresent()) {
            phases.run(
                    "pairs",
                    BuildPairs.Result.class,
                    () -> buildPairs.run(parameters.build().get(), context.part("pairs")));
        }
        Material material = material(parameters, rated);
        Map<Group, List<CellRun>> groups = groups(parameters, context);
        int total = groups.values().stream().mapToInt(List::size).sum();
        List<CellOutcome> outcomes = new ArrayList<>();
        try {
            for (Map.Entry<Group, List<CellRun>> group : groups.entrySet()) {
                context.checkCancelled();
                run(parameters, group.getKey(), group.getValue(), material, phases, context);
                for (CellRun run : group.getValue()) {
                    outcomes.add(run.outcome());
                }
                context.progress("Cells", outcomes.size(), total);
            }
        } catch (CancellationException e) {
            context.checkCancelled();
            throw new JobCancelledException();
        }
        return finish(parameters, material, outcomes, phases);
    }

    private Material material(AblateParameters parameters, Optional<StoredSet> rated)
            throws CatalogException, BenchmarkException {
        Optional<TupleSet> set = catalog.tuples().findSet(parameters.set());
        if (set.isEmpty()) {
            throw new BenchmarkException(
                    "There is no set of pairs named '"
                            + parameters.set()
                            + "'; choose one of 'eliq pairs list', or leave the name out to have one painted");
        }
        List<Tuple> all = catalog.tuples().forTraining(set.get().id());
        List<Tuple> heldOut =
                all.stream().filter(t -> parameters.split().holdsOut(t.prompt().text())).toList();
        List<Tuple> training =
                all.stream().filter(t -> !parameters.split().holdsOut(t.prompt().text())).toList();
        if (training.size() < 2 || heldOut.isEmpty()) {
            throw new BenchmarkException(
                    "The set '"
                            + parameters.set()
                            + "' has "
                            + training.size()
                            + " tuples to learn from and "
                            + heldOut.size()
                            + " held out; both are needed: take a larger set or another share");
        }
        return new Material(training, heldOut, rated);
    }

    private static Map<Group, List<CellRun>> groups(
            AblateParameters parameters, JobContext context) {
        Map<Group, List<CellRun>> groups = new LinkedHashMap<>();
        for (Cell cell : parameters.cells()) {
            for (long seed : parameters.seeds()) {
                long criticSeed = cell.tuned() ? parameters.criticSeed(seed) : 0;
                groups.computeIfAbsent(new Group(cell.reader(), criticSeed), g -> new ArrayList<>())
                        .add(new CellRun(cell, seed, parameters, context));
            }
        }
        return groups;
    }

    private void run(
            AblateParameters parameters,
            Group group,
            List<CellRun> runs,
            Material material,
            Phases phases,
            JobContext context)
            throws Exception {
        List<CellRun> open = runs.stream().filter(run -> !run.finished()).toList();
        if (open.isEmpty()) {
            return;
        }
        Path model =
                group.reader().tuned()
                        ? phases.timed("critics", () -> critic(parameters, group, context))
                        : parameters.backbone();
        CellReadings readings =
                phases.timed(
                        "readings",
                        () -> read(parameters, group, model, material, context.part(group.key())));
        for (CellRun run : open) {
            context.checkCancelled();
            phases.timed("scorers", () -> run.train(readings));
        }
    }

    private Path critic(AblateParameters parameters, Group group, JobContext context)
            throws Exception {
        JobContext part = context.part("critic-" + group.key());
        TrainCriticParameters usual =
                TrainCriticParameters.lora(
                        "ablation-" + context.runId() + "-" + group.key(),
                        parameters.set(),
                        parameters.backbone());
        TrainCriticParameters chosen =
                new TrainCriticParameters(
                        usual.name(),
                        usual.tupleSet(),
                        usual.backbone(),
                        parameters.mode(),
                        group.criticSeed(),
                        usual.instructions(),
                        group.reader().aspects(),
                        group.reader().families(),
                        usual.balanceLabels(),
                        parameters.split(),
                        parameters.critic().withSeed(group.criticSeed()));
        return new Phases(part.directory())
                .run("training", TrainCriticResult.class, () -> trainCritic.run(chosen, part))
                .directory();
    }

    private CellReadings read(
            AblateParameters parameters,
            Group group,
            Path model,
            Material material,
            JobContext part)
            throws Exception {
        try (Critic critic = CriticChoice.of(model).open(backbones)) {
            return new CellReader(catalog, Pictures.of(catalog), critic, part)
                    .read(
                            group.reader(),
                            material.training(),
                            material.heldOut(),
                            parameters.strengths(),
                            parameters.split().seed(),
                            material.rated());
        }
    }

    private static AblationResult finish(
            AblateParameters parameters,
            Material material,
            List<CellOutcome> outcomes,
            Phases phases)
            throws Exception {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("training tuples", (long) material.training().size());
        counts.put("held-out tuples", (long) material.heldOut().size());
        counts.put("rated images", material.rated().map(s -> (long) s.files().size()).orElse(0L));
        counts.put("cells", (long) parameters.cells().size());
        counts.put("runs", (long) outcomes.size());
        Files.createDirectories(parameters.output());
        Path file = parameters.output().toAbsolutePath().normalize().resolve(FILE);
        AblationResult result =
                new AblationResult(
                        AblationResult.tables(parameters.tables(), outcomes),
                        outcomes,
                        counts,
                        phases.seconds("pairs", "critics", "readings", "scorers"),
                        file);
        WholeFile.write(file, JobJson.write(result));
        return result;
    }
}
