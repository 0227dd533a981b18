package eliq.job;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobState;
import eliq.catalog.RunRecord;
import java.util.Objects;
import java.util.Optional;

/** Does a job's work once, and writes down how that ended. */
final class JobAttempt {
    private JobAttempt() {}

    static <P extends Record, R extends Record> JobOutcome<R> run(
            Catalog catalog, Job<P, R> job, P parameters, long id, JobExecution execution)
            throws CatalogException {
        JobOutcome<R> outcome = outcome(job, parameters, execution, id);
        finish(catalog, outcome, execution);
        return outcome;
    }

    private static <P extends Record, R extends Record> JobOutcome<R> outcome(
            Job<P, R> job, P parameters, JobExecution execution, long id) {
        try {
            R result = Objects.requireNonNull(job.run(parameters, execution), "no result");
            JobJson.write(result);
            return new JobOutcome.Done<>(id, result);
        } catch (Throwable failure) {
            if (JobFailure.isStop(failure)) {
                return new JobOutcome.Stopped<>(id, execution.stop() != JobExecution.Stop.CANCEL);
            }
            return new JobOutcome.Failed<>(
                    id,
                    JobFailure.sentence(failure),
                    JobFailure.keep(execution.directory(), failure));
        }
    }

    private static <R extends Record> void finish(
            Catalog catalog, JobOutcome<R> outcome, JobExecution execution)
            throws CatalogException {
        JobState state = state(outcome, execution.stop());
        execution.log(state.key());
        execution.setRunState(
                state == JobState.PAUSED
                        ? RunRecord.State.INTERRUPTED
                        : RunRecord.State.valueOf(state.name()));
        Optional<String> result = Optional.empty();
        Optional<String> error = Optional.empty();
        if (outcome instanceof JobOutcome.Done<R> done) {
            result = Optional.of(JobJson.write(done.result()));
        } else if (outcome instanceof JobOutcome.Failed<R> failed) {
            error = Optional.of(failed.reason());
        }
        catalog.jobs().release(outcome.id(), state, result, error);
    }

    private static JobState state(JobOutcome<?> outcome, JobExecution.Stop stop) {
        return switch (outcome) {
            case JobOutcome.Done<?> done -> JobState.DONE;
            case JobOutcome.Failed<?> failed -> JobState.FAILED;
            case JobOutcome.Stopped<?> stopped ->
                    switch (stop) {
                        case CANCEL -> JobState.CANCELLED;
                        case PAUSE -> JobState.PAUSED;
                        case SHUTDOWN, NO -> JobState.INTERRUPTED;
                    };
        };
    }
}
