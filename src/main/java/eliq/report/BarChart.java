package eliq.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Horizontal bars, each with its value written beside it.
 *
 * @param xLabel with unit
 * @param range of the axis, {low, high}; by default from 0 to the largest value
 * @param decimals of the values written
 */
public record BarChart(
        String title, String xLabel, List<Bar> bars, Optional<double[]> range, int decimals)
        implements Figure {

    private static final int ROW = 30;
    private static final int RIGHT = 64;
    private static final double CHARACTER = 6.6;

    /**
     * @param colour number of the series whose colour it takes
     * @param interval {low, high}
     * @param target a mark to reach
     */
    public record Bar(
            String name,
            double value,
            int colour,
            Optional<double[]> interval,
            Optional<Double> target) {

        /** A bar with nothing but its value. */
        public Bar(String name, double value, int colour) {
            this(name, value, colour, Optional.empty(), Optional.empty());
        }
    }

    @Override
    public String draw(String css) {
        int longest = bars.stream().mapToInt(b -> b.name.length()).max().orElse(0);
        int left = (int) Math.min(260, 16 + longest * CHARACTER);
        int bottom = 10 + ROW * bars.size();
        Svg svg = new Svg(Frame.WIDTH, bottom + 42, title, css);
        double most =
                bars.stream().mapToDouble(Bar::value).filter(Double::isFinite).max().orElse(1);
        Axis axis =
                range.isPresent()
                        ? Axis.exactly(xLabel, range.get()[0], range.get()[1], 5)
                        : Axis.around(xLabel, 0, most > 0 ? most : 1, 5);
        double width = Frame.WIDTH - RIGHT - left;
        for (double tick : axis.ticks()) {
            double x = left + axis.share(tick) * width;
            svg.line("grid", x, 6, x, bottom);
            svg.text("tick", x, bottom + 16, "middle", axis.text(tick));
        }
        svg.text("label", left + width / 2, bottom + 34, "middle", xLabel);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), axis, left, width, 10 + ROW * i);
        }
        svg.line("axis", left, 6, left, bottom);
        return svg.end();
    }

    private void bar(Svg svg, Bar bar, Axis axis, int left, double width, int top) {
        svg.text("name", left - 8, top + 16, "end", shortened(bar.name));
        if (!Double.isFinite(bar.value)) {
            svg.text("value", left + 6, top + 16, "start", "no data");
            return;
        }
        String value = String.format(Locale.ROOT, "%." + decimals + "f", bar.value);
        double end = left + Math.clamp(axis.share(bar.value), 0, 1) * width;
        String style = "fill s" + bar.colour % FigureStyle.SERIES;
        // Bars grow from zero, to either side.
        double zero = left + Math.clamp(axis.share(0), 0, 1) * width;
        svg.rect(
                style,
                Math.min(zero, end),
                top + 3,
                Math.abs(end - zero),
                ROW - 12,
                bar.name + ": " + value);
        double textAt = Math.max(zero, end);
        if (bar.interval.isPresent() && Double.isFinite(bar.interval.get()[0])) {
            double from = left + Math.clamp(axis.share(bar.interval.get()[0]), 0, 1) * width;
            double to = left + Math.clamp(axis.share(bar.interval.get()[1]), 0, 1) * width;
            double middle = top + 3 + (ROW - 12) / 2.0;
            svg.line("whisker", from, middle, to, middle);
            svg.line("whisker", from, middle - 4, from, middle + 4);
            svg.line("whisker", to, middle - 4, to, middle + 4);
            textAt = Math.max(textAt, to);
        }
        if (bar.target.isPresent()) {
            double at = left + Math.clamp(axis.share(bar.target.get()), 0, 1) * width;
            svg.line("target", at, top, at, top + ROW - 6);
            textAt = Math.max(textAt, at);
        }
        svg.text("value", textAt + 6, top + 16, "start", value);
    }

    private static String shortened(String name) {
        return name.length() <= 37 ? name : name.substring(0, 36) + "…";
    }
}
