package eliq.app.benchmark;

import java.time.Instant;

/**
 * A job that came to a result which can be opened.
 *
 * @param job its number; 0 for a report opened from a file
 * @param title what it was run on
 * @param facts what else tells it from others
 */
public record PastRun(long job, Kind kind, String title, String facts, Instant when) {

    /** What was run. */
    public enum Kind {
        EVALUATION("evaluate"),
        MONOTONICITY("monotonicity"),
        ERAS("compare-eras"),
        ABLATION("ablate");

        private final String job;

        Kind(String job) {
            this.job = job;
        }

        /** The kind of the job. */
        String job() {
            return job;
        }
    }

    /** What tells it from others in little room. */
    String brief() {
        return title + " · " + Words.shortly(when);
    }

    @Override
    public String toString() {
        return brief() + (facts.isEmpty() ? "" : " · " + facts);
    }
}
