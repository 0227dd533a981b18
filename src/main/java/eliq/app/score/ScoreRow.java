package eliq.app.score;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** One dropped image on its way to a score. Changed on the JavaFX thread only, by its view model. */
public final class ScoreRow {
    /** What stands for a prompt that is still to be read. */
    static final String READING = "Reading the prompt …";

    /** Where the row is. */
    public sealed interface State {
        record Added() implements State {}

        record Waiting() implements State {}

        record Running() implements State {}

        record Scored(Judgement judgement) implements State {}

        record Failed(String reason) implements State {}
    }

    private final Path path;
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper promptSource = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Judgement>> judgement =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Added());
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    // A row whose prompt changed while it waited is scored once, for the newest prompt.
    private final AtomicLong ticket = new AtomicLong();
    private boolean promptKnown;

    ScoreRow(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** Empty where there is none. */
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /** The prompt, or that it is still to be read; empty where there is none. */
    ObservableValue<String> promptWords() {
        return Bindings.createStringBinding(
                () -> isPromptAwaited() ? READING : prompt.get(), prompt, state);
    }

    /** Whether the row waits for its turn, in which its file is asked for the prompt. */
    boolean isPromptAwaited() {
        return isPending() && !promptKnown;
    }

    /** Where the prompt is from, in a few words; empty where there is none. */
    public ReadOnlyStringProperty promptSourceProperty() {
        return promptSource.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Present where the row is scored. */
    public ReadOnlyObjectProperty<Optional<Judgement>> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    public Optional<Judgement> judgement() {
        return judgement.get();
    }

    /** Goes up with each change that may move the row in some order; waiting and running are not told apart there. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    boolean isPending() {
        return state.get() instanceof State.Waiting || state.get() instanceof State.Running;
    }

    /** Whether there is a score, or a reason why there is none. */
    boolean isSettled() {
        return isSettled(state.get());
    }

    boolean isFailed() {
        return state.get() instanceof State.Failed;
    }

    long takeTicket() {
        return ticket.incrementAndGet();
    }

    boolean isCurrent(long taken) {
        return ticket.get() == taken;
    }

    /** Whether somebody gave the row a prompt, or took it away, or its file was asked for one. */
    boolean isPromptKnown() {
        return promptKnown;
    }

    /** Somebody gave a prompt; none where {@code text} is empty. */
    void prompt(String text, String source) {
        promptKnown = true;
        // Whoever follows the prompt may ask for its source.
        promptSource.set(source);
        prompt.set(text);
        changes.set(changes.get() + 1);
    }

    /** The file was asked for its prompt. */
    void promptFound(Optional<Scoring.FoundPrompt> found) {
        promptKnown = true;
        found.ifPresent(each -> prompt(each.text(), each.source()));
    }

    void state(State now) {
        boolean moves = isSettled(state.get()) || isSettled(now);
        // Whoever follows the state may ask for the judgement.
        judgement.set(
                now instanceof State.Scored(Judgement found)
                        ? Optional.of(found)
                        : Optional.empty());
        state.set(now);
        if (moves) {
            changes.set(changes.get() + 1);
        }
    }

    private static boolean isSettled(State state) {
        return state instanceof State.Scored || state instanceof State.Failed;
    }
}
