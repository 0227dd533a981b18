package eliq.app.jobs;

import eliq.catalog.JobState;
import java.util.List;

/** Which jobs are listed. */
public enum JobFilter {
    ALL("All"),
    GOING("Going on", JobState.QUEUED, JobState.RUNNING),
    UNFINISHED("Unfinished", JobState.PAUSED, JobState.INTERRUPTED),
    FAILED("Failed", JobState.FAILED),
    DONE("Done", JobState.DONE),
    CANCELLED("Cancelled", JobState.CANCELLED);

    private final String title;
    private final List<JobState> states;

    JobFilter(String title, JobState... states) {
        this.title = title;
        this.states = List.of(states);
    }

    public String title() {
        return title;
    }

    /** None for all. */
    public List<JobState> states() {
        return states;
    }
}
