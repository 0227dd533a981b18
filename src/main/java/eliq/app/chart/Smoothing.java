package eliq.app.chart;

import java.util.ArrayList;
import java.util.List;

/** Makes the course of noisy values visible. */
public final class Smoothing {
    private Smoothing() {}

    /**
     * Exponential moving mean, corrected for its start so that it begins at the first value and lags no more than it
     * must.
     *
     * @param weight of what was before, 0 (nothing is smoothed) to below 1
     */
    public static List<Point> exponential(List<Point> points, double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("the weight lies in 0..1, not " + weight);
        }
        List<Point> smooth = new ArrayList<>(points.size());
        double sum = 0;
        double total = 0;
        for (Point point : points) {
            sum = weight * sum + (1 - weight) * point.y();
            total = weight * total + (1 - weight);
            smooth.add(new Point(point.x(), sum / total));
        }
        return smooth;
    }

    /**
     * At most about four points a column, which look the same: the first, lowest, highest and last of each.
     *
     * @param points by ascending x
     */
    public static List<Point> thinned(List<Point> points, int columns) {
        if (points.size() <= 4L * columns) {
            return points;
        }
        double from = points.getFirst().x();
        double width = (points.getLast().x() - from) / columns;
        List<Point> kept = new ArrayList<>();
        int begin = 0;
        while (begin < points.size()) {
            long column = column(points.get(begin), from, width);
            int end = begin;
            int low = begin;
            int high = begin;
            while (end < points.size() && column(points.get(end), from, width) == column) {
                low = points.get(end).y() < points.get(low).y() ? end : low;
                high = points.get(end).y() > points.get(high).y() ? end : high;
                end++;
            }
            java.util.stream.IntStream.of(begin, low, high, end - 1)
                    .sorted()
                    .distinct()
                    .forEach(place -> kept.add(points.get(place)));
            begin = end;
        }
        return kept;
    }

    private static long column(Point point, double from, double width) {
        return width > 0 ? (long) ((point.x() - from) / width) : 0;
    }
}
