package eliq.app.chart;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where everything of a chart goes at a size: the same on the screen and on paper.
 *
 * @param left of the plot, pixels
 * @param top of the plot, pixels
 * @param width of the plot, pixels
 * @param height of the plot, pixels
 * @param x what the plot shows from left to right
 * @param y what the plot shows from bottom to top
 */
record ChartLayout(
        double left,
        double top,
        double width,
        double height,
        Axis.Range x,
        Axis.Range y,
        Ticks xTicks,
        Ticks yTicks) {
    private static final double LABEL = 7;
    private static final double PER_X_TICK = 55;
    private static final double PER_Y_TICK = 28;

    static ChartLayout of(Chart chart, double fullWidth, double fullHeight, Locale locale) {
        double top = 8;
        double height = Math.max(20, fullHeight - top - 40);
        Axis.Range y = padded(range(chart, chart.y(), false), chart.y());
        Ticks yTicks = Ticks.within(y.low(), y.high(), (int) Math.clamp(height / PER_Y_TICK, 3, 8));
        int longest =
                yTicks.values().stream()
                        .mapToInt(value -> yTicks.label(value, locale).length())
                        .max()
                        .orElse(1);
        double left = 32 + LABEL * longest;
        double width = Math.max(20, fullWidth - left - 16);
        Axis.Range x = range(chart, chart.x(), true);
        Ticks xTicks = Ticks.within(x.low(), x.high(), (int) Math.clamp(width / PER_X_TICK, 2, 8));
        return new ChartLayout(left, top, width, height, x, y, xTicks, yTicks);
    }

    private static Axis.Range range(Chart chart, Axis axis, boolean across) {
        if (axis.range().isPresent()) {
            return axis.range().get();
        }
        double low = values(chart, across).min().orElse(0);
        double high = values(chart, across).max().orElse(1);
        if (high > low) {
            return new Axis.Range(low, high);
        }
        double room = low == 0 ? 1 : Math.abs(low) * 0.5;
        return new Axis.Range(low - room, low + room);
    }

    private static DoubleStream values(Chart chart, boolean across) {
        return chart.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(point -> across ? point.x() : point.y());
    }

    /** Room above and below, and down to zero where that is near: a curve that touches the frame is read wrongly. */
    private static Axis.Range padded(Axis.Range range, Axis axis) {
        if (axis.range().isPresent()) {
            return range;
        }
        double room = 0.06 * (range.high() - range.low());
        boolean toZero = range.low() >= 0 && range.low() <= 0.5 * range.high();
        return new Axis.Range(toZero ? 0 : range.low() - room, range.high() + room);
    }

    double acrossOf(double value) {
        return left + width * (value - x.low()) / (x.high() - x.low());
    }

    double downOf(double value) {
        return top + height * (1 - (value - y.low()) / (y.high() - y.low()));
    }

    /** The value at a place across. */
    double valueAt(double across) {
        return x.low() + (across - left) / width * (x.high() - x.low());
    }
}
