package eliq.app.benchmark;

import eliq.catalog.JobRecord;
import java.util.Optional;

/** How the results stand. */
public sealed interface BenchmarkState {
    record Loading() implements BenchmarkState {}

    /** No rated set yet, and no evaluation. */
    record NoSets() implements BenchmarkState {}

    /** Sets, but nothing was evaluated yet. */
    record NoRuns() implements BenchmarkState {}

    /** The evaluation is there to be seen. */
    record Shown() implements BenchmarkState {}

    /**
     * @param what failed
     * @param job that can be gone on with
     */
    record Failed(String what, String reason, Optional<Long> job) implements BenchmarkState {

        /** A job that ended in failure. */
        static Failed of(JobRecord job) {
            return new Failed(
                    job.kind().equals("import-ratings")
                            ? "The import failed"
                            : "The evaluation failed",
                    job.error().orElse("No reason was given."),
                    Optional.of(job.id()));
        }
    }
}
