package eliq.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job as the catalogue knows it.
 *
 * @param parameters JSON object
 * @param request what somebody asked the running process to do
 * @param stage name of what it is doing, empty before the start
 * @param done steps of the stage that are done
 * @param total steps of the stage; 0 where not known
 * @param message last words of the job
 * @param directory its private folder, relative to the workspace
 * @param owner who works on it
 * @param attempts how often it was started
 * @param runId the run it records
 * @param result JSON object, once done
 * @param error one sentence, once failed
 */
public record JobRecord(
        long id,
        String kind,
        String parameters,
        JobState state,
        Request request,
        String stage,
        long done,
        long total,
        String message,
        Path directory,
        Optional<Owner> owner,
        int attempts,
        OptionalLong runId,
        Optional<String> result,
        Optional<String> error,
        Instant created,
        Instant updated) {

    /**
     * The process that works on a job.
     *
     * @param heartbeat when it last said so
     */
    public record Owner(long process, String host, Instant heartbeat) {}

    /** What somebody asks the running process to do. */
    public enum Request {
        NONE,
        PAUSE,
        CANCEL;

        /** Lower-case name, as it stands in files, columns and options. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
