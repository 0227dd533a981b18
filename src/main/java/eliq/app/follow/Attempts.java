package eliq.app.follow;

import eliq.app.words.Failure;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does what may fail with a sentence, without a view that waits for it, and says what came of it. */
public final class Attempts {

    /**
     * Something that is tried.
     *
     * @param <E> how it fails; its message is said
     */
    @FunctionalInterface
    public interface Attempt<E extends Exception> {
        /** One sentence on what was done; empty where there is nothing to say. */
        String make() throws E;
    }

    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> say;
    private final Runnable changed;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param say takes a sentence, on the JavaFX thread
     * @param changed told after each attempt, whatever came of it, on the JavaFX thread
     */
    public Attempts(Executor worker, Executor ui, Consumer<String> say, Runnable changed) {
        this.worker = worker;
        this.ui = ui;
        this.say = say;
        this.changed = changed;
    }

    public <E extends Exception> void make(Attempt<E> attempt) {
        worker.execute(
                () -> {
                    String said = outcome(attempt);
                    ui.execute(
                            () -> {
                                say.accept(said);
                                changed.run();
                            });
                });
    }

    private static String outcome(Attempt<?> attempt) {
        try {
            return attempt.make();
        } catch (RuntimeException e) {
            // A mistake of the program: nothing that a sentence in a view would explain.
            throw e;
        } catch (Exception e) {
            return Failure.sentence(e);
        }
    }
}
