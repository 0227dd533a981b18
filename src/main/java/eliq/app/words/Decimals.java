package eliq.app.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/** Numbers with decimals as a person reads them, with a true minus; what is shown as nothing has no sign. */
public final class Decimals {
    /** What stands for a number that is not there; why it is not is said beside it. */
    public static final String ABSENT = "–";

    private Decimals() {}

    /** With this many decimals; a dash where there is no number. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        String text = Amounts.format("%." + decimals + "f", Math.abs(value));
        return value < 0 && isMore(text) ? "−" + text : text;
    }

    /** As many decimals as it has, up to so many digits in all; none before the point is rounded away. */
    public static String exact(double value, int digits) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        int scale =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().scale();
        return fixed(value, Math.max(0, scale));
    }

    /** With two decimals. */
    public static String two(OptionalDouble value) {
        return value.isPresent() ? fixed(value.getAsDouble(), 2) : ABSENT;
    }

    /** With two decimals and its sign, be it a plus. */
    public static String signed(OptionalDouble value) {
        String text = two(value);
        return value.isPresent() && value.getAsDouble() > 0 && isMore(text) ? "+" + text : text;
    }

    /** Whether a digit of it is not zero. */
    private static boolean isMore(String text) {
        return text.chars().anyMatch(c -> Character.digit(c, 10) > 0);
    }
}
