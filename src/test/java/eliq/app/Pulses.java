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
 *
 * <p>On a busy machine even the processor time is not all ours: a thread that is taken off the processor finds its caches
 * cold and its neighbour on the core at work when it comes back, and serves what has piled up meanwhile before the next
 * pulse. How much of the clock's time it was on the processor tells how busy the machine was, and a pulse that got less
 * than {@value #UNDISTURBED} of it is charged in proportion, down to {@value #LEAST_CHARGE} of its work: what is slow by
 * more than that is slow anywhere. Waiting for a lock of ours is no work of the machine, and lowers no charge.
 */
final class Pulses implements AutoCloseable {
    private static final long LOOK_EVERY_MILLISECONDS = 7;
    private static final int DEPTH = 120;

    /** Share of the clock's time on the processor, of a thread that little else disturbs. */
    static final double UNDISTURBED = 0.67;

    /** However busy the machine is, work takes no more than twice the processor time. */
    static final double LEAST_CHARGE = 0.5;

    /**
     * Where the JavaFX thread is, or how far it came from one pulse to the next.
     *
     * @param clock nanoseconds on the wall
     * @param worked nanoseconds on the processor
     * @param blocked milliseconds in which another thread held a lock that it wanted
     */
    record Moment(long clock, long worked, long blocked) {
        static Moment now(ThreadMXBean threads, long window) {
            return new Moment(
                    System.nanoTime(),
                    threads.getThreadCpuTime(window),
                    threads.getThreadInfo(window).getBlockedTime());
        }

        Moment since(Moment before) {
            return new Moment(
                    clock - before.clock, worked - before.worked, blocked - before.blocked);
        }

        /** What of the work on the processor the thread itself is to blame for, nanoseconds. */
        long charged() {
            double own = (worked + 1e6 * blocked) / Math.max(1, clock);
            return (long) (worked * Math.clamp(own / UNDISTURBED, LEAST_CHARGE, 1));
        }

        @Override
        public String toString() {
            return "%.1f ms of work in %.1f ms, %d ms of them waiting for locks"
                    .formatted(worked / 1e6, clock / 1e6, blocked);
        }
    }

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
        threads.setThreadContentionMonitoringEnabled(true);
        timer =
                new AnimationTimer() {
                    private Moment before = Moment.now(threads, window);

                    @Override
                    public void handle(long ignored) {
                        Moment now = Moment.now(threads, window);
                        long charged = now.since(before).charged();
                        if (charged > longest.get()) {
                            longest.set(charged);
                            busyWith =
                                    now.since(before) + "\n" + String.join("\n", Set.copyOf(seen));
                        }
                        count.incrementAndGet();
                        before = now;
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

    /** Processor time that the JavaFX thread is charged with between two pulses, at most, in milliseconds. */
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
