package eliq.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Distributions of several groups over common bins, as shares of each group, laid over one another. */
public record Histogram(String title, String xLabel, List<Group> groups, int bins)
        implements Figure {

    /**
     * @param colour number of the series whose colour it takes
     */
    public record Group(String name, int colour, double[] values) {}

    @Override
    public String draw(String css) {
        double[] all =
                groups.stream()
                        .flatMapToDouble(g -> Arrays.stream(g.values))
                        .filter(Double::isFinite)
                        .toArray();
        Axis x =
                Axis.around(
                        xLabel,
                        Arrays.stream(all).min().orElse(0),
                        Arrays.stream(all).max().orElse(1),
                        8);
        List<double[]> shares = groups.stream().map(g -> shares(g.values, x)).toList();
        double most = shares.stream().flatMapToDouble(Arrays::stream).max().orElse(1);
        Axis y = Axis.around("share of the group", 0, most > 0 ? most : 1, 5);
        List<Frame.Key> legend = new ArrayList<>();
        groups.forEach(
                g ->
                        legend.add(
                                new Frame.Key(
                                        g.colour % FigureStyle.SERIES,
                                        g.name + " (" + g.values.length + ")")));
        Frame frame = new Frame(title, css, x, y, legend);
        double step = (x.high() - x.low()) / bins;
        for (int g = 0; g < groups.size(); g++) {
            steps(frame, groups.get(g), shares.get(g), x, step);
        }
        return frame.svg().end();
    }

    private double[] shares(double[] values, Axis x) {
        double[] counts = new double[bins];
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        for (double value : finite) {
            counts[Math.clamp((long) (x.share(value) * bins), 0, bins - 1)]++;
        }
        return Arrays.stream(counts).map(c -> c / Math.max(1, finite.length)).toArray();
    }

    private void steps(Frame frame, Group group, double[] shares, Axis x, double step) {
        int colour = group.colour % FigureStyle.SERIES;
        StringBuilder path = new StringBuilder();
        path.append('M').append(Svg.number(frame.x(x.low()))).append(' ');
        path.append(Svg.number(frame.y(0)));
        for (int i = 0; i < bins; i++) {
            path.append('V').append(Svg.number(frame.y(shares[i])));
            path.append('H').append(Svg.number(frame.x(x.low() + (i + 1) * step)));
        }
        path.append('V').append(Svg.number(frame.y(0)));
        frame.svg().path("area s" + colour, path + "Z");
        frame.svg().path("outline s" + colour, path.toString());
        for (int i = 0; i < bins; i++) {
            if (shares[i] > 0) {
                String hover =
                        String.format(
                                Locale.ROOT,
                                "%s: %.1f%% between %s and %s",
                                group.name,
                                100 * shares[i],
                                Numbers.compact(x.low() + i * step),
                                Numbers.compact(x.low() + (i + 1) * step));
                double left = frame.x(x.low() + i * step);
                double right = frame.x(x.low() + (i + 1) * step);
                double top = frame.y(shares[i]);
                frame.svg().rect("hover", left, top, right - left, frame.y(0) - top, hover);
            }
        }
    }
}
