package eliq.benchmark.eras;

import eliq.benchmark.RatedImage;
import eliq.benchmark.eras.EraScore.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The change of a mean score between two eras with its 95 % interval (bootstrap percentiles). Where enough prompts are
 * common to both, each is compared with itself: another choice of subjects is then no drift.
 *
 * @param paired whether it is counted by common prompts
 */
record EraDrift(boolean paired, double change, double lower, double upper) {

    /** With fewer common prompts all images are compared. */
    static final int LEAST_COMMON = 5;

    static EraDrift of(
            List<EraScore> first, List<EraScore> later, Kind kind, int draws, long seed) {
        Map<String, double[]> before = byPrompt(first, kind);
        Map<String, double[]> after = byPrompt(later, kind);
        double[] differences =
                before.entrySet().stream()
                        .filter(e -> after.containsKey(e.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .mapToDouble(
                                e ->
                                        EraStatistics.mean(after.get(e.getKey()))
                                                - EraStatistics.mean(e.getValue()))
                        .toArray();
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[draws];
        if (differences.length >= LEAST_COMMON) {
            Arrays.setAll(drawn, i -> drawnMean(differences, random));
            return interval(true, EraStatistics.mean(differences), drawn);
        }
        double[] x = first.stream().mapToDouble(s -> s.of(kind)).toArray();
        double[] y = later.stream().mapToDouble(s -> s.of(kind)).toArray();
        Arrays.setAll(drawn, i -> drawnMean(y, random) - drawnMean(x, random));
        return interval(false, EraStatistics.mean(y) - EraStatistics.mean(x), drawn);
    }

    private static EraDrift interval(boolean paired, double change, double[] drawn) {
        if (drawn.length < 20) {
            return new EraDrift(paired, change, Double.NaN, Double.NaN);
        }
        Arrays.sort(drawn);
        return new EraDrift(
                paired,
                change,
                EraStatistics.quantile(drawn, 0.025),
                EraStatistics.quantile(drawn, 0.975));
    }

    private static double drawnMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }

    private static Map<String, double[]> byPrompt(List<EraScore> scores, Kind kind) {
        Map<String, List<Double>> lists = new HashMap<>();
        for (EraScore score : scores) {
            score.prompt()
                    .ifPresent(
                            p ->
                                    lists.computeIfAbsent(
                                                    RatedImage.promptKey(p), k -> new ArrayList<>())
                                            .add(score.of(kind)));
        }
        Map<String, double[]> arrays = new HashMap<>();
        lists.forEach(
                (prompt, values) ->
                        arrays.put(prompt, values.stream().mapToDouble(v -> v).toArray()));
        return arrays;
    }
}
