package eliq.app.benchmark;

import java.util.Optional;

/**
 * A scorer or a metric that an evaluation can run.
 *
 * @param key folder of the scorer, or name of the metric
 * @param title for people
 * @param facts direction and origin
 * @param missing what is missing to use it, a sentence
 */
public record Choice(Kind kind, String key, String title, String facts, Optional<String> missing) {

    /** What it is. */
    public enum Kind {
        SCORER,
        METRIC
    }

    boolean ready() {
        return missing.isEmpty();
    }
}
