package eliq.app.benchmark;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks slow questions off the JavaFX thread and brings the answers back to it. */
final class Inquiry {
    private final Executor worker;
    private final Executor ui;

    /** Something slow. */
    @FunctionalInterface
    interface Question<T> {
        T answer() throws BenchException;
    }

    /**
     * @param worker runs one thing after another
     * @param ui runs things on the JavaFX thread
     */
    Inquiry(Executor worker, Executor ui) {
        this.worker = worker;
        this.ui = ui;
    }

    /** Tells one of the two, on the JavaFX thread. */
    <T> void ask(Question<T> question, Consumer<T> then, Consumer<String> failed) {
        worker.execute(
                () -> {
                    try {
                        T answer = question.answer();
                        ui.execute(() -> then.accept(answer));
                    } catch (BenchException e) {
                        ui.execute(() -> failed.accept(e.getMessage()));
                    }
                });
    }
}
