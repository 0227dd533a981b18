package eliq.report;

import java.util.List;

/** The part that most figures share: a plot area with two axes, a grid and a legend above. */
final class Frame {

    static final int WIDTH = 560;
    static final int HEIGHT = 320;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int BOTTOM = 46;
    private static final int LEGEND_ROW = 20;

    /** About 6.6 units a character at the size of legends. */
    private static final double CHARACTER = 6.6;

    private final Svg svg;
    private final Axis x;
    private final Axis y;
    private final int top;

    /** An entry of the legend: a series' number and its name. */
    record Key(int series, String name) {}

    Frame(String title, String css, Axis x, Axis y, List<Key> legend) {
        int rows = legend.size() < 2 ? 0 : rows(legend);
        this.top = 12 + rows * LEGEND_ROW;
        this.x = x;
        this.y = y;
        this.svg = new Svg(WIDTH, HEIGHT, title, css);
        grid();
        if (rows > 0) {
            legend(legend);
        }
    }

    private static int rows(List<Key> legend) {
        int rows = 1;
        double at = LEFT;
        for (Key key : legend) {
            double width = 26 + CHARACTER * key.name().length() + 12;
            if (at + width > WIDTH && at > LEFT) {
                rows++;
                at = LEFT;
            }
            at += width;
        }
        return rows;
    }

    private void legend(List<Key> legend) {
        double at = LEFT;
        double row = 14;
        for (Key key : legend) {
            double width = 26 + CHARACTER * key.name().length() + 12;
            if (at + width > WIDTH && at > LEFT) {
                row += LEGEND_ROW;
                at = LEFT;
            }
            svg.rect("fill s" + key.series(), at, row - 9, 14, 10, "");
            svg.text("legend", at + 20, row, "start", key.name());
            at += width;
        }
    }

    private void grid() {
        for (double tick : y.ticks()) {
            svg.line("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
            svg.text("tick", LEFT - 6, y(tick) + 4, "end", y.text(tick));
        }
        for (double tick : x.ticks()) {
            svg.line("mark", x(tick), bottom(), x(tick), bottom() + 4);
            svg.text("tick", x(tick), bottom() + 17, "middle", x.text(tick));
        }
        svg.line("axis", LEFT, bottom(), WIDTH - RIGHT, bottom());
        svg.text("label", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", x.label());
        svg.upwards("label", 14, (top + bottom()) / 2.0, y.label());
    }

    Svg svg() {
        return svg;
    }

    double x(double value) {
        return LEFT + x.share(value) * (WIDTH - RIGHT - LEFT);
    }

    double y(double value) {
        return bottom() - y.share(value) * (bottom() - top);
    }

    double left() {
        return LEFT;
    }

    double right() {
        return WIDTH - RIGHT;
    }

    double top() {
        return top;
    }

    double bottom() {
        return HEIGHT - BOTTOM;
    }
}
