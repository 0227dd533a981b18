package eliq.prompts;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SplittableRandom;

/** How long to wait before a question is sent again. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Longest wait that a server may ask for before the job rather stops. */
    private static final Duration ENDURED = Duration.ofMinutes(15);

    private final int attempts;
    private final SplittableRandom random = new SplittableRandom();

    Backoff(int attempts) {
        this.attempts = attempts;
    }

    /**
     * @param attempt that failed, from 1
     * @param asked what the server asked for
     * @param why it failed, for the message
     * @throws PromptsException where it was the last attempt, or the server asks for more than anybody waits
     */
    Duration after(int attempt, Optional<Duration> asked, ChatSettings settings, String why)
            throws PromptsException {
        if (attempt >= attempts) {
            throw new PromptsException(
                    why
                            + "; given up after "
                            + attempt
                            + (attempt == 1 ? " attempt" : " attempts")
                            + ". Check that the server at "
                            + settings.endpoint()
                            + " is up");
        }
        if (asked.isPresent() && asked.get().compareTo(ENDURED) > 0) {
            throw new PromptsException(
                    why + "; it asks to be left alone for " + asked.get().toMinutes() + " minutes");
        }
        if (asked.isPresent()) {
            return asked.get();
        }
        long doubled = FIRST.toMillis() << Math.min(attempt - 1, 10);
        double half = Math.min(doubled, LONGEST.toMillis()) / 2.0;
        return Duration.ofMillis((long) (half + half * random.nextDouble()));
    }

    /** What the headers ask for: {@code retry-after-ms}, or {@code Retry-After} in seconds or as a date. */
    static Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<String> milliseconds = headers.firstValue("retry-after-ms");
        if (milliseconds.isPresent() && milliseconds.get().matches("\\d{1,9}(\\.\\d+)?")) {
            return Optional.of(Duration.ofMillis((long) Double.parseDouble(milliseconds.get())));
        }
        Optional<String> after = headers.firstValue("Retry-After").map(String::strip);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (after.get().matches("\\d{1,9}(\\.\\d+)?")) {
            return Optional.of(Duration.ofMillis((long) (1000 * Double.parseDouble(after.get()))));
        }
        try {
            Duration until =
                    Duration.between(
                            ZonedDateTime.now(),
                            ZonedDateTime.parse(after.get(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
