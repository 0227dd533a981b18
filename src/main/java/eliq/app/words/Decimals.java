package eliq.app.words;

import java.util.Locale;
import java.util.OptionalDouble;

/** Scores and margins with two decimals and a true minus; what is shown as nothing has no sign. */
public final class Decimals {
    /** What stands for a number that is not there; why it is not is said beside it. */
    public static final String ABSENT = "–";

    private Decimals() {}

    public static String two(OptionalDouble value) {
        return value.isPresent() ? format("%.2f", shown(value.getAsDouble())) : ABSENT;
    }

    /** With its sign. */
    public static String signed(OptionalDouble value) {
        if (value.isEmpty()) {
            return ABSENT;
        }
        double shown = shown(value.getAsDouble());
        return format(shown == 0 ? "%.2f" : "%+.2f", shown);
    }

    private static double shown(double value) {
        return Math.abs(value) < 0.005 ? 0 : value;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.getDefault(), pattern, value).replace('-', '−');
    }
}
