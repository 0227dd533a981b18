package eliq.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;

/**
 * How long the JavaFX thread is kept from the next pulse: in its own processor time from one pulse to the next, since
 * the clock on the wall would measure what else the machine does; and whether it is ever found waiting for a disk, the
 * catalogue, a server or a model, which costs no processor time.
 */
final class Pulses implements AutoCloseable {
    private static final long LOOK_EVERY_MILLISECONDS = 7;
    private static final int DEPTH = 120;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Set<String> waits = new ConcurrentSkipListSet<>();
    private final AnimationTimer timer;

    /** Begins; JavaFX thread. */
    Pulses() {
        long window = Thread.currentThread().threadId();
        timer =
                new AnimationTimer() {
                    private long before = -1;

                    @Override
                    public void handle(long now) {
                        long used = threads.getCurrentThreadCpuTime();
                        if (before >= 0) {
                            longest.accumulateAndGet(used - before, Math::max);
                            count.incrementAndGet();
                        }
                        before = used;
                    }
                };
        timer.start();
        Thread.ofPlatform().daemon().name("pulse-watch").start(() -> watch(window));
    }

    private void watch(long window) {
        try {
            while (open.get()) {
                ThreadInfo info = threads.getThreadInfo(window, DEPTH);
                if (info != null) {
                    slow(info.getStackTrace());
                }
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something of ours that calls what belongs on another thread. */
    private void slow(StackTraceElement[] stack) {
        boolean waits =
                Stream.of(stack)
                        .map(StackTraceElement::getClassName)
                        .anyMatch(
                                name ->
                                        name.startsWith("org.sqlite.")
                                                || name.startsWith("ai.djl.")
                                                || name.startsWith("sun.nio.ch.FileChannelImpl")
                                                || name.startsWith("sun.nio.ch.FileDispatcherImpl")
                                                || name.startsWith("java.net.Socket")
                                                || name.startsWith("jdk.internal.net.http."));
        if (waits) {
            Stream.of(stack)
                    .filter(frame -> frame.getClassName().startsWith("eliq."))
                    .findFirst()
                    .ifPresent(frame -> this.waits.add(frame.toString()));
        }
    }

    /** Forgets what was so far. */
    void reset() {
        longest.set(0);
        count.set(0);
        waits.clear();
    }

    /** Processor time of the JavaFX thread between two pulses, at most, in milliseconds. */
    double longest() {
        return longest.get() / 1e6;
    }

    /** Pulses since the beginning. */
    long count() {
        return count.get();
    }

    /** Where the JavaFX thread was found waiting for what is slow. */
    Set<String> waits() {
        return waits;
    }

    /** JavaFX thread. */
    @Override
    public void close() {
        timer.stop();
        open.set(false);
    }
}
