package eliq.app.chart;

import java.util.List;

/**
 * One curve or cloud.
 *
 * @param name as the legend and the readout call it
 * @param points by ascending x where they are a curve
 */
public record Series(String name, Tone tone, Look look, List<Point> points) {

    /** How it is drawn. */
    public enum Look {
        LINE,
        DASHED,
        /** Thin and pale, behind the others: raw values under smoothed ones. */
        FAINT,
        POINTS
    }

    public Series {
        points = List.copyOf(points);
    }
}
