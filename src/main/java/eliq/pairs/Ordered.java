package eliq.pairs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done side by side on all processors, its results taken one after another in the work's order. */
final class Ordered {
    private Ordered() {}

    /** Takes a result on the calling thread. */
    @FunctionalInterface
    interface Taker<T> {
        /** @param done results taken so far, this one included */
        void take(T result, long done) throws Exception;
    }

    /**
     * Holds few results at a time. The first failure ends it: what runs is let finish (an interrupt would close files in
     * use), what waits is not begun.
     */
    static <T> void run(List<Callable<T>> work, Taker<T> taker) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("pairs-", 1).factory());
        Deque<Future<T>> running = new ArrayDeque<>();
        try {
            Iterator<Callable<T>> coming = work.iterator();
            long done = 0;
            while (coming.hasNext() || !running.isEmpty()) {
                while (coming.hasNext() && running.size() < 2 * threads) {
                    running.add(pool.submit(coming.next()));
                }
                taker.take(running.remove().get(), ++done);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            running.forEach(future -> future.cancel(false));
            pool.close();
        }
    }
}
