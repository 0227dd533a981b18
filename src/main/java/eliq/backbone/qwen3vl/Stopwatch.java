package eliq.backbone.qwen3vl;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Time since it was started: by the clock, and of the processor in all threads, which other programs disturb less. */
final class Stopwatch {
    private long clock = System.nanoTime();
    private long processor = processor();

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Starts anew. */
    void start() {
        clock = System.nanoTime();
        processor = processor();
    }

    /** Puts the seconds as {@code name} and {@code name_cpu}, and starts anew. */
    void stop(Map<String, Double> figures, String name) {
        figures.put(name, (System.nanoTime() - clock) / 1e9);
        figures.put(name + "_cpu", (processor() - processor) / 1e9);
        start();
    }
}
