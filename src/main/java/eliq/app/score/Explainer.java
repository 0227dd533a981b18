package eliq.app.score;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finds out what moved a score, for one row at a time, and can be stopped. Knows no scene graph. */
public final class Explainer {

    /** Where it is. */
    public sealed interface State {
        record Idle() implements State {}

        record Working(int done, int of) implements State {}

        record Ready(Explanation explanation) implements State {}

        record Failed(String reason) implements State {}
    }

    private final Scoring scoring;
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    // Work for an earlier request stops at its next step.
    private final AtomicLong request = new AtomicLong();

    Explainer(Scoring scoring, Executor worker, Executor ui) {
        this.scoring = scoring;
        this.worker = worker;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Explains this row's score, in place of whatever was being explained. */
    public void explain(ScoreRow row) {
        long now = request.incrementAndGet();
        Optional<String> prompt =
                Optional.of(row.promptProperty().get()).filter(text -> !text.isEmpty());
        state.set(new State.Working(0, 0));
        worker.execute(
                () -> {
                    if (request.get() != now) {
                        return;
                    }
                    State end;
                    try {
                        end =
                                scoring.explain(
                                                row.path(),
                                                prompt,
                                                (done, of) -> {
                                                    show(now, new State.Working(done, of));
                                                    return request.get() == now;
                                                })
                                        .<State>map(State.Ready::new)
                                        .orElseGet(State.Idle::new);
                    } catch (Scoring.ScoringException e) {
                        end = new State.Failed(e.getMessage());
                    }
                    show(now, end);
                });
    }

    private void show(long then, State next) {
        ui.execute(
                () -> {
                    if (request.get() == then) {
                        state.set(next);
                    }
                });
    }

    /** Stops, and forgets what was found. */
    public void stop() {
        request.incrementAndGet();
        state.set(new State.Idle());
    }
}
