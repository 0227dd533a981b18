package eliq.app.chart;

import java.util.List;

/** What a chart shows, without size or place. */
public record Chart(String title, Axis x, Axis y, List<Series> series) {
    public Chart {
        series = List.copyOf(series);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.points().isEmpty());
    }

    /** Those that a reader is told about by name. */
    List<Series> named() {
        return series.stream()
                .filter(one -> one.look() != Series.Look.FAINT && !one.points().isEmpty())
                .toList();
    }
}
