package eliq.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private volatile String busyWith = "";
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
                            if (used - before > longest.get()) {
                                longest.set(used - before);
                                busyWith = String.join("\n", Set.copyOf(seen));
                            }
                            count.incrementAndGet();
                        }
                        before = used;
                        seen.clear();
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
                    if (info.getThreadState() == Thread.State.RUNNABLE) {
                        seen.add(words(info.getStackTrace()));
                    }
                }
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it is, and the last of ours that led there. */
    private static String words(StackTraceElement[] stack) {
        return (stack.length == 0 ? "" : stack[0])
                + " ... "
                + Stream.of(stack)
                        .filter(frame -> frame.getClassName().startsWith("eliq."))
                        .limit(3)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
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
        busyWith = "";
    }

    /** Processor time of the JavaFX thread between two pulses, at most, in milliseconds. */
    double longest() {
        return longest.get() / 1e6;
    }

    /** What was seen on the JavaFX thread during the longest. */
    String busyWith() {
        return busyWith;
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
