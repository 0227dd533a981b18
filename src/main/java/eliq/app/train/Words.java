package eliq.app.train;

import eliq.catalog.JobState;
import java.time.Duration;
import java.util.Locale;

/** Amounts in words. */
final class Words {
    private Words() {}

    /** About how long: {@code 12 min}, {@code 2 h 10 min}, {@code 3 days}. */
    static String time(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return Math.round(minutes / 1440.0) + " days";
    }

    /** {@code 640 MB}, {@code 1.4 GB}. */
    static String bytes(long bytes) {
        return bytes < 1e9
                ? String.format(Locale.getDefault(), "%,d MB", Math.max(1, Math.round(bytes / 1e6)))
                : String.format(Locale.getDefault(), "%,.1f GB", bytes / 1e9);
    }

    static String state(JobState state) {
        return switch (state) {
            case QUEUED -> "waits for its turn";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case INTERRUPTED -> "interrupted";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    /** How a run stands, one line. */
    static String standing(Run run) {
        String text = state(run.state());
        if (run.state() == JobState.DONE) {
            return text;
        }
        if (!run.doing().isEmpty()) {
            text += run.running() ? ": " + run.doing() : " while " + run.doing();
        }
        if (run.total() > 0) {
            text +=
                    String.format(
                            Locale.getDefault(),
                            ", %,d of %,d (%d %%)",
                            run.done(),
                            run.total(),
                            100 * run.done() / run.total());
        }
        return run.running() && run.remaining().isPresent()
                ? text + ", " + time(run.remaining().get()) + " left"
                : text;
    }
}
