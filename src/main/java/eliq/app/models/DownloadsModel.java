package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.follow.JobControl;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.hub.PullModel;
import eliq.hub.PullModelJob;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Models on their way here, and those whose way was interrupted. JavaFX thread only. Knows no scene graph. */
public final class DownloadsModel {
    private final PullModelJob pulling;
    private final Following following;
    private final JobControl control;
    private final Consumer<FollowedJob> stopped;
    private final ObservableList<Download> all = FXCollections.observableArrayList();

    /** @param stopped told of each download that is done, failed, paused or cancelled */
    DownloadsModel(
            PullModelJob pulling,
            Following following,
            JobControl control,
            Consumer<FollowedJob> stopped) {
        this.pulling = pulling;
        this.following = following;
        this.control = control;
        this.stopped = stopped;
    }

    public ObservableList<Download> all() {
        return all;
    }

    /** Fetches a model; that it was asked about and agreed to is the caller's care. */
    void begin(PullModel pull) {
        control.submit(pulling, pull, job -> follow(pull.model(), job));
    }

    /** Shows downloads that another start of the program left, or another process runs. */
    void offer(List<JobRecord> unfinished) {
        for (JobRecord job : unfinished) {
            if (all.stream().noneMatch(d -> d.job().id() == job.id())) {
                Download.model(job).ifPresent(model -> follow(model, job));
            }
        }
    }

    public void pause(Download download) {
        control.pause(download.job());
    }

    /** Goes on with a download from where it stopped. */
    public void resume(Download download) {
        control.resume(download.job());
    }

    /** Stops a download for good; what has come stays in the cache for another time. */
    public void cancel(Download download) {
        control.cancel(download.job());
        if (!download.job().isActive()) {
            leave(download.job());
        }
    }

    private void follow(String model, JobRecord job) {
        FollowedJob followed = following.follow(job, "Fetching " + model, "MB", this::ended);
        if (followed.stateProperty().get() != JobState.DONE) {
            all.add(new Download(model, followed));
        }
    }

    private void ended(FollowedJob job) {
        switch (job.stateProperty().get()) {
            case DONE, CANCELLED -> leave(job);
            // It stays in sight, to be gone on with.
            default -> {}
        }
        stopped.accept(job);
    }

    private void leave(FollowedJob job) {
        all.removeIf(d -> d.job().id() == job.id());
        following.forget(job);
    }
}
