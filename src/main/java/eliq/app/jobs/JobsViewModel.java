package eliq.app.jobs;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Jobs as the view and the status bar show them. Read in pages: a workspace may hold thousands. JavaFX thread only,
 * unless said otherwise; knows no scene graph.
 */
public final class JobsViewModel {
    static final int PAGE = 200;

    /** What the view shows. */
    public sealed interface State {
        record Loading() implements State {}

        /** Nothing ever ran. */
        record Empty() implements State {}

        /** Jobs there are, but none of those that are asked for. */
        record NoMatch(JobFilter filter) implements State {}

        record Showing() implements State {}

        record Failed(String reason) implements State {}
    }

    private final JobDesk desk;
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ObjectProperty<JobFilter> filter = new SimpleObjectProperty<>(JobFilter.ALL);
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper updating = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Map<JobState, Long>>> counts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JobDetails>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final GoingJobs going;
    private final JobSteering steering;
    private Optional<Long> selected = Optional.empty();
    private int wanted = PAGE;
    private long question;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public JobsViewModel(JobDesk desk, Executor worker, Executor ui, StatusViewModel status) {
        this.desk = desk;
        this.worker = worker;
        this.ui = ui;
        this.going = new GoingJobs(ui, status, this::further);
        this.steering = new JobSteering(desk, worker, ui, notice::set, this::refresh);
        filter.subscribe(
                (_, _) -> {
                    wanted = PAGE;
                    refresh();
                });
        desk.listen(this::on);
    }

    // Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<JobFilter> filterProperty() {
        return filter;
    }

    /** Newest first, as many as were asked for so far. */
    public ObservableList<JobRow> rows() {
        return rows;
    }

    /** Whether the list is being exchanged just now: what a table then takes for a choice is none. */
    public ReadOnlyBooleanProperty updatingProperty() {
        return updating.getReadOnlyProperty();
    }

    /** Whether there are older jobs than those listed. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** How many jobs there are in each state; absent until that was read, and where it cannot be. */
    public ReadOnlyObjectProperty<Optional<Map<JobState, Long>>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Of the selected job. */
    public ReadOnlyObjectProperty<Optional<JobDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Jobs that stopped before their end when the program did, until they are taken up or left. */
    public ObservableList<JobRow> offered() {
        return steering.offered();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    // Commands

    /** Looks for work that an earlier program left, and offers it; reads the list. To be called once, at the start. */
    public void begin() {
        steering.lookForUnfinished();
        refresh();
    }

    /** Reads the list, and the selected job, anew. */
    public void refresh() {
        long now = ++question;
        JobFilter wantedFilter = filter.get();
        int limit = wanted;
        Optional<Long> of = selected;
        worker.execute(
                () -> {
                    try {
                        List<JobRow> page = desk.page(wantedFilter, Long.MAX_VALUE, limit + 1);
                        Map<JobState, Long> all = desk.counts();
                        List<JobRow> running = desk.page(JobFilter.GOING, Long.MAX_VALUE, PAGE);
                        Optional<JobDetails> shown =
                                of.isPresent()
                                        ? Optional.of(desk.details(of.get()))
                                        : Optional.empty();
                        ui.execute(
                                () -> {
                                    going.are(running);
                                    if (now == question) {
                                        show(wantedFilter, page, limit, all, shown);
                                    }
                                });
                    } catch (JobsException e) {
                        ui.execute(() -> fail(now, e.getMessage()));
                    }
                });
    }

    /** Lists older jobs too. */
    public void older() {
        if (more.get()) {
            wanted += PAGE;
            refresh();
        }
    }

    public void select(long id) {
        if (!selected.equals(Optional.of(id))) {
            selected = Optional.of(id);
            worker.execute(
                    () -> {
                        try {
                            JobDetails found = desk.details(id);
                            ui.execute(
                                    () -> {
                                        if (selected.equals(Optional.of(id))) {
                                            details.set(Optional.of(found));
                                        }
                                    });
                        } catch (JobsException e) {
                            ui.execute(() -> notice.set(Failure.sentence(e)));
                        }
                    });
        }
    }

    /** Asks the selected job to stop for good. */
    public void cancel() {
        selected.ifPresent(steering::cancel);
    }

    /** Asks the selected job to stop until it is resumed. */
    public void pause() {
        selected.ifPresent(steering::pause);
    }

    /** Goes on with the selected job. */
    public void resume() {
        selected.ifPresent(steering::resume);
    }

    /** Goes on with this job. */
    public void resume(long id) {
        steering.resume(id);
    }

    /** Runs the selected job again from its beginning, as a new one, and selects that. */
    public void repeat() {
        selected.ifPresent(id -> steering.repeat(id, this::select));
    }

    /** What was offered stays as it is; it can be resumed from the list whenever. */
    public void leave() {
        steering.offered().clear();
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private void show(
            JobFilter of,
            List<JobRow> page,
            int limit,
            Map<JobState, Long> all,
            Optional<JobDetails> shown) {
        more.set(page.size() > limit);
        List<JobRow> now = page.subList(0, Math.min(limit, page.size()));
        if (!rows.equals(now)) {
            updating.set(true);
            rows.setAll(now);
            updating.set(false);
        }
        counts.set(Optional.of(all));
        details.set(shown);
        state.set(
                all.isEmpty()
                        ? new State.Empty()
                        : now.isEmpty() ? new State.NoMatch(of) : new State.Showing());
    }

    private void fail(long then, String reason) {
        if (then == question) {
            counts.set(Optional.empty());
            state.set(new State.Failed(reason));
            if (notice.get().equals(Failure.sentence(reason))) {
                // What the whole view says is not said once more above it.
                notice.set("");
            }
        }
    }

    /** On any thread. */
    private void on(JobEvent event) {
        switch (event) {
            case JobEvent.StateChanged(JobRecord job) -> ui.execute(() -> changed(job));
            case JobEvent.Advanced now -> going.advanced(now);
            case JobEvent.Said _, JobEvent.Measured _ -> {}
        }
    }

    /** What was taken up, wherever that was asked for, is no longer offered. */
    private void changed(JobRecord job) {
        offered().removeIf(row -> row.id() == job.id() && row.job().state() != job.state());
        refresh();
    }

    private void further(JobEvent.Advanced now) {
        updating.set(true);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() == now.id()) {
                rows.set(i, rows.get(i).further(now.progress()));
            }
        }
        updating.set(false);
    }
}
