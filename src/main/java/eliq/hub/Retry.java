package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When to try again, and after how long: answers that say "not now", and connections that fail, up to five times in a row,
 * after 1, 2, 4, 8 and 8 seconds or as long as the hub asks for.
 */
final class Retry {
    private static final Set<Integer> NOT_NOW = Set.of(408, 429, 500, 502, 503, 504);
    private static final int[] SECONDS = {1, 2, 4, 8, 8};
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern RATE_LIMIT = Pattern.compile("\\br=0\\b.*\\bt=(\\d{1,9})\\b");

    private final Pause pause;
    private final JobContext context;
    private int failures;

    Retry(Pause pause, JobContext context) {
        this.pause = pause;
        this.context = context;
    }

    static boolean isWorthwhile(int status) {
        return NOT_NOW.contains(status);
    }

    /** Something came: what failed before counts no more. */
    void succeeded() {
        failures = 0;
    }

    /**
     * Waits after a failure.
     *
     * @param headers of the answer, where there was one
     * @return false, at once, if it has been tried often enough or the hub asks for more patience than anybody has
     */
    boolean again(Optional<HttpHeaders> headers)
            throws JobCancelledException, InterruptedException {
        if (failures == SECONDS.length) {
            return false;
        }
        Duration asked = headers.flatMap(Retry::asked).orElse(Duration.ZERO);
        if (asked.compareTo(LONGEST) > 0) {
            return false;
        }
        Duration time = Duration.ofSeconds(SECONDS[failures++]);
        if (asked.compareTo(time) > 0) {
            time = asked;
            context.message("The hub asks to wait for " + time.toSeconds() + " seconds.");
        }
        pause.pause(time, context);
        return true;
    }

    /** What the hub asks for, with a second more for clocks that differ. */
    static Optional<Duration> asked(HttpHeaders headers) {
        Optional<Duration> limit =
                headers.firstValue("RateLimit")
                        .map(RATE_LIMIT::matcher)
                        .filter(Matcher::find)
                        .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))));
        return limit.or(() -> headers.firstValue("Retry-After").flatMap(Retry::after))
                .map(d -> d.plusSeconds(1));
    }

    private static Optional<Duration> after(String text) {
        String value = text.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return left.isNegative() ? Optional.empty() : Optional.of(left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
