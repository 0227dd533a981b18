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

    /** Those that a reader is told about by name. Of several faint ones, the colour says whose they are. */
    List<Series> named() {
        List<Series> drawn = series.stream().filter(one -> !one.points().isEmpty()).toList();
        long faint = drawn.stream().filter(Chart::isFaint).count();
        return drawn.stream().filter(one -> faint == 1 || !isFaint(one)).toList();
    }

    private static boolean isFaint(Series one) {
        return one.look() == Series.Look.FAINT;
    }
}
