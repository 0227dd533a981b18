package eliq.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread in the place of JavaFX's, so that view models can be tested without a window beside real jobs. */
public final class UiThread implements Executor, AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("ui-of-test").factory());

    @Override
    public void execute(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    /** Something seen or done on that thread. */
    public <T> T get(Callable<T> task) throws Exception {
        try {
            return thread.submit(task).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Does something on that thread. */
    public void run(Runnable task) throws Exception {
        get(
                () -> {
                    task.run();
                    return true;
                });
    }

    /** Waits until this is so, as seen on that thread. */
    public void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!get(condition)) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("did not happen in time: " + what);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
