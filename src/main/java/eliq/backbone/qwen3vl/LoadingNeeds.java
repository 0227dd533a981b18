package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.Numerics;
import eliq.tensor.DeviceMemory;
import eliq.tensor.NativeMemory;
import eliq.tensor.NumberType;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * How much memory a model takes before it is loaded, and what would fit if it does not.
 *
 * @param model as messages name it
 * @param float32 bytes of the weights kept in float32
 * @param half bytes of the weights kept in 16 bits
 * @param int8 bytes of the weights kept in bytes with scales
 * @param working bytes that reading an image of 1024 x 1024 pixels takes beside them
 */
public record LoadingNeeds(String model, long float32, long half, long int8, long working) {
    private static final long PATCHES = 64 * 64;
    private static final long TOKENS = 32 * 32 + 256;

    /** Of a model directory's {@code config.json}. */
    public static LoadingNeeds of(Path directory) throws BackboneException {
        return of(Qwen3VlConfig.read(directory), directory);
    }

    static LoadingNeeds of(Qwen3VlConfig config, Path directory) {
        return new LoadingNeeds(
                String.valueOf(directory),
                weights(config, Numerics.FLOAT32),
                weights(config, new Numerics(NumberType.BFLOAT16, NumberType.BFLOAT16)),
                weights(config, new Numerics(NumberType.INT8, NumberType.BFLOAT16)),
                PATCHES * Qwen3VlLimits.visionBytes(config.vision())
                        + TOKENS * Qwen3VlLimits.textBytes(config.text()));
    }

    private static long weights(Qwen3VlConfig config, Numerics numerics) {
        LinkedHashSet<TensorNames.Expected> all =
                new LinkedHashSet<>(TensorNames.vision(config.vision()));
        all.addAll(TensorNames.text(config));
        return all.stream().mapToLong(t -> TensorNames.type(t, numerics).bytes(t.shape())).sum();
    }

    /** Bytes of the weights in these numbers. */
    public long weights(Numerics numerics) {
        return switch (numerics.weights()) {
            case FLOAT32 -> float32;
            case BFLOAT16, FLOAT16 -> half;
            case INT8 -> int8;
        };
    }

    /**
     * Fails before anything is loaded.
     *
     * @throws BackboneException if it will not fit, saying what would
     */
    public void require(Numerics numerics) throws BackboneException, TensorException {
        boolean card = DeviceMemory.ofAccelerator().isPresent();
        require(numerics, DeviceMemory.available(), card ? NativeMemory.available() : 0);
    }

    /**
     * @param available bytes where it would be loaded
     * @param beside bytes of the machine, where it would be loaded onto a card
     */
    void require(Numerics numerics, long available, long beside) throws BackboneException {
        long needed = weights(numerics) + working;
        if (needed <= available || needed < 1 << 28) {
            return;
        }
        throw new BackboneException(
                String.format(
                        Locale.ROOT,
                        "%s: in %s it needs about %s of memory, and %s are free. %s",
                        model,
                        numerics,
                        gigabytes(needed),
                        gigabytes(available),
                        advice(numerics, available, beside)));
    }

    private String advice(Numerics numerics, long available, long beside) {
        List<String> fitting = new ArrayList<>();
        if (numerics.weights() == NumberType.FLOAT32 && half + working <= available) {
            fitting.add("--dtype bfloat16 (" + gigabytes(half + working) + ")");
        }
        if (numerics.weights() != NumberType.INT8 && int8 + working <= available) {
            fitting.add("--dtype int8 (" + gigabytes(int8 + working) + ")");
        }
        if (weights(numerics) + working <= beside) {
            fitting.add("--device cpu, slower");
        }
        for (PublishedSize size : PublishedSize.values()) {
            LoadingNeeds other = of(size.config(), Path.of(size.key()));
            if (other.half() < half && other.half() + other.working() <= available) {
                fitting.add(
                        "Qwen3-VL-"
                                + size.key()
                                + " in bfloat16 ("
                                + gigabytes(other.half() + other.working())
                                + ")");
            }
        }
        return fitting.isEmpty()
                ? "Nothing of this family fits; close other programs, or use a machine with more memory."
                : "What would fit: " + String.join(", ", fitting) + ".";
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
