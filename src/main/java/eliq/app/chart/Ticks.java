package eliq.app.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis: one, two or five times a power of ten apart.
 *
 * @param values ascending
 * @param step between them
 */
record Ticks(List<Double> values, double step) {
    Ticks {
        values = List.copyOf(values);
    }

    /** Those between two ends, about so many. */
    static Ticks within(double low, double high, int about) {
        double step = step((high - low) / Math.max(1, about));
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        return new Ticks(values, step);
    }

    /** The round step next to a rough one, above 0. */
    static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power;
    }

    /** A tick's number with as many decimals as the step needs, and a real minus. */
    String label(double value, Locale locale) {
        String text = written(value, locale);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    private String written(double value, Locale locale) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean scientific = decimals > 4 || Math.abs(value) >= 1e6;
        if (value != 0 && scientific) {
            return scientific(value, 2, locale);
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        if (scientific) {
            return format.format(0);
        }
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value == 0 ? 0.0 : value);
    }

    /** A value as exactly as it is worth reading: six digits, and a real minus. */
    static String exact(double value, Locale locale) {
        String text = digits(value, locale);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    private static String digits(double value, Locale locale) {
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-3 || size >= 1e7)) {
            return scientific(value, 4, locale);
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int whole = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        format.setMaximumFractionDigits(Math.max(0, 6 - whole));
        return format.format(value);
    }

    private static String scientific(double value, int digits, Locale locale) {
        int power = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(value / Math.pow(10, power)) + "e" + power;
    }
}
