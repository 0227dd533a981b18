package eliq.tensor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much memory native code may still take. Java does not notice when native memory runs out: the system ends the
 * process. So whoever is about to need much asks here first.
 */
public final class NativeMemory {
    private static final Path LINUX_MEMORY = Path.of("/proc/meminfo");
    private static final Path LINUX_PROCESS = Path.of("/proc/self/status");

    private NativeMemory() {}

    /** Bytes that can be had without swapping, as far as the system says. */
    public static long available() {
        return linuxAvailable()
                .orElseGet(
                        () ->
                                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                        .getFreeMemorySize());
    }

    /** The machine's (or the container's) memory in bytes. */
    public static long total() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    /** The most bytes that this process has had in memory so far; empty where the system does not say. */
    public static OptionalLong highest() {
        return kilobytes(LINUX_PROCESS, "VmHWM:");
    }

    /** Bytes that this process has in memory now; empty where the system does not say. */
    public static OptionalLong resident() {
        return kilobytes(LINUX_PROCESS, "VmRSS:");
    }

    /**
     * @param bytes about to be allocated
     * @param purpose the subject of the message, such as {@code "Qwen3-VL-8B: "}
     * @throws TensorException if they are not there
     */
    public static void require(long bytes, String purpose) throws TensorException {
        if (bytes < 1 << 26) {
            return;
        }
        long available = available();
        if (bytes > available) {
            throw new TensorException(
                    String.format(
                            java.util.Locale.ROOT,
                            "%sneeds about %.1f GB of memory and %.1f GB are free. Close other programs,"
                                    + " or choose a smaller model, batch or image.",
                            purpose,
                            bytes / 1e9,
                            available / 1e9));
        }
    }

    /** The kernel's own estimate, which counts the file cache as free. */
    private static OptionalLong linuxAvailable() {
        return kilobytes(LINUX_MEMORY, "MemAvailable:");
    }

    /** A line of a file in which Linux tells sizes. */
    private static OptionalLong kilobytes(Path file, String key) {
        try {
            if (!Files.isReadable(file)) {
                return OptionalLong.empty();
            }
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(key)) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
                }
            }
            return OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
