package eliq.app.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Loads pictures on threads of its own, the latest request first (what is on the screen now matters more than what was scrolled
 * past), and keeps the last ones in memory.
 *
 * @param <K> what names a picture
 */
public final class PictureLoader<K> implements AutoCloseable {

    /** Makes one picture; slow. Empty where it cannot be shown. */
    @FunctionalInterface
    public interface Source<K> {
        Optional<Image> picture(K key);
    }

    /** A request that can be taken back. */
    public static final class Request {
        private volatile boolean cancelled;

        /** Nobody waits any more: not loaded if it was not begun, not delivered in any case. */
        public void cancel() {
            cancelled = true;
        }
    }

    // More would take the processors that lay out and draw: with two of them, one decodes.
    private static final int THREADS =
            Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private final Source<K> source;
    private final Executor ui;
    private final ThreadPoolExecutor threads;
    private final Map<K, Image> recent;

    /**
     * @param capacity pictures kept in memory
     * @param ui runs things on the JavaFX thread
     */
    public PictureLoader(Source<K> source, int capacity, Executor ui) {
        this.source = source;
        this.ui = ui;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        0,
                        TimeUnit.SECONDS,
                        new LatestFirst(),
                        task -> {
                            Thread thread = new Thread(task, "pictures");
                            thread.setDaemon(true);
                            return thread;
                        },
                        // A tile may ask once more while the window closes.
                        new ThreadPoolExecutor.DiscardPolicy());
        this.recent =
                new LinkedHashMap<>(64, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, Image> eldest) {
                        return size() > capacity;
                    }
                };
    }

    /** The picture if it is in memory. JavaFX thread only. */
    public Optional<Image> cached(K key) {
        return Optional.ofNullable(recent.get(key));
    }

    /** Loads a picture and hands it over on the JavaFX thread; empty where it cannot be shown. */
    public Request load(K key, Consumer<Optional<Image>> then) {
        Request request = new Request();
        threads.execute(
                () -> {
                    if (request.cancelled) {
                        return;
                    }
                    Optional<Image> picture = source.picture(key);
                    ui.execute(
                            () -> {
                                picture.ifPresent(image -> recent.put(key, image));
                                if (!request.cancelled) {
                                    then.accept(picture);
                                }
                            });
                });
        return request;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class LatestFirst extends LinkedBlockingDeque<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }
    }
}
