package eliq.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what a window does in its own time; the machine may be busy with other things. */
final class Patience {
    private static final long SECONDS = 90;
    private static final long BETWEEN_LOOKS_MILLIS = 40;

    private Patience() {}

    /** Until this is so, as seen on the JavaFX thread. */
    static void until(Callable<Boolean> condition) {
        until("what the test waits for", condition);
    }

    /** Until this is so, as seen on the JavaFX thread. */
    static void until(String what, Callable<Boolean> condition) {
        untilHere(what, () -> WaitForAsyncUtils.asyncFx(condition).get());
        // What follows from it is laid out, too.
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Until this is so, asked on the thread of the test: the JavaFX thread has enough to do. */
    static void untilHere(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS,
                    TimeUnit.SECONDS,
                    () -> {
                        boolean met = condition.call();
                        if (!met) {
                            Thread.sleep(BETWEEN_LOOKS_MILLIS);
                        }
                        return met;
                    });
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in time: " + what, e);
        }
    }
}
