package eliq.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a job is in its present stage.
 *
 * @param stage what is being done
 * @param done steps that are done, those of an earlier attempt included
 * @param total steps of the stage; 0 where not known
 * @param perSecond steps a second, lately; absent until something was done
 * @param remaining time left in the stage at this rate; absent where rate or total is not known
 * @param elapsed time since this attempt entered the stage
 */
public record Progress(
        String stage,
        long done,
        long total,
        OptionalDouble perSecond,
        Optional<Duration> remaining,
        Duration elapsed) {

    /** Share of the stage that is done, 0..1; absent where the total is not known. */
    public OptionalDouble fraction() {
        return total > 0
                ? OptionalDouble.of(Math.clamp((double) done / total, 0, 1))
                : OptionalDouble.empty();
    }

    /** Whether the stage is over. */
    public boolean complete() {
        return total > 0 && done >= total;
    }
}
