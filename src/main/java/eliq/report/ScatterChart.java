package eliq.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** A curve through the cloud. */
    public record Fit(String name, double[] x, double[] y) {}

    @Override
    public String draw(String css) {
        List<Point> finite =
                points.stream().filter(p -> Double.isFinite(p.x) && Double.isFinite(p.y)).toList();
        Axis x =
                Axis.around(
                        xLabel,
                        finite.stream().mapToDouble(Point::x).min().orElse(0),
                        finite.stream().mapToDouble(Point::x).max().orElse(1),
                        6);
        Axis y =
                Axis.around(
                        yLabel,
                        finite.stream().mapToDouble(Point::y).min().orElse(0),
                        finite.stream().mapToDouble(Point::y).max().orElse(1),
                        5);
        List<Frame.Key> legend = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            legend.add(new Frame.Key(i % FigureStyle.SERIES, groups.get(i)));
        }
        Frame frame = new Frame(title, css, x, y, legend);
        for (Point p : finite) {
            String hover = p.name + ": " + Numbers.compact(p.x) + ", " + Numbers.compact(p.y);
            String style = "point s" + p.colour % FigureStyle.SERIES;
            frame.svg().circle(style, frame.x(p.x), frame.y(p.y), 3.5, hover);
        }
        fit.ifPresent(f -> curve(frame, f, y));
        return frame.svg().end();
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
