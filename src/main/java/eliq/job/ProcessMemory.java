package eliq.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The memory that this process has. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /** Resident memory in MB (10^6 bytes), native arrays included; empty where the system does not say. */
    public static OptionalDouble residentMegabytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return megabytes(Files.readAllLines(STATUS));
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble megabytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToDouble(digits -> Long.parseLong(digits) * 1024 / 1e6)
                .findFirst();
    }
}
