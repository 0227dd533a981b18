package eliq.benchmark;

import eliq.critic.BackboneLoader;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.metric.Metrics;
import eliq.pairs.degrade.Operation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Scores a rated set with a scorer and baselines, joins scores of other tools, and counts how they agree with the ratings. */
public final class EvaluateJob implements Job<EvaluateParameters, EvaluatedSet> {
    private static final List<Double> SHARES = List.of(0.05, 0.1, 0.2, 0.3, 0.5);
    private static final int LEARNING_REPEATS = 5;

    private final RatedSetStore sets;
    private final Judges judges;
    private final String software;

    /**
     * @param workspace folder of the workspace
     * @param software name and version, kept with the evaluation
     */
    public EvaluateJob(Path workspace, BackboneLoader backbones, Metrics metrics, String software) {
        this.sets = new RatedSetStore(workspace);
        this.judges = new Judges(backbones, metrics);
        this.software = software;
    }

    @Override
    public String kind() {
        return "evaluate";
    }

    @Override
    public Class<EvaluateParameters> parametersType() {
        return EvaluateParameters.class;
    }

    @Override
    public Class<EvaluatedSet> resultType() {
        return EvaluatedSet.class;
    }

    /** What the judges said, and how long they took. */
    private static final class Collected {
        private final List<MethodScores> methods = new ArrayList<>();
        private final List<StrengthCurve> curves = new ArrayList<>();
        private final Map<String, Double> perImage = new LinkedHashMap<>();
        private List<SetScoring.Row> scorerRows = List.of();
        private List<SetScoring.Row> brisqueRows = List.of();
    }

