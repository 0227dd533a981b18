package eliq.app.train;

import eliq.app.follow.Attempts;
import eliq.app.words.Failure;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Training as the view shows it. JavaFX thread only, unless said otherwise. Knows no scene graph. */
public final class TrainViewModel {

    /** What the view shows. */
    public sealed interface State {
        record Loading() implements State {}

        /** There are no pairs to learn from, and nothing was trained before. */
        record NoPairs() implements State {}

        record Ready() implements State {}

        record Failed(String reason) implements State {}
    }

    private final Trainings trainings;
    private final Executor worker;
    private final Executor ui;
    private final SetupModel setup;
    private final RunsModel runs;
    private final Attempts attempts;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public TrainViewModel(Trainings trainings, Executor worker, Executor ui) {
        this.trainings = trainings;
        this.worker = worker;
        this.ui = ui;
        this.setup = new SetupModel(trainings, worker, ui);
        this.runs = new RunsModel(trainings, worker, ui, setup::reckonAnew);
        this.attempts = new Attempts(worker, ui, notice::set, runs::refresh);
        trainings.listen(_ -> ui.execute(runs::refresh));
        runs.problemProperty()
                .subscribe(
                        (before, now) -> {
                            if (!now.isEmpty()) {
                                notice.set(Failure.sentence(now));
                            } else if (notice.get().equals(Failure.sentence(before))) {
                                notice.set("");
                            }
                        });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public SetupModel setup() {
        return setup;
    }

    public RunsModel runs() {
        return runs;
    }

    /** Reads what there is to train with and what was trained. */
    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        Choices choices = trainings.choices();
                        boolean earlier = !trainings.runs(1).isEmpty();
                        ui.execute(
                                () -> {
                                    setup.offer(choices);
                                    state.set(
                                            choices.sets().isEmpty() && !earlier
                                                    ? new State.NoPairs()
                                                    : new State.Ready());
                                    runs.refresh();
                                });
                    } catch (TrainException e) {
                        ui.execute(() -> fail(e));
                    }
                });
    }

    private void fail(TrainException e) {
        state.set(new State.Failed(e.getMessage()));
        if (notice.get().equals(Failure.sentence(e))) {
            // What the whole view says is not said once more above it.
            notice.set("");
        }
    }

    /** To be called about twice a second while the view is seen: follows what goes on. */
    public void tick() {
        if (runs.live()) {
            runs.refresh();
        }
    }

    /** Puts the training that is set up at the end of the queue, and shows it. */
    public void start() {
        Optional<Training> training = setup.training();
        if (training.isEmpty()) {
            notice.set(setup.problemProperty().get());
            return;
        }
        worker.execute(
                () -> {
                    try {
                        long job = trainings.start(training.get());
                        ui.execute(
                                () -> {
                                    notice.set("");
                                    setup.nameProperty()
                                            .set(SetupModel.next(training.get().name()));
                                    runs.select(job);
                                });
                    } catch (TrainException e) {
                        ui.execute(() -> notice.set(Failure.sentence(e)));
                    }
                });
    }

    /** Asks the selected training to stop; where its checkpoint is, its last words say. */
    public void cancel() {
        shown().ifPresent(
                        run ->
                                attempts.make(
                                        () -> {
                                            trainings.cancel(run.job());
                                            return "";
                                        }));
    }

    /** Goes on with the selected training from its last checkpoint. */
    public void resume() {
        shown().ifPresent(
                        run ->
                                attempts.make(
                                        () -> {
                                            trainings.resume(run.job());
                                            return "";
                                        }));
    }

    /** Makes a critic of where the selected training stopped; it stays as it is and can be gone on with. */
    public void keep() {
        shown().filter(Run::keepable)
                .ifPresent(
                        run ->
                                attempts.make(
                                        () -> {
                                            String name = run.name() + "-at-" + run.done();
                                            long job = trainings.keep(run.job(), name);
                                            return "Job "
                                                    + job
                                                    + " makes the critic “"
                                                    + name
                                                    + "” of this state; Models lists it then.";
                                        }));
    }

    /** Takes the settings of the selected training over into the form. */
    public void again() {
        shown().flatMap(Run::training).ifPresent(setup::again);
    }

    /** The command of the selected training. */
    public Optional<String> commandOfShown() {
        return shown().flatMap(Run::training).map(setup::command);
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private Optional<Run> shown() {
        return runs.shownProperty().get().map(RunsModel.Shown::run);
    }
}
