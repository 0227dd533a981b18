package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of scores against a file of ratings: what needs neither images nor a workspace. */
public final class ScoreComparison {
    private final RatedSet set;
    private final EvaluateParameters.Statistics statistics;
    private final String software;

    /**
     * @param software name and version, kept with the evaluation
     */
    public ScoreComparison(
            RatedSet set, EvaluateParameters.Statistics statistics, String software) {
        this.set = set;
        this.statistics = statistics;
        this.software = software;
    }

    /** Joins and counts. */
    public Evaluation of(List<ScoreSource> sources, Bootstrap.Stop stop)
            throws BenchmarkException, JobCancelledException {
        Instant started = Instant.now();
        long clock = System.nanoTime();
        List<MethodScores> methods = new ArrayList<>();
        for (ScoreSource source : sources) {
            methods.add(new ScoreFile(source).of(set.images()));
        }
        Evaluator evaluator = new Evaluator(set, statistics.curve(), statistics.bootstrap(), stop);
        List<Evaluation.TargetResult> targets = evaluator.targets(methods);
        if (methods.stream().allMatch(m -> m.visual().isEmpty() && m.alignment().isEmpty())) {
            throw new BenchmarkException(
                    "No image has both a rating and a score: of the "
                            + set.images().size()
                            + " names in the ratings, such as "
                            + set.images().getFirst().name()
                            + ", none is in the files of scores; check both columns of image names");
        }
        if (targets.isEmpty()) {
            throw new BenchmarkException(
                    "No score can be held against a rating: the ratings are of "
                            + set.visual().map(v -> "visual quality (" + v + ")").orElse("")
                            + (set.visual().isPresent() && set.alignment().isPresent()
                                    ? " and "
                                    : "")
                            + set.alignment().map(a -> "alignment (" + a + ")").orElse("")
                            + "; name the columns");
        }
        Optional<Evaluation.RatingCorrelation> ratings = evaluator.ratings();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("mapping", statistics.curve().title());
        parameters.put("bootstrap draws", Integer.toString(statistics.bootstrap().draws()));
        return new EvaluationAssembly(
                        new StoredSet(set, Optional.empty(), Map.of(), 0, started),
                        methods,
                        ratings)
                .of(
                        targets,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Evaluation.RunFacts(
                                software,
                                started,
                                parameters,
                                Map.of("bootstrap", statistics.bootstrap().seed()),
                                Machine.facts(),
                                Map.of("statistics", (System.nanoTime() - clock) / 1e9),
                                Map.of()));
    }
}
