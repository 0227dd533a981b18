package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.follow.JobControl;
import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import eliq.app.words.Failure;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.Origin;
import eliq.job.JobException;
import eliq.job.JobRunner;
import eliq.pairs.BuildPairs;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A set as it is built, with the pictures that arrive. JavaFX thread only. Knows no scene graph. */
public final class BuildRunModel {
    /** Newest pictures that are shown. */
    static final int PREVIEWS = 24;

    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<String> say;
    private final Consumer<String> problem;
    private final Following following;
    private final JobControl control;
    private final ReadOnlyObjectWrapper<Optional<FollowedJob>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Path> previews = FXCollections.observableArrayList();
    private boolean looking;

    /**
     * @param say takes one sentence on what was done, on the JavaFX thread
     * @param problem takes one on what could not be, likewise
     */
    BuildRunModel(
            Workbench workbench,
            Executor worker,
            Executor ui,
            StatusViewModel status,
            Consumer<String> say,
            Consumer<String> problem) {
        this.workbench = workbench;
        this.worker = worker;
        this.ui = ui;
        this.status = status;
        this.say = say;
        this.problem = problem;
        this.following = new Following(workbench.jobs(), ui);
        this.control = new JobControl(workbench.jobs(), worker, ui, problem);
    }

    // Properties

    /** The build that goes on or waits to be gone on with. */
    public ReadOnlyObjectProperty<Optional<FollowedJob>> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Files of the newest pictures, newest first. */
    public ObservableList<Path> previews() {
        return previews;
    }

    // Commands

    /** Looks for a build that an earlier start of the program left. */
    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        Optional<JobRecord> left = unfinished();
                        if (left.isPresent()) {
                            BuildPairs parameters =
                                    JobRunner.parameters(left.get(), BuildPairs.class);
                            ui.execute(() -> follow(left.get(), parameters));
                        }
                    } catch (JobException | CatalogException e) {
                        ui.execute(() -> problem.accept(Failure.sentence(e)));
                    }
                });
    }

    private Optional<JobRecord> unfinished() throws JobException, CatalogException {
        workbench.jobs().recover();
        String kind = workbench.buildPairs().kind();
        return workbench
                .catalog()
                .jobs()
                .inState(JobState.PAUSED, JobState.INTERRUPTED, JobState.QUEUED, JobState.RUNNING)
                .stream()
                .filter(record -> record.kind().equals(kind))
                .max(Comparator.comparingLong(JobRecord::id));
    }

    void begin(BuildPairs parameters) {
        control.submit(workbench.buildPairs(), parameters, record -> follow(record, parameters));
    }

    public void pause() {
        job.get().ifPresent(control::pause);
    }

    /** Goes on where it stopped; no picture is drawn twice. */
    public void resume() {
        job.get().ifPresent(control::resume);
    }

    /** Stops for good; what was drawn stays in the catalogue. */
    public void cancel() {
        job.get().ifPresent(control::cancel);
        if (job.get().filter(FollowedJob::isActive).isEmpty()) {
            leave();
        }
    }

    /** Makes room for the next plan, where the last build came to its end. */
    void leaveDone() {
        if (job.get().filter(now -> now.stateProperty().get() == JobState.DONE).isPresent()) {
            leave();
        }
    }

    /** Shows it no more; it stays among the jobs. */
    private void leave() {
        job.get().ifPresent(following::forget);
        job.set(Optional.empty());
        previews.clear();
    }

    private void follow(JobRecord record, BuildPairs parameters) {
        leave();
        FollowedJob followed =
                following.follow(
                        record,
                        "Building set “" + parameters.set() + "”",
                        "",
                        ended -> ended(ended, parameters, record.created()));
        followed.paceProperty()
                .subscribe(
                        pace -> {
                            if (!pace.isEmpty()) {
                                status.working(followed.title(), followed.fractionProperty().get());
                                look(record.created());
                            }
                        });
        job.set(Optional.of(followed));
        look(record.created());
    }

    private void ended(FollowedJob now, BuildPairs parameters, Instant since) {
        look(since);
        status.idle(now.title() + ": " + now.stateProperty().get().key());
        if (now.stateProperty().get() == JobState.DONE) {
            worker.execute(
                    () -> {
                        String sentence = result(now.id(), parameters.set());
                        ui.execute(() -> say.accept(sentence));
                    });
        }
    }

    private String result(long id, String set) {
        try {
            JobRecord record = workbench.catalog().jobs().find(id).orElseThrow();
            BuildPairs.Result r =
                    workbench.jobs().result(record, BuildPairs.Result.class).orElseThrow();
            return Amounts.format(
                    "Set “%s” has %,d tuples with %,d negatives%s.",
                    set,
                    r.tuples(),
                    r.negatives(),
                    r.skipped().isEmpty()
                            ? ""
                            : "; " + r.skipped().size() + " could not be made, see below");
        } catch (JobException | CatalogException e) {
            return Failure.sentence(e);
        }
    }

    /** Looks for the newest pictures; once at a time, however often it is asked. */
    private void look(Instant since) {
        if (looking) {
            return;
        }
        looking = true;
        worker.execute(
                () -> {
                    List<Path> newest = newest(since);
                    ui.execute(
                            () -> {
                                looking = false;
                                if (!newest.equals(previews)) {
                                    previews.setAll(newest);
                                }
                            });
                });
    }

    /** Pictures that came into the catalogue since the build began, whoever drew them or made them worse. */
    private List<Path> newest(Instant since) {
        Catalog catalog = workbench.catalog();
        try {
            return catalog.images().page(ImageFilter.all(), ImageSort.NEWEST, 0, PREVIEWS).stream()
                    .map(ImageRow::image)
                    .filter(i -> i.origin() != Origin.IMPORTED && !i.added().isBefore(since))
                    .map(catalog::path)
                    .toList();
        } catch (CatalogException e) {
            ui.execute(() -> problem.accept(Failure.sentence(e)));
            return List.of();
        }
    }
}
