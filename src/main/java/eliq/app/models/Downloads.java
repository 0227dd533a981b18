package eliq.app.models;

import eliq.catalog.JobRecord;
import eliq.hub.PullModel;
import eliq.job.JobException;
import eliq.job.JobRunner;
import java.util.Optional;

/** What stored jobs fetch. */
final class Downloads {
    private Downloads() {}

    /** The model that this job is to fetch; absent where its parameters are of another version. */
    static Optional<String> model(JobRecord job) {
        try {
            return Optional.of(JobRunner.parameters(job, PullModel.class).model());
        } catch (JobException e) {
            return Optional.empty();
        }
    }
}
