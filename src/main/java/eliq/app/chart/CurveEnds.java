package eliq.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The letters at the right ends of curves, apart from one another where the curves are not. */
final class CurveEnds {
    private static final double BESIDE = 6;
    private static final double APART = 13;

    private CurveEnds() {}

    /**
     * A letter.
     *
     * @param across of its left edge, pixels
     * @param down of its middle, pixels
     */
    record End(Tone tone, double across, double down) {}

    /** From the top; none for curves whose tone has no letter. */
    static List<End> of(Chart chart, ChartLayout layout) {
        List<End> wanted =
                chart.series().stream()
                        .filter(series -> !series.tone().letter().isEmpty())
                        .filter(series -> !series.points().isEmpty())
                        .map(
                                series ->
                                        new End(
                                                series.tone(),
                                                layout.acrossOf(series.points().getLast().x())
                                                        + BESIDE,
                                                layout.downOf(series.points().getLast().y())))
                        .sorted(Comparator.comparingDouble(End::down))
                        .toList();
        List<End> ends = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (End end : wanted) {
            double down = Math.max(free, end.down());
            ends.add(new End(end.tone(), end.across(), down));
            free = down + APART;
        }
        return ends;
    }
}