    @Override
    public EvaluatedSet run(EvaluateParameters parameters, JobContext context) throws Exception {
        Instant started = Instant.now();
        StoredSet loaded = sets.load(parameters.set());
        StoredSet stored =
                new StoredSet(
                        loaded.set().withRatings(parameters.visual(), parameters.alignment()),
                        loaded.folder(),
                        loaded.files(),
                        loaded.extra(),
                        loaded.imported());
        boolean scores = parameters.scorer().isPresent() || !parameters.metrics().isEmpty();
        if (scores && stored.files().isEmpty()) {
            throw new BenchmarkException(
                    "The images of '"
                            + parameters.set()
                            + "' are not known; import its ratings again with --images DIR, or evaluate imported scores only");
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        long clock = System.nanoTime();
        Collected collected = new Collected();
        if (parameters.scorer().isPresent()) {
            try (Judge judge = judges.scorer(parameters.scorer().get(), parameters.critic())) {
                collected.scorerRows = judge(judge, stored, parameters, true, collected, context);
            }
        }
        for (String metric : parameters.metrics()) {
            try (Judge judge = judges.metric(metric)) {
                judge(judge, stored, parameters, false, collected, context);
            }
        }
        for (ScoreSource source : parameters.imported()) {
            collected.methods.add(new ScoreFile(source).of(stored.set().images()));
        }
        requireDifferentNames(collected.methods);
        if (parameters.weak().brisque()
                && parameters.weak().repeats() > 0
                && stored.set().visual().isPresent()
                && !stored.files().isEmpty()) {
            BrisqueReading reading = new BrisqueReading();
            collected.brisqueRows =
                    new SetScoring(stored)
                            .run(
                                    reading,
                                    context.directory().resolve("brisque-features.jsonl"),
                                    context);
            collected.perImage.put(
                    reading.method().name(), SetScoring.secondsPerImage(collected.brisqueRows));
        }
        clock = lap(seconds, "scoring", clock);
        Bootstrap.Stop stop = context::checkCancelled;
        context.progress("Correlating", 0, 0);
        Evaluator evaluator =
                new Evaluator(
                        stored.set(),
                        parameters.statistics().curve(),
                        parameters.statistics().bootstrap(),
                        stop);
        List<Evaluation.TargetResult> targets = evaluator.targets(collected.methods);
        Optional<Evaluation.RatingCorrelation> ratings = evaluator.ratings();
        clock = lap(seconds, "statistics", clock);
        context.progress("Fitting regressors", 0, 0);
        WeakRuns weak =
                WeakRuns.of(
                        parameters.weak(),
                        stored.set(),
                        collected.scorerRows,
                        collected.brisqueRows,
                        context);
        lap(seconds, "weak supervision", clock);
        Evaluation evaluation =
                new EvaluationAssembly(stored, collected.methods, ratings)
                        .of(
                                targets,
                                weak.usual(),
                                weak.learning(),
                                collected.curves,
                                runFacts(parameters, started, seconds, collected.perImage));
        Path file = EvaluationFile.write(parameters.output(), evaluation);
        return new EvaluatedSet(
                file,
                stored.set().images().size(),
                collected.methods.stream().map(m -> m.method().name()).toList());
    }

    private static long lap(Map<String, Double> seconds, String step, long since) {
        long now = System.nanoTime();
        seconds.put(step, (now - since) / 1e9);
        return now;
    }

    private List<SetScoring.Row> judge(
            Judge judge,
            StoredSet stored,
            EvaluateParameters parameters,
            boolean degrade,
            Collected collected,
            JobContext context)
            throws Exception {
        Path folder = context.directory();
        String name = judge.method().name().replaceAll("[^A-Za-z0-9._-]", "_");
        List<SetScoring.Row> rows =
                new SetScoring(stored).run(judge, folder.resolve(name + ".jsonl"), context);
        collected.methods.add(SetScoring.scores(judge.method(), rows));
        collected.perImage.put(judge.method().name(), SetScoring.secondsPerImage(rows));
        if (degrade && parameters.monotonicity().images() > 0) {
            DegradationTest test =
                    new DegradationTest(
                            Arrays.asList(Operation.values()),
                            parameters.monotonicity().steps(),
                            parameters.monotonicity().seed());
            try (JsonRows<DegradationTest.Row> journal =
                    JsonRows.open(folder.resolve("degraded.jsonl"), DegradationTest.Row.class)) {
                test.run(
                        judge,
                        subjects(stored, parameters.monotonicity().images()),
                        journal,
                        context);
                collected.curves.addAll(test.curves(judge.method(), journal.rows()));
            }
        }
        return rows;
    }

    /** Images spread evenly over those that rate best: there must be something to spoil. */
    private static List<DegradationTest.Subject> subjects(StoredSet stored, int count) {
        RatedSet set = stored.set();
        List<RatedImage> best =
                set.images().stream()
                        .filter(i -> stored.files().containsKey(i.name()))
                        .sorted(
                                java.util.Comparator.comparingDouble(
                                        (RatedImage i) ->
                                                set.visual().map(i::rating).orElse(Double.NaN)
                                                        * -1))
                        .toList();
        List<RatedImage> half =
                best.subList(0, Math.max(Math.min(count, best.size()), best.size() / 2));
        int taken = Math.min(count, half.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> half.get((int) ((long) i * half.size() / taken)))
                .map(
                        i ->
                                new DegradationTest.Subject(
                                        i.name(), stored.files().get(i.name()), i.prompt()))
                .toList();
    }

    private static void requireDifferentNames(List<MethodScores> methods)
            throws BenchmarkException {
        Set<String> names = new HashSet<>();
        for (MethodScores each : methods) {
            if (!names.add(each.method().name())) {
                throw new BenchmarkException(
                        "Two methods are called '"
                                + each.method().name()
                                + "'; give the imported scores another name: --scores NAME=FILE");
            }
        }
        if (methods.isEmpty()) {
            throw new BenchmarkException(
                    "There is nothing to evaluate; name a scorer, a metric or a file of scores");
        }
    }

    private Evaluation.RunFacts runFacts(
            EvaluateParameters parameters,
            Instant started,
            Map<String, Double> seconds,
            Map<String, Double> perImage) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("set", parameters.set());
        parameters.scorer().ifPresent(s -> values.put("scorer", s.getFileName().toString()));
        values.put(
                "metrics",
                parameters.metrics().isEmpty() ? "none" : String.join(", ", parameters.metrics()));
        values.put("mapping", parameters.statistics().curve().title());
        values.put(
                "bootstrap draws", Integer.toString(parameters.statistics().bootstrap().draws()));
        values.put("weak supervision, splits", Integer.toString(parameters.weak().repeats()));
        values.put(
                "BRISQUE on the splits",
                parameters.weak().brisque() ? BrisqueReading.SETTINGS_TEXT : "left out");
        values.put(
                "monotonicity",
                parameters.monotonicity().images()
                        + " images, "
                        + parameters.monotonicity().steps()
                        + " strengths");
        Map<String, Long> seeds = new LinkedHashMap<>();
        seeds.put("bootstrap", parameters.statistics().bootstrap().seed());
        seeds.put("weak supervision, first split", parameters.weak().seed());
        seeds.put("degradations", parameters.monotonicity().seed());
        return new Evaluation.RunFacts(
                software, started, values, seeds, Machine.facts(), seconds, perImage);
    }
}
