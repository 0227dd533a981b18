package eliq.report;

import eliq.benchmark.Estimate;
import eliq.benchmark.WeakSupervision;
import eliq.report.Document.Cell;

/** Numbers of an evaluation as cells. */
final class EvaluationCells {
    static final Cell NONE = new Cell.Number(Double.NaN, 0);

    private EvaluationCells() {}

    static Cell of(Estimate estimate, int decimals) {
        return new Cell.Interval(estimate.value(), estimate.lower(), estimate.upper(), decimals);
    }

    /** {@code 0.812 ± 0.013}: mean and standard deviation. */
    static String plusMinus(WeakSupervision.Spread spread) {
        return Double.isNaN(spread.mean())
                ? "–"
                : Numbers.fixed(spread.mean(), 3)
                        + (Double.isNaN(spread.deviation())
                                ? ""
                                : " ± " + Numbers.fixed(spread.deviation(), 3));
    }

    /** A p-value with as many digits as mean something. */
    static Cell probability(double p) {
        return p < 0.001 ? new Cell.Text("< 0.001") : new Cell.Number(p, 3);
    }
}
