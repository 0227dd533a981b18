package eliq.backbone;

import eliq.tensor.ElementType;
import eliq.tensor.NumberType;
import eliq.tensor.ProductSpeeds;
import eliq.tensor.TensorException;
import java.util.Locale;

/** What a user asks a model to be kept in; {@link Numerics} is what comes of it on this machine. */
public enum Precision {
    /** float32 where that takes less than a gigabyte, else what the file has. */
    AUTO,
    FLOAT32,
    BFLOAT16,
    FLOAT16,
    /** Bytes with a scale for each output channel. */
    INT8;

    private static final long SMALL = 1_000_000_000;

    /** Where speeds come from; asked only where they matter. */
    @FunctionalInterface
    public interface Speeds {
        ProductSpeeds measured() throws TensorException;
    }

    /**
     * @param values of the whole model
     * @param file type of its matrices in the file
     * @param speeds decide whether 16-bit weights are multiplied as they are, or widened to float32 first
     */
    public Numerics on(long values, ElementType file, Speeds speeds) throws TensorException {
        NumberType kept =
                switch (this) {
                    case FLOAT32 -> NumberType.FLOAT32;
                    case BFLOAT16 -> NumberType.BFLOAT16;
                    case FLOAT16 -> NumberType.FLOAT16;
                    case INT8 -> NumberType.INT8;
                    case AUTO -> automatic(values, file);
                };
        if (kept == NumberType.FLOAT32) {
            return Numerics.FLOAT32;
        }
        NumberType half = kept == NumberType.INT8 ? NumberType.BFLOAT16 : kept;
        return new Numerics(kept, speeds.measured().isWorth(half) ? half : NumberType.FLOAT32);
    }

    private static NumberType automatic(long values, ElementType file) {
        if (values * Float.BYTES < SMALL) {
            return NumberType.FLOAT32;
        }
        return switch (file) {
            case BF16 -> NumberType.BFLOAT16;
            case F16 -> NumberType.FLOAT16;
            default -> NumberType.FLOAT32;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
