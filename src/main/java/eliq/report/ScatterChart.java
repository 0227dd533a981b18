package eliq.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Points, with a fitted curve where there is one.
 *
 * @param fit points of the curve, in ascending x
 * @param groups what the colours stand for, from colour 0; empty for no legend
 */
public record ScatterChart(
        String title,
        String xLabel,
        String yLabel,
        List<Point> points,
        Optional<Fit> fit,
        List<String> groups)
        implements Figure {

    /** Points without a legend. */
    public ScatterChart(
            String title, String xLabel, String yLabel, List<Point> points, Optional<Fit> fit) {
        this(title, xLabel, yLabel, points, fit, List.of());
    }

    /**
     * @param name shown on hover
     * @param colour number of the series whose colour it takes
     */
    public record Point(double x, double y, String name, int colour) {}

    /**
     * A curve through the cloud.
     *
     * @param band height of the band above the curve, and of that below it; 0 for none
     */
    public record Fit(String name, double[] x, double[] y, double band) {
        /** A curve without a band. */
        public Fit(String name, double[] x, double[] y) {
            this(name, x, y, 0);
        }
    }

    /** Horizontal axis: holds all points. */
    public Axis xAxis() {
        return axis(xLabel, points.stream().filter(ScatterChart::finite).mapToDouble(Point::x), 6);
    }

    /** Vertical axis: holds all points; curve and band are cut off at its ends. */
    public Axis yAxis() {
        return axis(yLabel, points.stream().filter(ScatterChart::finite).mapToDouble(Point::y), 5);
    }

    private static Axis axis(String label, DoubleStream values, int ticks) {
        DoubleSummaryStatistics range = values.summaryStatistics();
        return range.getCount() == 0
                ? Axis.around(label, 0, 1, ticks)
                : Axis.around(label, range.getMin(), range.getMax(), ticks);
    }

    private static boolean finite(Point p) {
        return Double.isFinite(p.x) && Double.isFinite(p.y);
    }

    @Override
    public String draw(String css) {
        List<Point> finite = points.stream().filter(ScatterChart::finite).toList();
        Axis x = xAxis();
        Axis y = yAxis();
        List<Frame.Key> legend = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            legend.add(new Frame.Key(i % FigureStyle.SERIES, groups.get(i)));
        }
        Frame frame = new Frame(title, css, x, y, legend);
        fit.filter(f -> f.band > 0).ifPresent(f -> band(frame, f, y));
        for (Point p : finite) {
            String hover = p.name + ": " + Numbers.compact(p.x) + ", " + Numbers.compact(p.y);
            String style = "point s" + p.colour % FigureStyle.SERIES;
            frame.svg().circle(style, frame.x(p.x), frame.y(p.y), 3.5, hover);
        }
        fit.ifPresent(f -> curve(frame, f, y));
        return frame.svg().end();
    }

    private static void band(Frame frame, Fit fit, Axis y) {
        StringBuilder path = new StringBuilder();
        int n = fit.x.length;
        for (int i = 0; i < 2 * n; i++) {
            int at = i < n ? i : 2 * n - 1 - i;
            double edge = fit.y[at] + (i < n ? fit.band : -fit.band);
            path.append(i == 0 ? 'M' : 'L').append(Svg.number(frame.x(fit.x[at]))).append(' ');
            path.append(Svg.number(frame.y(Math.clamp(edge, y.low(), y.high()))));
        }
        frame.svg().path("band s7", path.append('Z').toString());
    }

    private static void curve(Frame frame, Fit fit, Axis y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < fit.x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(Svg.number(frame.x(fit.x[i]))).append(' ');
            path.append(Svg.number(frame.y(Math.clamp(fit.y[i], y.low(), y.high()))));
        }
        frame.svg().path("fit", path.toString());
        frame.svg().text("legend", frame.right() - 4, frame.top() + 12, "end", fit.name);
    }
}
