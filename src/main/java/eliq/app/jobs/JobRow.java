package eliq.app.jobs;

import eliq.app.words.Amounts;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A job as the list shows it.
 *
 * @param progress of the moment, where it runs in this program
 * @param worked how long it took, once it is done and where that is known
 */
public record JobRow(JobRecord job, Optional<Progress> progress, Optional<Duration> worked) {
    // A failure begins with a file, of which the name says enough in a list. Folders may have
    // spaces
    // and brackets in their names; where the sentence goes on with another path, that is kept.
    private static final Pattern LEADING_FOLDERS =
            Pattern.compile(
                    "^(?:/|[A-Za-z]:\\\\)(?:(?![^/\\\\]*\\s(?:is|are|has|have|was|were|can|could|cannot|does|did|holds|needs|should)\\s)"
                            + "[^/\\\\:;]*[^/\\\\:;\\s(][/\\\\])*");

    public long id() {
        return job.id();
    }

    /** The same a while later; one that does not run stays as it is. */
    JobRow further(Progress now) {
        return running() ? new JobRow(job, Optional.of(now), worked) : this;
    }

    /** Its kind in words: {@code train critic}. */
    public String title() {
        return title(job.kind());
    }

    static String title(String kind) {
        return kind.replace('-', ' ');
    }

    public boolean running() {
        return job.state() == JobState.RUNNING;
    }

    public boolean failed() {
        return job.state() == JobState.FAILED;
    }

    /** Whether it can be asked to stop. */
    public boolean stoppable() {
        return switch (job.state()) {
            case QUEUED, RUNNING, PAUSED, INTERRUPTED -> true;
            case DONE, FAILED, CANCELLED -> false;
        };
    }

    /** Whether it stopped on the way and can be gone on with. */
    public boolean resumable() {
        return switch (job.state()) {
            case PAUSED, INTERRUPTED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, DONE -> false;
        };
    }

    /** Share of what it does now that is done, 0..1; empty where that is not known. */
    public OptionalDouble share() {
        long done = progress.map(Progress::done).orElse(job.done());
        long total = progress.map(Progress::total).orElse(job.total());
        return total > 0
                ? OptionalDouble.of(Math.clamp((double) done / total, 0, 1))
                : OptionalDouble.empty();
    }

    /** State in a word or two. */
    public String state() {
        return switch (job.state()) {
            case QUEUED -> "waiting";
            case RUNNING -> job.request() == JobRecord.Request.NONE ? "running" : "asked to stop";
            case PAUSED -> "paused";
            case INTERRUPTED -> "interrupted";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    public boolean done() {
        return job.state() == JobState.DONE;
    }

    /** How long it took, in words; empty where it is not done or that is not known. */
    public String took() {
        // The log knows seconds, not what lies between them.
        return worked.map(time -> time.isZero() ? "under 1 s" : Amounts.time(time)).orElse("");
    }

    /**
     * How far it is: {@code Training the critic, 120 of 400 - 3.2 per s - 1 min left}; of one that is done, what it did:
     * {@code 16 scored, took 4 s}.
     */
    public String standing() {
        return switch (job.state()) {
            case QUEUED -> "waits for its turn";
            case DONE -> capital(outcome());
            case RUNNING, PAUSED, INTERRUPTED, FAILED, CANCELLED ->
                    job.error().orElseGet(() -> capital(way()));
        };
    }

    /** As {@link #standing}, for a table that has the time in a column of its own. */
    public String summary() {
        String did = done() ? did() : "";
        String text = did.isEmpty() ? standing() : capital(did);
        return failed() ? LEADING_FOLDERS.matcher(text).replaceFirst("") : text;
    }

    /** Its state and, as the rest of that sentence, how it stands; a failure's reason is not in it. */
    public String sentence() {
        String rest =
                switch (job.state()) {
                    case DONE -> outcome();
                    case QUEUED -> standing();
                    case RUNNING, PAUSED, INTERRUPTED, FAILED, CANCELLED ->
                            job.error().isPresent() ? "" : small(way());
                };
        return state() + (rest.isEmpty() ? "" : ": " + rest);
    }

    /** Why no time is said of one of which nothing more will come; empty elsewhere. */
    public Optional<String> untimed() {
        if (worked.isPresent() || !over()) {
            return Optional.empty();
        }
        return Optional.of(
                done() ? "How long it took was not written down" : "It did not come to its end");
    }

    /** Whether nothing more will come of it. */
    public boolean over() {
        return switch (job.state()) {
            case DONE, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, PAUSED, INTERRUPTED -> false;
        };
    }

    private String outcome() {
        String did = did();
        String time = worked.isPresent() ? "took " + took() : "";
        return did + (did.isEmpty() || time.isEmpty() ? "" : ", ") + time;
    }

    private String did() {
        String counts = job.result().map(JobCounts::of).orElse("");
        return counts.isEmpty() && job.total() > 1 ? of(job.done(), job.total()) : counts;
    }

    private String way() {
        String stage = progress.map(Progress::stage).orElse(job.stage());
        StringBuilder text = new StringBuilder(stage);
        long done = progress.map(Progress::done).orElse(job.done());
        long total = progress.map(Progress::total).orElse(job.total());
        if (total > 1) {
            text.append(stage.isEmpty() ? "" : ", ").append(of(done, total));
        }
        if (running() && progress.isPresent()) {
            Progress now = progress.get();
            // What a narrow table cuts is the rate.
            now.remaining()
                    .filter(Duration::isPositive)
                    .ifPresent(
                            left -> text.append(" - ").append(Amounts.time(left)).append(" left"));
            if (now.perSecond().isPresent()) {
                text.append(" - ").append(rate(now.perSecond().getAsDouble()));
            }
        }
        return text.toString();
    }

    private static String of(long done, long total) {
        return Amounts.format("%,d of %,d", done, total);
    }

    private static String capital(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** As in the middle of a sentence; a name in capitals stays one. */
    private static String small(String text) {
        boolean word = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static String rate(double perSecond) {
        return perSecond >= 1
                ? Amounts.format("%.1f per s", perSecond)
                : Amounts.format("%.1f per min", 60 * perSecond);
    }
}
