package eliq.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Curves over a common axis.
 *
 * @param range of the vertical axis where it is fixed, as {low, high}
 */
public record LineChart(
        String title, String xLabel, String yLabel, List<Series> series, Optional<double[]> range)
        implements Figure {

    /** More points than this are drawn as a line without marks. */
    private static final int MARKED = 40;

    /**
     * A curve.
     *
     * @param x ascending
     * @param y of the same length; NaN leaves a gap
     * @param spread half the height of a band around the curve; of the same length, or empty
     */
    public record Series(String name, double[] x, double[] y, double[] spread) {

        public Series {
            if (x.length != y.length || spread.length != 0 && spread.length != y.length) {
                throw new IllegalArgumentException(
                        name + ": " + x.length + " places, " + y.length + " values");
            }
        }

        /** A curve without a band. */
        public Series(String name, double[] x, double[] y) {
            this(name, x, y, new double[0]);
        }

        private double low(int i) {
            return y[i] - (spread.length == 0 ? 0 : spread[i]);
        }

        private double high(int i) {
            return y[i] + (spread.length == 0 ? 0 : spread[i]);
        }
    }

    @Override
    public String draw(String css) {
        double left = series.stream().flatMapToDouble(s -> Arrays.stream(s.x)).min().orElse(0);
        double right = series.stream().flatMapToDouble(s -> Arrays.stream(s.x)).max().orElse(1);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series s : series) {
            for (int i = 0; i < s.y.length; i++) {
                if (Double.isFinite(s.y[i])) {
                    low = Math.min(low, s.low(i));
                    high = Math.max(high, s.high(i));
                }
            }
        }
        Axis x =
                right > left
                        ? Axis.exactly(xLabel, left, right, 6)
                        : Axis.around(xLabel, left, right, 2);
        Axis y =
                range.isPresent()
                        ? Axis.exactly(yLabel, range.get()[0], range.get()[1], 5)
                        : Axis.around(yLabel, low, high, 5);
        List<Frame.Key> legend = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            legend.add(new Frame.Key(i % FigureStyle.SERIES, series.get(i).name));
        }
        Frame frame = new Frame(title, css, x, y, legend);
        for (int i = 0; i < series.size(); i++) {
            band(frame, series.get(i), i % FigureStyle.SERIES);
        }
        for (int i = 0; i < series.size(); i++) {
            curve(frame, series.get(i), i % FigureStyle.SERIES);
        }
        return frame.svg().end();
    }

    private static void band(Frame frame, Series s, int colour) {
        if (s.spread.length < 2) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < s.y.length; i++) {
            point(path, i == 0 ? 'M' : 'L', frame.x(s.x[i]), frame.y(s.high(i)));
        }
        for (int i = s.y.length - 1; i >= 0; i--) {
            point(path, 'L', frame.x(s.x[i]), frame.y(s.low(i)));
        }
        frame.svg().path("band s" + colour, path + "Z");
    }

    private static void curve(Frame frame, Series s, int colour) {
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        for (int i = 0; i < s.y.length; i++) {
            if (Double.isFinite(s.y[i])) {
                point(path, gap ? 'M' : 'L', frame.x(s.x[i]), frame.y(s.y[i]));
            }
            gap = !Double.isFinite(s.y[i]);
        }
        frame.svg().path("curve s" + colour, path.toString());
        if (s.y.length > MARKED) {
            return;
        }
        for (int i = 0; i < s.y.length; i++) {
            if (Double.isFinite(s.y[i])) {
                String hover =
                        s.name + ": " + Numbers.compact(s.y[i]) + " at " + Numbers.compact(s.x[i]);
                frame.svg().circle("dot s" + colour, frame.x(s.x[i]), frame.y(s.y[i]), 3, hover);
            }
        }
    }

    private static void point(StringBuilder path, char command, double x, double y) {
        path.append(command).append(Svg.number(x)).append(' ').append(Svg.number(y));
    }
}
