package eliq.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One execution whose outcome is kept: a training, a scoring, a benchmark.
 *
 * @param parameters JSON object: everything needed to repeat it, seeds included
 * @param software name and version of the program
 * @param log JSON lines file with its metrics, relative to the workspace
 */
public record RunRecord(
        long id,
        String kind,
        String parameters,
        State state,
        String software,
        Path log,
        Instant started,
        Optional<Instant> ended) {

    /** How far it got. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        INTERRUPTED;

        /** Lower-case name, as it stands in files, columns and options. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
