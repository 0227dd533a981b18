package eliq.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chart as an SVG document on white, for papers and reports. */
public final class ChartSvg {
    private static final String INK = "#24292f";
    private static final String GRID = "#d8dee4";
    private static final double HEADER = 44;

    private final Chart chart;
    private final double width;
    private final double height;
    private final ChartLayout layout;
    private final StringBuilder out = new StringBuilder();

    private ChartSvg(Chart chart, double width, double height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.layout = ChartLayout.of(chart, width, height - HEADER, Locale.ROOT);
    }

    /**
     * @param width pixels
     * @param height pixels, title and legend included
     */
    public static String of(Chart chart, double width, double height) {
        return new ChartSvg(chart, width, height).document();
    }

    private String document() {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" font-size=\"12\" fill=\"%s\">%n",
                        width,
                        height,
                        width,
                        height,
                        INK));
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        text(chart.title(), 12, 20, "start", " font-size=\"14\" font-weight=\"bold\"");
        legend();
        out.append(String.format(Locale.ROOT, "<g transform=\"translate(0,%.0f)\">%n", HEADER));
        axes();
        chart.series().forEach(this::series);
        for (CurveEnds.End end : CurveEnds.of(chart, layout)) {
            text(
                    end.tone().letter(),
                    end.across(),
                    end.down() + 4,
                    "start",
                    " font-weight=\"bold\" fill=\"" + end.tone().onWhite() + "\"");
        }
        out.append("</g>\n</svg>\n");
        return out.toString();
    }

    private void legend() {
        double at = 12;
        for (Series series : chart.named()) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "<line x1=\"%.0f\" y1=\"36\" x2=\"%.0f\" y2=\"36\" stroke=\"%s\"%s%s/>%n",
                            at,
                            at + 18,
                            series.tone().onWhite(),
                            weight(series, 3),
                            dashes(series)));
            text(series.name(), at + 24, 40, "start", "");
            at += 44 + 7 * series.name().length();
        }
    }

    private void axes() {
        double bottom = layout.top() + layout.height();
        for (double value : layout.yTicks().values()) {
            double down = layout.downOf(value);
            line(layout.left(), down, layout.left() + layout.width(), down, GRID);
            text(layout.yTicks().label(value, Locale.ROOT), layout.left() - 6, down + 4, "end", "");
        }
        for (double value : layout.xTicks().values()) {
            double across = layout.acrossOf(value);
            line(across, bottom, across, bottom + 4, INK);
            text(layout.xTicks().label(value, Locale.ROOT), across, bottom + 17, "middle", "");
        }
        line(layout.left(), bottom, layout.left() + layout.width(), bottom, INK);
        text(chart.x().title(), layout.left() + layout.width() / 2, bottom + 34, "middle", "");
        double middle = layout.top() + layout.height() / 2;
        text(
                chart.y().title(),
                12,
                middle,
                "middle",
                String.format(Locale.ROOT, " transform=\"rotate(-90 12 %.1f)\"", middle));
    }

    private void series(Series series) {
        String colour = series.tone().onWhite();
        if (series.look() == Series.Look.POINTS) {
            for (Point point : series.points()) {
                out.append(
                        String.format(
                                Locale.ROOT,
                                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.7\"/>%n",
                                layout.acrossOf(point.x()),
                                layout.downOf(point.y()),
                                colour));
            }
            return;
        }
        List<Point> points = Smoothing.thinned(series.points(), (int) layout.width());
        String path =
                points.stream()
                        .map(
                                p ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.2f,%.2f",
                                                layout.acrossOf(p.x()),
                                                layout.downOf(p.y())))
                        .collect(Collectors.joining(" "));
        out.append(
                String.format(
                        Locale.ROOT,
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"%s%s/>%n",
                        path,
                        colour,
                        weight(series, 2),
                        dashes(series)));
    }

    /** @param width of a line that is not faint, pixels */
    private static String weight(Series series, int width) {
        return series.look() == Series.Look.FAINT
                ? " stroke-width=\"1\" stroke-opacity=\"0.7\""
                : " stroke-width=\"" + width + "\"";
    }

    private static String dashes(Series series) {
        String dashes = series.look() == Series.Look.DASHED ? "7 4" : series.tone().dashes();
        return dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                        x1,
                        y1,
                        x2,
                        y2,
                        colour));
    }

    private void text(String text, double x, double y, String anchor, String more) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>%n",
                        x,
                        y,
                        anchor,
                        more,
                        escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
