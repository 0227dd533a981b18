package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Native arrays of any {@link NumberType}. Only on the tensor thread. */
public final class NumberArrays {
    private NumberArrays() {}

    /**
     * A copy of an array in another type.
     *
     * @param scope owner of the result
     * @param array float32, float16 or bfloat16; with two axes where the type is {@link NumberType#INT8}
     */
    public static NDArray converted(NDManager scope, NDArray array, NumberType type)
            throws TensorException {
        Kernels kernels = TensorEngine.shared().kernels();
        return type == NumberType.INT8
                ? kernels.call(scope, "quantise", array).head()
                : kernels.call(scope, "narrow", array, scope.create((long) type.code())).head();
    }

    /** The values of an array of any type. */
    public static float[] floats(NDArray array) throws TensorException {
        try (NDManager scope = array.getManager().newSubManager()) {
            return TensorEngine.shared()
                    .kernels()
                    .call(scope, "widen", array)
                    .head()
                    .toFloatArray();
        }
    }

    /**
     * An array times a number, also where gradients are followed: they need the number once more on the way back. The
     * library's own {@code mul(Number)} lays it in memory of Java's, which the collector may free before that.
     *
     * @param array floating point
     * @return in the array's own scope
     */
    public static NDArray times(NDArray array, double factor) {
        return array.mul(array.getManager().full(new Shape(), (float) factor, array.getDataType()));
    }

    /** A matrix of numbers drawn from the normal distribution, to measure products with. */
    static NDArray random(NDManager scope, int rows, int columns, NumberType type)
            throws TensorException {
        NDArray values = scope.randomNormal(0, 1, new Shape(rows, columns), DataType.FLOAT32);
        return converted(scope, values, type);
    }

    /** An array without values. */
    static NDArray allocate(NDManager scope, NumberType type, long... shape)
            throws TensorException {
        try (NDManager local = scope.newSubManager()) {
            NDArray made =
                    TensorEngine.shared()
                            .kernels()
                            .call(
                                    local,
                                    "allocate",
                                    local.create(shape),
                                    local.create((long) type.code()),
                                    local.create(0f))
                            .head();
            made.attach(scope);
            return made;
        }
    }
}
