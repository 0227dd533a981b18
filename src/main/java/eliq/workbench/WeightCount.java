package eliq.workbench;

import eliq.tensor.ElementType;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the numbers in a folder's safetensors files by their heads. */
final class WeightCount {
    private static final String SUFFIX = ".safetensors";

    private WeightCount() {}

    static Optional<ModelDetails.Weights> of(Path folder) {
        Map<ElementType, Long> counts = new EnumMap<>(ElementType.class);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(f -> f.toString().endsWith(SUFFIX)).toList();
            for (Path file : files) {
                add(file, counts);
            }
        } catch (IOException | TensorException e) {
            // What is wrong with the model is said by its problem, or when it is verified.
            return Optional.empty();
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(
                        most ->
                                new ModelDetails.Weights(
                                        name(most.getKey()),
                                        counts.values().stream().mapToLong(Long::longValue).sum()));
    }

    private static void add(Path file, Map<ElementType, Long> counts) throws TensorException {
        try (Safetensors tensors = Safetensors.open(file)) {
            for (String name : tensors.names()) {
                long values = 1;
                for (long side : tensors.shape(name)) {
                    values *= side;
                }
                counts.merge(tensors.type(name), values, Long::sum);
            }
        }
    }

    private static String name(ElementType type) {
        return switch (type) {
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case F64 -> "float64";
            case I8 -> "int8";
            default -> type.name();
        };
    }
}
