package eliq.app.benchmark;

import eliq.app.words.Decimals;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and times in the words of the view. */
final class Words {
    private Words() {}

    /** With this many decimals and a real minus, none before zero; a dash where there is no number. */
    static String fixed(double value, int decimals) {
        return Decimals.fixed(value, decimals);
    }

    /** As {@link #fixed}, with a plus where it is not below zero. */
    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return Double.isFinite(value) && !text.startsWith("−") ? "+" + text : text;
    }

    /** Every digit that a score has, up to seven. */
    static String exact(double value) {
        return Decimals.exact(value, 7);
    }

    /** Date and time here, as short as they come. */
    static String shortly(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(Locale.getDefault())
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
