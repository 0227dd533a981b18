package eliq.app.benchmark;

import eliq.report.Axis;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Where a chart's values lie in its room, with axes, grid and legend.
 *
 * @param width of the room
 * @param height of the room
 * @param top where the plot begins, below the legend
 */
record PlotArea(Axis x, Axis y, double width, double height, double top) {
    private static final double LEFT = 58;
    private static final double RIGHT = 16;
    private static final double BOTTOM = 46;
    private static final double LEGEND = 18;
    private static final double CHARACTER = 6.6;

    /** @param groups names of the colours; fewer than two have no legend */
    static PlotArea of(Axis x, Axis y, double width, double height, List<String> groups) {
        int rows = groups.size() < 2 ? 0 : rows(groups, width);
        return new PlotArea(x, y, width, height, 12 + rows * LEGEND);
    }

    private static int rows(List<String> groups, double width) {
        int rows = 1;
        double at = LEFT;
        for (String group : groups) {
            double wide = wide(group);
            if (at + wide > width && at > LEFT) {
                rows++;
                at = LEFT;
            }
            at += wide;
        }
        return rows;
    }

    private static double wide(String group) {
        return 20 + CHARACTER * group.length() + 14;
    }

    double left() {
        return LEFT;
    }

    double right() {
        return Math.max(LEFT + 1, width - RIGHT);
    }

    double bottom() {
        return Math.max(top + 1, height - BOTTOM);
    }

    double atX(double value) {
        return LEFT + x.share(value) * (right() - LEFT);
    }

    double atY(double value) {
        return bottom() - y.share(value) * (bottom() - top);
    }

    /** Value cut off at the ends of the vertical axis. */
    double within(double value) {
        return Math.clamp(value, y.low(), y.high());
    }

    void draw(GraphicsContext g, ChartInk ink, List<String> groups) {
        g.setFont(Font.font(11));
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        g.setFill(ink.soft());
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : y.ticks()) {
            double at = Math.round(atY(tick)) + 0.5;
            g.setStroke(ink.rule());
            g.strokeLine(LEFT, at, right(), at);
            g.fillText(y.text(tick).replace('-', '−'), LEFT - 7, at);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setStroke(ink.soft());
        for (double tick : x.ticks()) {
            double at = Math.round(atX(tick)) + 0.5;
            g.strokeLine(at, bottom(), at, bottom() + 4);
            g.fillText(x.text(tick).replace('-', '−'), at, bottom() + 14);
        }
        g.strokeLine(LEFT, Math.round(bottom()) + 0.5, right(), Math.round(bottom()) + 0.5);
        g.setFont(Font.font(12));
        g.fillText(x.label(), (LEFT + right()) / 2, height - 10);
        g.save();
        g.translate(13, (top + bottom()) / 2);
        g.rotate(-90);
        g.fillText(y.label(), 0, 0);
        g.restore();
        if (groups.size() > 1) {
            legend(g, ink, groups);
        }
    }

    private void legend(GraphicsContext g, ChartInk ink, List<String> groups) {
        g.setFont(Font.font(11.5));
        g.setTextAlign(TextAlignment.LEFT);
        double at = LEFT;
        double row = 10;
        for (int i = 0; i < groups.size(); i++) {
            double wide = wide(groups.get(i));
            if (at + wide > width && at > LEFT) {
                row += LEGEND;
                at = LEFT;
            }
            g.setFill(ink.series(i));
            g.fillOval(at, row - 5, 10, 10);
            g.setFill(ink.ink());
            g.fillText(groups.get(i), at + 16, row);
            at += wide;
        }
    }
}
