package eliq.backbone;

import eliq.tensor.NumberType;
import java.util.Locale;

/**
 * In what numbers a model is kept and computed.
 *
 * @param weights of its matrices; where this is int8, embeddings and the first layers stay in 16 bits
 * @param products of activations and products; matrices of another type are widened one by one, just before theirs
 */
public record Numerics(NumberType weights, NumberType products) {

    /** The yardstick. */
    public static final Numerics FLOAT32 = new Numerics(NumberType.FLOAT32, NumberType.FLOAT32);

    public Numerics {
        if (products == NumberType.INT8
                || weights == NumberType.FLOAT32 && products != NumberType.FLOAT32) {
            throw new IllegalArgumentException(weights + " with products in " + products);
        }
    }

    /** What embeddings, the head, and the first layer of each tower are kept in. */
    public NumberType delicate() {
        return weights == NumberType.INT8 ? NumberType.BFLOAT16 : weights;
    }

    /** Whether matrices are widened before their products. */
    public boolean widens() {
        return weights != products;
    }

    /** Such as {@code bfloat16} or {@code int8, products in float32}. */
    @Override
    public String toString() {
        String kept = weights.name().toLowerCase(Locale.ROOT);
        return widens() ? kept + ", products in " + products.name().toLowerCase(Locale.ROOT) : kept;
    }
}
