package eliq.benchmark.ablation;

import eliq.benchmark.Correlation;
import eliq.catalog.Aspect;
import eliq.scorer.AspectEmbeddings;
import eliq.scorer.EmbeddedTuple;
import eliq.scorer.Scorer;
import eliq.scorer.ScorerException;
import eliq.scorer.TrainedNetwork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures a trained network on what it has not seen. */
final class HeldOutTest {
    private final Cell cell;
    private final TrainedNetwork network;
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

    private HeldOutTest(Cell cell, TrainedNetwork network) {
        this.cell = cell;
        this.network = network;
    }

    /** By the key of the figure; what the cell did not learn, and what there is nothing to measure on, is absent. */
    static Map<String, Double> figures(Cell cell, TrainedNetwork network, CellReadings readings)
            throws ScorerException {
        HeldOutTest test = new HeldOutTest(cell, network);
        test.pairs(readings.heldOut());
        test.strengths(readings.series());
        test.ratings(readings.rated());
        Map<String, Double> kept = new TreeMap<>();
        test.figures.forEach(
                (figure, value) -> {
                    if (figure.saysSomethingOf(cell) && Double.isFinite(value)) {
                        kept.put(figure.key(), value);
                    }
                });
        return kept;
    }

    private void pairs(List<EmbeddedTuple> tuples) throws ScorerException {
        List<AspectEmbeddings> rows = new ArrayList<>();
        for (EmbeddedTuple tuple : tuples) {
            rows.add(tuple.positive());
            tuple.negatives().forEach(negative -> rows.add(negative.embeddings()));
        }
        List<Scorer.Scores> scores = network.scores(rows);
        Map<Aspect, double[]> counts = new EnumMap<>(Aspect.class);
        int row = 0;
        for (EmbeddedTuple tuple : tuples) {
            Scorer.Scores positive = scores.get(row++);
            for (EmbeddedTuple.Negative negative : tuple.negatives()) {
                double above = compared(negative.aspect(), positive);
                double below = compared(negative.aspect(), scores.get(row++));
                double[] count = counts.computeIfAbsent(negative.aspect(), a -> new double[2]);
                count[0] += above > below ? 1 : above == below ? 0.5 : 0;
                count[1]++;
            }
        }
        counts.forEach((aspect, count) -> figures.put(pairs(aspect), count[0] / count[1]));
    }

    private static double compared(Aspect aspect, Scorer.Scores scores) {
        return aspect == Aspect.ALIGNMENT ? scores.alignment() : scores.visual();
    }

    private static Figure pairs(Aspect aspect) {
        return switch (aspect) {
            case TECHNICAL -> Figure.TECHNICAL_PAIRS;
            case AESTHETIC -> Figure.AESTHETIC_PAIRS;
            case ALIGNMENT -> Figure.ALIGNMENT_PAIRS;
        };
    }

    private void strengths(List<CellReadings.ReadSeries> series) throws ScorerException {
        Map<Aspect, List<Double>> coefficients = new EnumMap<>(Aspect.class);
        for (CellReadings.ReadSeries each : series) {
            double[] scores =
                    network.scores(each.steps()).stream()
                            .mapToDouble(Scorer.Scores::visual)
                            .toArray();
            double srcc = -Correlation.spearman(each.strengths(), scores);
            // Scores that do not move at all follow no strength.
            coefficients
                    .computeIfAbsent(each.aspect(), a -> new ArrayList<>())
                    .add(Double.isNaN(srcc) ? 0 : srcc);
        }
        coefficients.forEach(
                (aspect, values) ->
                        figures.put(
                                aspect == Aspect.TECHNICAL
                                        ? Figure.TECHNICAL_STRENGTH
                                        : Figure.AESTHETIC_STRENGTH,
                                values.stream().mapToDouble(v -> v).average().orElse(Double.NaN)));
    }

    private void ratings(CellReadings.Rated rated) throws ScorerException {
        if (rated.images().isEmpty()) {
            return;
        }
        List<Scorer.Scores> scores = network.scores(rated.images());
        double[] visual = scores.stream().mapToDouble(Scorer.Scores::visual).toArray();
        double[] alignment = new double[visual.length];
        for (int i = 0; i < alignment.length; i++) {
            alignment[i] =
                    rated.images().get(i).alignment().isPresent()
                            ? scores.get(i).alignment()
                            : Double.NaN;
        }
        correlate(visual, rated.visual(), Figure.VISUAL_SRCC, Figure.VISUAL_PLCC);
        correlate(alignment, rated.alignment(), Figure.ALIGNMENT_SRCC, Figure.ALIGNMENT_PLCC);
    }

    private void correlate(double[] scores, double[] ratings, Figure srcc, Figure plcc) {
        Correlation.Pairs both = Correlation.complete(scores, ratings);
        if (both.count() >= 3) {
            figures.put(srcc, Correlation.spearman(both.x(), both.y()));
            figures.put(plcc, Correlation.pearson(both.x(), both.y()));
        }
    }
}
