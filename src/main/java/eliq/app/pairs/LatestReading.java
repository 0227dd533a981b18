package eliq.app.pairs;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Reads off the JavaFX thread; answers to an older question are dropped. JavaFX thread only. */
final class LatestReading {
    private final Executor worker;
    private final Executor ui;
    private long question;

    LatestReading(Executor worker, Executor ui) {
        this.worker = worker;
        this.ui = ui;
    }

    /** Slow reading. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws ReviewException;
    }

    /**
     * Has something read.
     *
     * @param then takes it
     * @param failed takes the reason why it could not be read
     */
    <T> void read(Reading<T> reading, Consumer<T> then, Consumer<String> failed) {
        long asked = ++question;
        worker.execute(
                () -> {
                    try {
                        T result = reading.read();
                        answer(asked, () -> then.accept(result));
                    } catch (ReviewException e) {
                        answer(asked, () -> failed.accept(e.getMessage()));
                    }
                });
    }

    private void answer(long asked, Runnable answer) {
        ui.execute(
                () -> {
                    if (asked == question) {
                        answer.run();
                    }
                });
    }
}
