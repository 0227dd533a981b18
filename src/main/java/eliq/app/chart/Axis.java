package eliq.app.chart;

import java.util.Optional;

/**
 * What an axis shows.
 *
 * @param name such as {@code loss}
 * @param unit such as {@code nats}; empty for a plain number
 * @param range that is shown whatever the points are; absent: what they need
 */
public record Axis(String name, String unit, Optional<Range> range) {

    /**
     * @param high above {@code low}
     */
    public record Range(double low, double high) {
        public Range {
            if (!(high > low)) {
                throw new IllegalArgumentException(
                        "an axis goes up, not from " + low + " to " + high);
            }
        }
    }

    public static Axis of(String name, String unit) {
        return new Axis(name, unit, Optional.empty());
    }

    public static Axis of(String name, String unit, double low, double high) {
        return new Axis(name, unit, Optional.of(new Range(low, high)));
    }

    /** Name and unit. */
    public String title() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
