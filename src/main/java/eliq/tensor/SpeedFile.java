package eliq.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
     * The speeds that decide: overridden, kept, or measured now.
     *
     * @throws TensorException if the override is no known word
     */
    public ProductSpeeds get() throws TensorException {
        String asked = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (asked != null && !asked.isBlank()) {
            return switch (asked) {
                case "float32" -> new ProductSpeeds(1, 0, 0);
                case "native" -> new ProductSpeeds(1, 1, 1);
                default ->
                        throw new TensorException(
                                VARIABLE + " is '" + asked + "'; it must be float32 or native");
            };
        }
        String machine = machine();
        Optional<ProductSpeeds> kept = read(machine);
        return kept.isPresent() ? kept.get() : measured();
    }

    /** Measures anew and keeps it. */
    public ProductSpeeds measured() throws TensorException {
        ProductSpeeds speeds = ProductSpeeds.measure();
        write(machine(), speeds);
        return speeds;
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

    private Optional<ProductSpeeds> read(String machine) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return node.path("machine").asText().equals(machine)
                    ? Optional.of(
                            new ProductSpeeds(
                                    node.path("float32").asDouble(),
                                    node.path("bfloat16").asDouble(),
                                    node.path("float16").asDouble()))
                    : Optional.empty();
        } catch (IOException e) {
            // Absent or damaged: it is measured anew.
            return Optional.empty();
        }
    }

    private void write(String machine, ProductSpeeds speeds) throws TensorException {
        ObjectNode node = JSON.createObjectNode().put("machine", machine);
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
