package eliq.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits the logistic curves of quality evaluation by least squares. Scores and ratings are standardised first, so that the
 * fit does not depend on their scales; it starts from the best of a grid of bends over the scores, and the best end is
 * kept. Where no curve comes out better than a straight line, the line is taken, and a note says so.
 */
final class LogisticFit {
    private static final double[] PLACES = {
        0.005, 0.015, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.985, 0.995
    };
    private static final double[] WIDTHS = {0.003, 0.01, 0.03, 0.1, 0.25, 0.6, 1.5, 4, 10};
    private static final int STARTS = 8;
    private static final int SHORT = 60;
    private static final int LONG = 160;
    private static final int POLISHED = 3;
    private static final long POLISH_POINTS = 800_000;
    private static final double[] OUTSIDE = {0.2, 0.7, 2};

    /** Of the logarithm of a width; wider is straight, narrower is a step. */
    private static final double WIDEST = 9;

    private static final int DRAW = 30;

    private final Mapping.Kind kind;
    private final double scoreMean;
    private final double scoreDeviation;
    private final double ratingMean;
    private final double ratingDeviation;
    private final double[] z;
    private final LeastSquares squares;

    /**
     * @param scores finite, not all the same
     * @param ratings finite, not all the same
     */
    LogisticFit(Mapping.Kind kind, double[] scores, double[] ratings) {
        this.kind = kind;
        double[] x = moments(scores);
        double[] y = moments(ratings);
        this.scoreMean = x[0];
        this.scoreDeviation = x[1];
        this.ratingMean = y[0];
        this.ratingDeviation = y[1];
        this.z = standardised(scores, x);
        this.squares = new LeastSquares(Curve.of(kind), z, standardised(ratings, y));
    }

    /** Mean and population standard deviation. */
    private static double[] moments(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double largest = Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(1);
        double sum = 0;
        for (double value : values) {
            // Scaled, so that squares of large values stay finite.
            double d = (value - mean) / largest;
            sum += d * d;
        }
        return new double[] {mean, largest * Math.sqrt(sum / values.length)};
    }

    private static double[] standardised(double[] values, double[] moments) {
        return Arrays.stream(values).map(v -> (v - moments[0]) / moments[1]).toArray();
    }

    /** The curve for all points. */
    Mapping fit() {
        // Points of the same score count as one at their mean: the same curve, sooner.
        Pooled pooled = Pooled.of(z, squares.ratings());
        LeastSquares few = new LeastSquares(Curve.of(kind), pooled.z(), pooled.w());
        int[] weights = pooled.weights();
        int polish = Math.clamp(POLISH_POINTS / Math.max(1, weights.length), 60, 3000);
        List<double[]> bends = new ArrayList<>();
        for (double[] start : starts(few, STARTS, weights)) {
            bends.add(search(few, weights, start, 0.3, SHORT));
        }
        bends.sort(Comparator.comparingDouble(bend -> error(few, bend, weights)));
        LeastSquares.Result best =
                bends.stream()
                        .limit(POLISHED)
                        .map(bend -> search(few, weights, bend, 0.05, LONG))
                        .map(bend -> few.linearPart(bend[0], Math.exp(bend[1]), weights))
                        .map(e -> few.descend(e.parameters(), weights, polish, 1e-13))
                        .min(Comparator.comparingDouble(LeastSquares.Result::squaredError))
                        .orElseThrow();
        return mapping(
                new LeastSquares.Result(
                        best.parameters(), squares.squaredError(best.parameters(), new int[0])));
    }

    /**
     * One point for each different score.
     *
     * @param w mean ratings
     * @param weights how many points it stands for
     */
    private record Pooled(double[] z, double[] w, int[] weights) {
        static Pooled of(double[] z, double[] w) {
            Map<Double, double[]> sums = new TreeMap<>();
            for (int i = 0; i < z.length; i++) {
                double[] sum = sums.computeIfAbsent(z[i] + 0.0, k -> new double[2]);
                sum[0] += w[i];
                sum[1]++;
            }
            return new Pooled(
                    sums.keySet().stream().mapToDouble(k -> k).toArray(),
                    sums.values().stream().mapToDouble(s -> s[0] / s[1]).toArray(),
                    sums.values().stream().mapToInt(s -> (int) s[1]).toArray());
        }
    }

    /** Goes downhill over the place and the logarithm of the width of the bend; all else is linear. */
    private static double[] search(
            LeastSquares points, int[] weights, double[] start, double step, int evaluations) {
        return new PlaneSearch(
                        (place, width) -> error(points, new double[] {place, width}, weights))
                .descend(start[0], start[1], step, evaluations);
    }

    private static double error(LeastSquares squares, double[] bend, int[] weights) {
        return Math.abs(bend[1]) > WIDEST
                ? Double.POSITIVE_INFINITY
                : squares.linearPart(bend[0], Math.exp(bend[1]), weights).squaredError();
    }

