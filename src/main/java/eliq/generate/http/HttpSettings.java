package eliq.generate.http;

import java.time.Duration;

/**
 * How long to wait for a backend, and how often to try again.
 *
 * @param connectTimeout for a connection to come about
 * @param readTimeout for the answer to a short call: anything but the making of a picture
 * @param retries how often a reading call that failed is repeated; calls that start work are never repeated blindly
 * @param retryPause before the first repetition, doubled before each further one
 * @param pollInterval between questions about a picture in the making
 * @param queueTimeout for a picture's turn in the backend's queue to come
 * @param stallTimeout while a picture is made: without any sign of progress, or, of a backend that gives none, in all
 * @param goneTimeout for a backend that went away in the middle to come back
 * @param resubmissions how often a picture that a restarted backend has forgotten is asked for again
 * @param blackRetries how often a picture that came back black is asked for again with another seed; 0: it is an error at once
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration readTimeout,
        int retries,
        Duration retryPause,
        Duration pollInterval,
        Duration queueTimeout,
        Duration stallTimeout,
        Duration goneTimeout,
        int resubmissions,
        int blackRetries) {

    /** What holds where nothing else is said. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    3,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofHours(2),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(2),
                    1,
                    0);

    public HttpSettings {
        positive("connectTimeout", connectTimeout);
        positive("readTimeout", readTimeout);
        positive("retryPause", retryPause);
        positive("pollInterval", pollInterval);
        positive("queueTimeout", queueTimeout);
        positive("stallTimeout", stallTimeout);
        positive("goneTimeout", goneTimeout);
        notNegative("retries", retries);
        notNegative("resubmissions", resubmissions);
        notNegative("blackRetries", blackRetries);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "setting " + name + " is " + value + "; it must be more than nothing");
        }
    }

    private static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "setting " + name + " is " + value + "; it must be 0 or more");
        }
    }
}
