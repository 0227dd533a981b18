package eliq.app.train;

import eliq.critic.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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
import javafx.collections.ObservableSet;

/** The trainings there were and are, and what is shown of them. Knows no scene graph. */
public final class RunsModel {
    static final int SHOWN = 500;
    private static final int LOG_LINES = 200;

    /**
     * What is shown large.
     *
     * @param run the selected one
     * @param curves of the selected run first, then of those it is compared with
     * @param log of the selected one, its last lines
     * @param wrong what the selected one's last validation found answered worst
     */
    public record Shown(
            Run run, Map<Run, RunCurves> curves, List<String> log, List<WrongAnswer> wrong) {
        public Shown {
            wrong = List.copyOf(wrong);
            curves = new LinkedHashMap<>(curves);
            log = List.copyOf(log);
        }
    }

    private final Trainings trainings;
    private final Executor worker;
    private final Executor ui;
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Long>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableSet<Long> compared = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper updating = new ReadOnlyBooleanWrapper();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Runnable ended;

    /** @param ended told when another run is at an end than before, on the JavaFX thread */
    RunsModel(Trainings trainings, Executor worker, Executor ui, Runnable ended) {
        this.trainings = trainings;
        this.worker = worker;
        this.ui = ui;
        this.ended = ended;
    }

    /** Newest first. */
    public ObservableList<Run> runs() {
        return runs;
    }

    /** Number of the selected run's job. */
    public ReadOnlyObjectProperty<Optional<Long>> selectedProperty() {
        return selected;
    }

    /** Numbers of the runs that the selected one is compared with. */
    public ObservableSet<Long> compared() {
        return FXCollections.unmodifiableObservableSet(compared);
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What could not be read, one sentence; empty where all could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the list is being exchanged just now: what a table then takes for a choice is none. */
    public ReadOnlyBooleanProperty updatingProperty() {
        return updating.getReadOnlyProperty();
    }

    public void select(long job) {
        if (!selected.get().equals(Optional.of(job))) {
            selected.set(Optional.of(job));
            refresh();
        }
    }

    /** Adds a run to the plots, or takes it away. */
    public void compare(long job, boolean with) {
        if (with ? compared.add(job) : compared.remove(job)) {
            refresh();
        }
    }

    /** Whether something goes on that is worth looking at again soon. */
    public boolean live() {
        return runs.stream().anyMatch(Run::running);
    }

    /** Reads anew what is shown; a request while that goes on is met after it. */
    public void refresh() {
        again.set(true);
        if (reading.compareAndSet(false, true)) {
            again.set(false);
            Optional<Long> wanted = selected.get();
            List<Long> others = new ArrayList<>(compared);
            worker.execute(() -> read(wanted, others));
        }
    }

    private void read(Optional<Long> wanted, List<Long> others) {
        try {
            List<Run> found = trainings.runs(SHOWN);
            Optional<Run> first =
                    wanted.flatMap(id -> with(found, id)).or(() -> found.stream().findFirst());
            Optional<Shown> now = Optional.empty();
            if (first.isPresent()) {
                Map<Run, RunCurves> curves = new LinkedHashMap<>();
                curves.put(first.get(), trainings.curves(first.get()));
                for (long id : others) {
                    Optional<Run> other = with(found, id);
                    if (other.isPresent() && !curves.containsKey(other.get())) {
                        curves.put(other.get(), trainings.curves(other.get()));
                    }
                }
                now =
                        Optional.of(
                                new Shown(
                                        first.get(),
                                        curves,
                                        trainings.log(first.get(), LOG_LINES),
                                        wrong(curves.get(first.get()))));
            }
            Optional<Shown> answer = now;
            ui.execute(() -> show(found, answer, ""));
        } catch (TrainException e) {
            ui.execute(() -> show(List.copyOf(runs), shown.get(), e.getMessage()));
        }
    }

    private List<WrongAnswer> wrong(RunCurves curves) throws TrainException {
        List<WrongAnswer> wrong = new ArrayList<>();
        for (Mistake mistake : curves.mistakes()) {
            wrong.add(new WrongAnswer(mistake, trainings.picture(mistake.image())));
        }
        return wrong;
    }

    private static Optional<Run> with(List<Run> runs, long id) {
        return runs.stream().filter(run -> run.job() == id).findFirst();
    }

    private static Set<Long> atRest(List<Run> runs) {
        return runs.stream()
                .filter(run -> !run.running())
                .map(Run::job)
                .collect(Collectors.toSet());
    }

    private void show(List<Run> found, Optional<Shown> now, String what) {
        reading.set(false);
        problem.set(what);
        if (!runs.equals(found)) {
            Set<Long> before = atRest(runs);
            updating.set(true);
            runs.setAll(found);
            updating.set(false);
            if (!before.equals(atRest(found))) {
                ended.run();
            }
        }
        // A selection made meanwhile is not undone by what was read for the one before; one of
        // a run that is not there is none.
        boolean current =
                selected.get().flatMap(id -> with(found, id)).isEmpty()
                        || now.isPresent() && now.get().run().job() == selected.get().get();
        if (current) {
            now.ifPresent(s -> selected.set(Optional.of(s.run().job())));
            if (!shown.get().equals(now)) {
                shown.set(now);
            }
        }
        if (again.get()) {
            refresh();
        }
    }
}
