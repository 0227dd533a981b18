package eliq.app.words;

import java.time.Duration;
import java.util.Locale;

/** Sizes, times and numbers as a person reads them, with the separators of the user's language. */
public final class Amounts {
    private Amounts() {}

    /** Bytes in kB, MB or GB of powers of ten, as disks and connections are sold. */
    public static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return format("%,.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? format("%,.1f MB", bytes / 1e6)
                : format("%,.2f GB", bytes / 1e9);
    }

    /** A number with its noun, such as {@code 1 image}, {@code 1,200 images}. */
    public static String count(long number, String noun) {
        return format("%,d %s", number, number == 1 ? noun : noun + "s");
    }

    /** Roughly, in the two largest units: {@code 40 s}, {@code 12 min}, {@code 3 h 20 min}, {@code 3 days}. */
    public static String time(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 90) {
            return format("%d s", seconds);
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 90) {
            return format("%d min", minutes);
        }
        return minutes < 48 * 60
                ? format("%d h %02d min", minutes / 60, minutes % 60)
                : format("%,d days", Math.round(minutes / 1440.0));
    }

    /**
     * To two figures, so that several add up to what is said of them together: {@code 2.5 s}, {@code 12 s}, {@code 2.5
     * min}, {@code 3 h 20 min}.
     */
    public static String closely(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        if (seconds < 9.95) {
            return seconds < 0.05 ? format("< %.1f s", 0.1) : format("%.1f s", seconds);
        }
        return seconds < 89.5 || seconds >= 9.95 * 60
                ? time(time)
                : format("%.1f min", seconds / 60);
    }

    /** A count of a model's parameters: {@code 826 thousand}, {@code 2.1 billion}. */
    public static String parameters(long values) {
        if (values < 1_000_000) {
            return format("%,.0f thousand", values / 1e3);
        }
        return values < 1_000_000_000
                ? format("%,.1f million", values / 1e6)
                : format("%,.2f billion", values / 1e9);
    }

    /** A count of parameters in one unit, so that several align at the decimal point: {@code 9.30 million}. */
    public static String millions(long values) {
        return values > 0 && values < 5_000
                ? format("< %.2f million", 0.01)
                : format("%,.2f million", values / 1e6);
    }

    /** Bytes in one unit, so that several align at the decimal point: {@code 18.7 MB}. */
    public static String megabytes(long bytes) {
        return bytes > 0 && bytes < 50_000
                ? format("< %.1f MB", 0.1)
                : format("%,.1f MB", bytes / 1e6);
    }

    /** In the user's language. */
    public static String format(String pattern, Object... values) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), pattern, values);
    }
}
