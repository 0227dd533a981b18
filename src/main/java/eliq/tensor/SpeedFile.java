package eliq.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps what {@link ProductSpeeds#measure} found, so that it is measured once for a machine, device and number of threads
 * and every run chooses the same. {@value #VARIABLE} set to {@code float32} or {@code native} overrides it.
 *
 * @param file JSON, made when first needed
 */
public record SpeedFile(Path file) {
    /** Environment variable (and, in lower case with a dot, system property) that overrides the measurement. */
    public static final String VARIABLE = "ELIQ_PRODUCTS";

    private static final String PROPERTY = "eliq.products";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What was measured.
     *
     * @param speeds found
     * @param at when, to the second
     */
    public record Measured(ProductSpeeds speeds, Instant at) {}

    /** The word that overrides the measurement; empty where there is none. */
    public static Optional<String> override() {
        return Optional.ofNullable(System.getProperty(PROPERTY, System.getenv(VARIABLE)))
                .filter(word -> !word.isBlank());
    }

    /**
     * The speeds that decide: overridden, kept, or measured now.
     *
     * @throws TensorException if the override is no known word
     */
    public ProductSpeeds get() throws TensorException {
        Optional<String> asked = override();
        if (asked.isPresent()) {
            return switch (asked.get()) {
                case "float32" -> new ProductSpeeds(1, 0, 0);
                case "native" -> new ProductSpeeds(1, 1, 1);
                default ->
                        throw new TensorException(
                                VARIABLE
                                        + " is '"
                                        + asked.get()
                                        + "'; it must be float32 or native");
            };
        }
        return kept().speeds();
    }

    /** What was measured last for this machine, device and number of threads; measured now where that never was. */
    public Measured kept() throws TensorException {
        Optional<Measured> kept = read(machine());
        return kept.isPresent() ? kept.get() : measured();
    }

    /** Measures anew and keeps it in place of what was there. */
    public Measured measured() throws TensorException {
        Measured now =
                new Measured(
                        ProductSpeeds.measure(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        write(machine(), now);
        return now;
    }

    private static String machine() throws TensorException {
        TensorEngine engine = TensorEngine.shared();
        return String.join(
                "/",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                processor(),
                engine.device().toString(),
                engine.threads() + " threads");
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(info)
                    ? Files.readAllLines(info).stream()
                            .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                            .findFirst()
                            .map(line -> Integer.toHexString(line.hashCode()))
                            .orElse("")
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private Optional<Measured> read(String machine) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            if (!node.path("machine").asText().equals(machine)) {
                return Optional.empty();
            }
            ProductSpeeds speeds =
                    new ProductSpeeds(
                            node.path("float32").asDouble(),
                            node.path("bfloat16").asDouble(),
                            node.path("float16").asDouble());
            return Optional.of(new Measured(speeds, Instant.parse(node.path("at").asText())));
        } catch (IOException | DateTimeException e) {
            // Absent, damaged, or from before the time was noted: it is measured anew.
            return Optional.empty();
        }
    }

    private void write(String machine, Measured measured) throws TensorException {
        ProductSpeeds speeds = measured.speeds();
        ObjectNode node = JSON.createObjectNode().put("machine", machine);
        node.put("at", measured.at().toString());
        node.put("float32", speeds.float32());
        node.put("bfloat16", speeds.bfloat16()).put("float16", speeds.float16());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(part, node.toPrettyString() + "\n");
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TensorException(file + ": could not be written: " + e.getMessage(), e);
        }
    }
}
