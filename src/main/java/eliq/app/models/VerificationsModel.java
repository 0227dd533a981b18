package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.follow.JobControl;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.hub.VerifiedModels;
import eliq.hub.VerifyModels;
import eliq.job.JobException;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What came of reading models through. JavaFX thread only. Knows no scene graph. */
public final class VerificationsModel {
    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final Following following;
    private final JobControl control;
    private final ObservableMap<Path, Verification> all = FXCollections.observableHashMap();

    VerificationsModel(
            Workbench workbench,
            Executor worker,
            Executor ui,
            Following following,
            JobControl control) {
        this.workbench = workbench;
        this.worker = worker;
        this.ui = ui;
        this.following = following;
        this.control = control;
    }

    /** By the models' folders. */
    public ObservableMap<Path, Verification> all() {
        return all;
    }

    /** Reads a model through. */
    void verify(ModelDetails model) {
        Path folder = model.model().folder();
        String name = model.model().name();
        all.put(folder, new Verification.Running());
        control.submit(
                workbench.verifyModels(),
                new VerifyModels(List.of(name)),
                job ->
                        following.follow(
                                job, "Verifying " + name, "MB", ended -> judge(folder, ended)));
    }

    private void judge(Path folder, FollowedJob ended) {
        following.forget(ended);
        if (ended.stateProperty().get() == JobState.DONE) {
            worker.execute(
                    () -> {
                        Verification found = result(ended.id());
                        ui.execute(() -> all.put(folder, found));
                    });
        } else {
            all.put(
                    folder,
                    new Verification.Failed(
                            ended.stateProperty().get() == JobState.FAILED
                                    ? ended.errorProperty().get()
                                    : "Stopped before all was read."));
        }
    }

    private Verification result(long id) {
        try {
            JobRecord job = workbench.catalog().jobs().find(id).orElseThrow();
            return workbench
                    .jobs()
                    .result(job, VerifiedModels.class)
                    .map(Verification::of)
                    .orElseThrow();
        } catch (JobException | CatalogException e) {
            return new Verification.Failed(Failure.sentence(e));
        }
    }
}
