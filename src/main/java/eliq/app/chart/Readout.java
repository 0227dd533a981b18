package eliq.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The exact values at one place.
 *
 * @param x the place
 * @param values of the series that have a point there
 */
public record Readout(double x, List<Value> values) {

    public record Value(Series series, double y) {}

    public Readout {
        values = List.copyOf(values);
    }

    /** The values at the measured place next to x; empty where nothing was measured. */
    static Optional<Readout> near(Chart chart, double x) {
        return chart.series().stream()
                .filter(series -> !series.points().isEmpty())
                .map(series -> nearest(series, x).x())
                .min(Comparator.comparingDouble(found -> Math.abs(found - x)))
                .map(found -> at(chart, found));
    }

    /** The values one measured place further; the same at the end. */
    static Optional<Readout> beside(Chart chart, double x, int by) {
        TreeSet<Double> places = new TreeSet<>();
        chart.series().forEach(s -> s.points().forEach(point -> places.add(point.x())));
        Double next = by > 0 ? places.higher(x) : places.lower(x);
        return next == null ? near(chart, x) : Optional.of(at(chart, next));
    }

    private static Readout at(Chart chart, double x) {
        List<Value> values = new ArrayList<>();
        for (Series series : chart.series()) {
            if (!series.points().isEmpty()) {
                Point point = nearest(series, x);
                if (point.x() == x) {
                    values.add(new Value(series, point.y()));
                }
            }
        }
        return new Readout(x, values);
    }

    private static Point nearest(Series series, double x) {
        List<Point> points = series.points();
        if (series.look() == Series.Look.POINTS) {
            return points.stream()
                    .min(Comparator.comparingDouble(point -> Math.abs(point.x() - x)))
                    .orElseThrow();
        }
        int found =
                Collections.binarySearch(
                        points, new Point(x, 0), Comparator.comparingDouble(Point::x));
        if (found >= 0) {
            return points.get(found);
        }
        int after = Math.min(points.size() - 1, -found - 1);
        int before = Math.max(0, after - 1);
        return Math.abs(points.get(after).x() - x) < Math.abs(points.get(before).x() - x)
                ? points.get(after)
                : points.get(before);
    }

    /** In words: {@code step 120: loss 0.412, smoothed 0.398}. */
    public String text(Chart chart, Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append(chart.x().name()).append(' ').append(Ticks.exact(x, locale)).append(':');
        for (Value value : values) {
            text.append(text.charAt(text.length() - 1) == ':' ? " " : ", ")
                    .append(value.series().name())
                    .append(' ')
                    .append(Ticks.exact(value.y(), locale));
        }
        return chart.y().unit().isEmpty() ? text.toString() : text + " " + chart.y().unit();
    }
}
