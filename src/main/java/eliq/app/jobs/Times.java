package eliq.app.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times in words. */
final class Times {
    private Times() {}

    /** About how long: {@code 40 s}, {@code 12 min}, {@code 2 h 10 min}. */
    static String about(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return Math.round(minutes / 1440.0) + " days";
    }

    static String of(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
