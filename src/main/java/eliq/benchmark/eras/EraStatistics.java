package eliq.benchmark.eras;

import eliq.benchmark.Correlation;
import eliq.benchmark.eras.EraScore.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts what there is to say of scores. Every judge has scored the same images in the same order. */
final class EraStatistics {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final List<String> eras;
    private final Map<String, List<EraScore>> byJudge = new LinkedHashMap<>();

    /**
     * @param eras in their order
     * @param scores of every judge for every image
     */
    EraStatistics(List<String> eras, List<EraScore> scores) {
        this.eras = List.copyOf(eras);
        for (EraScore score : scores) {
            byJudge.computeIfAbsent(score.judge(), j -> new ArrayList<>()).add(score);
        }
    }

    List<ErasResult.Distribution> distributions() {
        List<ErasResult.Distribution> found = new ArrayList<>();
        byJudge.forEach(
                (judge, scores) -> {
                    for (Kind kind : Kind.values()) {
                        for (String era : eras) {
                            Map<String, List<EraScore>> generators = new TreeMap<>();
                            List<EraScore> ofEra =
                                    scores.stream().filter(s -> s.era().equals(era)).toList();
                            generators.put("", ofEra);
                            for (EraScore score : ofEra) {
                                if (!score.generator().isEmpty()) {
                                    generators
                                            .computeIfAbsent(
                                                    score.generator(), g -> new ArrayList<>())
                                            .add(score);
                                }
                            }
                            generators.forEach(
                                    (generator, group) ->
                                            addDistribution(
                                                    judge, kind, era, generator, group, found));
                        }
                    }
                });
        return found;
    }

    private static void addDistribution(
            String judge,
            Kind kind,
            String era,
            String generator,
            List<EraScore> scores,
            List<ErasResult.Distribution> found) {
        double[] values = finite(scores, kind);
        if (values.length > 0) {
            Arrays.sort(values);
            found.add(
                    new ErasResult.Distribution(
                            judge,
                            kind,
                            era,
                            generator,
                            values.length,
                            mean(values),
                            deviation(values),
                            Arrays.stream(QUANTILES).map(q -> quantile(values, q)).toArray()));
        }
    }

    /** Of every later era from the first one. */
    List<ErasResult.Drift> drifts(int draws, long seed) {
        List<ErasResult.Drift> found = new ArrayList<>();
        byJudge.forEach(
                (judge, scores) -> {
                    for (Kind kind : Kind.values()) {
                        List<EraScore> first = of(scores, kind, eras.getFirst());
                        for (String era : eras.subList(1, eras.size())) {
                            List<EraScore> later = of(scores, kind, era);
                            if (first.size() > 1 && !later.isEmpty()) {
                                EraDrift drift = EraDrift.of(first, later, kind, draws, seed);
                                found.add(
                                        new ErasResult.Drift(
                                                judge,
                                                kind,
                                                era,
                                                later.size(),
                                                drift.paired(),
                                                drift.change(),
                                                drift.lower(),
                                                drift.upper(),
                                                drift.change() / deviation(finite(first, kind))));
                            }
                        }
                    }
                });
        return found;
    }

    /** Of every two judges, over all images and within each era. */
    List<ErasResult.JudgeAgreement> agreements() {
        List<ErasResult.JudgeAgreement> found = new ArrayList<>();
        List<String> judges = List.copyOf(byJudge.keySet());
        for (int i = 0; i < judges.size(); i++) {
            for (int j = i + 1; j < judges.size(); j++) {
                for (Kind kind : Kind.values()) {
                    add(judges.get(i), judges.get(j), kind, "", s -> true, found);
                    for (String era : eras) {
                        add(
                                judges.get(i),
                                judges.get(j),
                                kind,
                                era,
                                s -> s.era().equals(era),
                                found);
                    }
                }
            }
        }
        return found;
    }

    private void add(
            String one,
            String other,
            Kind kind,
            String era,
            Predicate<EraScore> within,
            List<ErasResult.JudgeAgreement> found) {
        Correlation.Pairs both =
                Correlation.complete(values(one, kind, within), values(other, kind, within));
        if (both.count() >= 3) {
            found.add(
                    new ErasResult.JudgeAgreement(
                            one,
                            other,
                            kind,
                            era,
                            both.count(),
                            Correlation.spearman(both.x(), both.y()),
                            Correlation.kendall(both.x(), both.y()),
                            opposed(both.x(), both.y())));
        }
    }

    /** Share of pairs in opposite order, of those that neither finds equal; NaN where there are none. */
    static double opposed(double[] x, double[] y) {
        long opposed = 0;
        long ordered = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double product = Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                ordered += product == 0 ? 0 : 1;
                opposed += product < 0 ? 1 : 0;
            }
        }
        return ordered == 0 ? Double.NaN : (double) opposed / ordered;
    }

    /** The images whose place among all images differs most between two judges. */
    List<ErasResult.Disagreement> disagreements(int most) {
        List<ErasResult.Disagreement> found = new ArrayList<>();
        List<String> judges = List.copyOf(byJudge.keySet());
        for (int i = 0; i < judges.size(); i++) {
            for (int j = i + 1; j < judges.size(); j++) {
                for (Kind kind : Kind.values()) {
                    found.addAll(disagreements(judges.get(i), judges.get(j), kind, most));
                }
            }
        }
        return found;
    }

    private List<ErasResult.Disagreement> disagreements(
            String one, String other, Kind kind, int most) {
        List<EraScore> rows =
                byJudge.get(one).stream().filter(s -> Double.isFinite(s.of(kind))).toList();
        Correlation.Pairs both =
                Correlation.complete(values(one, kind, s -> true), values(other, kind, s -> true));
        if (both.count() < 3 || both.count() != rows.size()) {
            return List.of();
        }
        double[] places = places(both.x());
        double[] otherPlaces = places(both.y());
        List<ErasResult.Disagreement> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EraScore row = rows.get(i);
            all.add(
                    new ErasResult.Disagreement(
                            one,
                            other,
                            kind,
                            row.era(),
                            row.generator(),
                            row.image(),
                            row.file(),
                            places[i],
                            otherPlaces[i]));
        }
        return all.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (ErasResult.Disagreement d) ->
                                                -Math.abs(d.place() - d.otherPlace()))
                                .thenComparing(ErasResult.Disagreement::image))
                .limit(most)
                .toList();
    }

    /** Ranks from 0 (least) to 1, ties averaged. */
    private static double[] places(double[] values) {
        return Arrays.stream(Correlation.averageRanks(values))
                .map(rank -> (rank - 1) / (values.length - 1))
                .toArray();
    }

    private double[] values(String judge, Kind kind, Predicate<EraScore> within) {
        return byJudge.get(judge).stream().filter(within).mapToDouble(s -> s.of(kind)).toArray();
    }

    private static List<EraScore> of(List<EraScore> scores, Kind kind, String era) {
        return scores.stream()
                .filter(s -> s.era().equals(era) && Double.isFinite(s.of(kind)))
                .toList();
    }

    private static double[] finite(List<EraScore> scores, Kind kind) {
        return scores.stream().mapToDouble(s -> s.of(kind)).filter(Double::isFinite).toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** With n - 1; 0 for a single value. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
    }

    /** Interpolated linearly between the nearest (Hyndman and Fan's type 7). */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
