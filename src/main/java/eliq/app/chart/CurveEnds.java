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
    record End(Tone tone, double across, double down) {
        private End at(double elsewhere) {
            return new End(tone, across, elsewhere);
        }
    }

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
        for (End end : wanted) {
            double down = end.down();
            for (End above : ends) {
                if (besideEachOther(above, end)) {
                    down = Math.max(down, above.down() + APART);
                }
            }
            ends.add(end.at(down));
        }
        // What was pushed out at the bottom pushes back.
        for (int i = ends.size() - 1; i >= 0; i--) {
            double down = Math.min(ends.get(i).down(), layout.top() + layout.height());
            for (End below : ends.subList(i + 1, ends.size())) {
                if (besideEachOther(below, ends.get(i))) {
                    down = Math.min(down, below.down() - APART);
                }
            }
            ends.set(i, ends.get(i).at(down));
        }
        return ends;
    }

    private static boolean besideEachOther(End one, End other) {
        return Math.abs(one.across() - other.across()) < APART;
    }
}
