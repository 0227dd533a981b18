package eliq.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis with ticks at round numbers.
 *
 * @param label with its unit
 * @param low first value shown
 * @param high last value shown
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
public record Axis(String label, double low, double high, double step) {

    /** An axis that holds these values and ends at ticks. */
    public static Axis around(String label, double least, double most, int ticks) {
        double low = Double.isFinite(least) ? least : 0;
        double high = Double.isFinite(most) ? most : 1;
        if (high - low < 1e-12 * Math.max(1, Math.abs(high))) {
            low -= 0.5;
            high += 0.5;
        }
        double step = roundStep((high - low) / ticks);
        return new Axis(
                label,
                Math.floor(low / step + 1e-9) * step,
                Math.ceil(high / step - 1e-9) * step,
                step);
    }

    /** An axis with exactly these ends. */
    public static Axis exactly(String label, double low, double high, int ticks) {
        return new Axis(label, low, high, roundStep((high - low) / ticks));
    }

    private static double roundStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double rest = raw / power;
        return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
    }

    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 0 at the low end, 1 at the high end. */
    public double share(double value) {
        return (value - low) / (high - low);
    }

    /** As many as tell a tick from the next one. */
    public int decimals() {
        return (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
    }

    /** A tick's text, with as many decimals as the step needs. */
    public String text(double tick) {
        String text = String.format(Locale.ROOT, "%." + decimals() + "f", tick + 0.0);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
