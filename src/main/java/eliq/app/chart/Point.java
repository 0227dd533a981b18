package eliq.app.chart;

/** One measured value: y at x, both finite. */
public record Point(double x, double y) {
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point of a chart is finite, not " + x + ", " + y);
        }
    }
}
