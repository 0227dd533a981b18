package eliq.app.train;

import eliq.catalog.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A training that was started once.
 *
 * @param job its number
 * @param training absent where another version of the program wrote its settings
 * @param doing what it does now, such as {@code training the critic}; empty before the start
 * @param done steps of that
 * @param total 0 where not known
 * @param remaining time left in what it does now, while it runs here
 * @param message its last words
 * @param result one sentence, once done
 * @param error one sentence, once failed
 * @param folder of the job
 */
public record Run(
        long job,
        Stage stage,
        Optional<Training> training,
        JobState state,
        String doing,
        long done,
        long total,
        Optional<Duration> remaining,
        String message,
        Optional<String> result,
        Optional<String> error,
        Path folder,
        Instant created) {

    public String name() {
        return training.map(Training::name).orElse("job " + job);
    }

    public boolean running() {
        return state == JobState.RUNNING || state == JobState.QUEUED;
    }

    /** Whether where it stopped can be made a critic. */
    public boolean keepable() {
        return stage == Stage.CRITIC && resumable() && done > 0 && training.isPresent();
    }

    /** Whether it stopped on the way and can be gone on with. */
    public boolean resumable() {
        return switch (state) {
            case PAUSED, INTERRUPTED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, DONE -> false;
        };
    }
}
