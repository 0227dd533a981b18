package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.catalog.JobRecord;
import eliq.hub.PullModel;
import eliq.job.JobException;
import eliq.job.JobRunner;
import java.util.Optional;

/**
 * A model on its way here.
 *
 * @param model as it was asked for
 */
public record Download(String model, FollowedJob job) {

    /** The model that a stored job is to fetch; absent where its parameters are of another version. */
    static Optional<String> model(JobRecord job) {
        try {
            return Optional.of(JobRunner.parameters(job, PullModel.class).model());
        } catch (JobException e) {
            return Optional.empty();
        }
    }
}
