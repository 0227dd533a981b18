package eliq.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * A number with its 95% interval.
 *
 * @param value NaN where nothing can be said
 * @param lower end of the interval; NaN where there is none
 * @param upper end of the interval; NaN where there is none
 */
public record Estimate(double value, double lower, double upper) {
    /** Nothing can be said. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** Draws of which more than this share give no number leave no interval. */
    private static final double MOST_LOST = 0.05;

    /** A number without an interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** With the percentile interval of bootstrap draws (linear between order statistics). */
    static Estimate of(double value, double[] draws) {
        double[] sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (Double.isNaN(value)
                || sorted.length < 2
                || draws.length - sorted.length > MOST_LOST * draws.length) {
            return of(value);
        }
        return new Estimate(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Whether anything can be said. */
    public boolean known() {
        return !Double.isNaN(value);
    }

    /** As {@code 0.742 [0.716, 0.766]}; a dash where nothing can be said. */
    public String text(int decimals) {
        if (!known()) {
            return "–";
        }
        String format = "%." + decimals + "f";
        String text = String.format(Locale.ROOT, format, value);
        return Double.isNaN(lower)
                ? text
                : text
                        + " ["
                        + String.format(Locale.ROOT, format, lower)
                        + ", "
                        + String.format(Locale.ROOT, format, upper)
                        + "]";
    }
}