    /** The best bends of a grid, no two at the same place: place and logarithm of the width. */
    private static List<double[]> starts(LeastSquares points, int count, int[] weights) {
        double[] sorted = points.scores().clone();
        Arrays.sort(sorted);
        Set<Double> places = new LinkedHashSet<>();
        for (double share : PLACES) {
            places.add(LeastSquares.quantile(sorted, share).orElse(0));
        }
        // A curve that only rises ever steeper bends outside the scores.
        for (double distance : OUTSIDE) {
            places.add(sorted[0] - distance);
            places.add(sorted[sorted.length - 1] + distance);
        }
        record Start(double[] bend, double error) {}
        List<Start> best = new ArrayList<>();
        for (double place : places) {
            best.add(
                    Arrays.stream(WIDTHS)
                            .mapToObj(width -> new double[] {place, Math.log(width)})
                            .map(bend -> new Start(bend, error(points, bend, weights)))
                            .min(Comparator.comparingDouble(Start::error))
                            .orElseThrow());
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Start::error))
                .limit(count)
                .map(Start::bend)
                .toList();
    }

    private double[] freshStart(int[] weights) {
        double[] bend = starts(squares, 1, weights).getFirst();
        return squares.linearPart(bend[0], Math.exp(bend[1]), weights).parameters();
    }

    private Mapping mapping(LeastSquares.Result best) {
        LeastSquares.Result line = line();
        boolean fallBack =
                !(best.squaredError() <= line.squaredError() * (1 + 1e-9))
                        || !Arrays.stream(best.parameters()).allMatch(Double::isFinite);
        LeastSquares.Result taken = fallBack ? line : best;
        Mapping.Kind form = fallBack ? Mapping.Kind.LINE : kind;
        boolean monotone = monotone(Curve.of(form), taken.parameters());
        Optional<String> note =
                fallBack
                        ? Optional.of(
                                "the "
                                        + kind.title()
                                        + " did not converge; a straight line was fitted instead")
                        : monotone
                                ? Optional.empty()
                                : Optional.of(
                                        "the fitted curve turns within the scores: it folds the scale, and its PLCC flatters");
        return new Mapping(
                form,
                Arrays.stream(taken.parameters()).boxed().toList(),
                scoreMean,
                scoreDeviation,
                ratingMean,
                ratingDeviation,
                taken.squaredError() * ratingDeviation * ratingDeviation,
                monotone,
                note);
    }

    private LeastSquares.Result line() {
        LeastSquares straight = new LeastSquares(Curve.Line.INSTANCE, z, squares.ratings());
        return straight.descend(new double[2], new int[0], SHORT, 1e-14);
    }

    private boolean monotone(Curve curve, double[] b) {
        double low = Arrays.stream(z).min().orElse(0);
        double high = Arrays.stream(z).max().orElse(0);
        int steps = 400;
        int rises = 0;
        int falls = 0;
        double before = curve.value(b, low);
        for (int i = 1; i <= steps; i++) {
            double now = curve.value(b, low + (high - low) * i / steps);
            rises += now > before + 1e-12 ? 1 : 0;
            falls += now < before - 1e-12 ? 1 : 0;
            before = now;
        }
        return rises == 0 || falls == 0;
    }

    /**
     * The curve's values where points count as often as the weights say: a warm start, and a fresh one if that led nowhere.
     *
     * @param near the curve for all points
     * @return [points] in standardised rating units; empty where nothing was found
     */
    double[] mapped(Mapping near, int[] weights) {
        double[] start = near.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        // Where all points lie on a line, those of a draw do too.
        Curve curve = Curve.of(near.kind());
        LeastSquares points =
                near.kind() == kind ? squares : new LeastSquares(curve, z, squares.ratings());
        LeastSquares.Result best = points.descend(start, weights, DRAW, 1e-7);
        if (!Double.isFinite(best.squaredError())) {
            curve = Curve.of(kind);
            best = squares.descend(freshStart(weights), weights, DRAW, 1e-7);
        }
        return Double.isFinite(best.squaredError())
                ? values(curve, best.parameters())
                : new double[0];
    }

    /** All points on a fitted curve [points], in standardised rating units. */
    double[] standardised(Mapping mapping) {
        return values(
                Curve.of(mapping.kind()),
                mapping.parameters().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double[] values(Curve curve, double[] parameters) {
        return Arrays.stream(z).map(each -> curve.value(parameters, each)).toArray();
    }

    /** Standardised ratings [points]. */
    double[] ratings() {
        return squares.ratings();
    }

    /** What a standardised rating is in rating units. */
    double ratingDeviation() {
        return ratingDeviation;
    }
}
