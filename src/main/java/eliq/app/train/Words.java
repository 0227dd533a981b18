package eliq.app.train;

import eliq.app.words.Amounts;
import eliq.catalog.JobState;
import java.util.Locale;

/** Amounts in words. */
final class Words {
    private Words() {}

    /** As exact as an estimate is: {@code 640 MB}, {@code 1.4 GB}. */
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
                ? text + ", " + Amounts.time(run.remaining().get()) + " left"
                : text;
    }
}
