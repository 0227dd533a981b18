package eliq.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time in milliseconds, which other work on the machine lengthens far less than the clock's. */
final class ProcessorTimes {
    private static final double NANOSECONDS = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long window;
    private final Optional<Long> renderer;

    /** JavaFX thread, after something was drawn. */
    ProcessorTimes() {
        window = Thread.currentThread().threadId();
        renderer =
                Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(
                                info ->
                                        info != null
                                                && info.getThreadName()
                                                        .startsWith("QuantumRenderer"))
                        .map(info -> info.getThreadId())
                        .findFirst();
    }

    /** Of the JavaFX thread, since it began. */
    double window() {
        return of(window);
    }

    /** Of the thread that draws, since it began. */
    double renderer() {
        return renderer.map(this::of).orElse(0.0);
    }

    /** Of one thread. */
    double of(long thread) {
        return threads.getThreadCpuTime(thread) / NANOSECONDS;
    }

    /** Of everything this program did. */
    static double all() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NANOSECONDS
                : 0;
    }
}
