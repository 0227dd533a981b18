package eliq.app.benchmark;

import eliq.benchmark.Evaluation;
import java.nio.file.Path;
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

    /** What was written to this place by another program, most often the command line. */
    static PastRun writtenTo(Path place, Evaluation evaluation) {
        return new PastRun(
                0,
                Kind.EVALUATION,
                evaluation.set().name(),
                place.getFileName().toString(),
                evaluation.run().started());
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
