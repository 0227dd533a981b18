package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * How fast this machine multiplies matrices. Many CPUs have no 16-bit arithmetic, and are eight times slower at bfloat16
 * than at float32: there weights are widened before each product instead.
 *
 * @param float32 in 1e9 multiplications and additions a second
 * @param bfloat16 likewise
 * @param float16 likewise
 */
public record ProductSpeeds(double float32, double bfloat16, double float16) {
    private static final int ROWS = 128;
    private static final int SIDE = 768;

    /** What a GPU takes to begin at all would hide smaller products. */
    private static final int GPU_SIDE = 4096;

    /** By turns, so that a moment in which the machine has other work does not fall on one type alone. */
    private static final int ROUNDS = 5;

    private static final long ROUND_NANOS = 40_000_000;

    private static final List<NumberType> TYPES =
            List.of(NumberType.FLOAT32, NumberType.BFLOAT16, NumberType.FLOAT16);

    /** 16-bit products save memory traffic, so they are worth it even where they are not quite as fast. */
    private static final double WORTH = 0.9;

    /** Whether products in this type are no slower than widening and float32. */
    public boolean isWorth(NumberType type) {
        return switch (type) {
            case BFLOAT16 -> bfloat16 >= WORTH * float32;
            case FLOAT16 -> float16 >= WORTH * float32;
            default -> type == NumberType.FLOAT32;
        };
    }

    /** Multiplies for about a second; the fastest of each type counts. */
    public static ProductSpeeds measure() throws TensorException {
        TensorEngine engine = TensorEngine.shared();
        return engine.call(
                () -> {
                    double[] best = new double[TYPES.size()];
                    for (int round = 0; round < ROUNDS; round++) {
                        for (int i = 0; i < best.length; i++) {
                            try (NDManager scope = engine.newScope("product speeds")) {
                                double speed = speed(engine, scope, TYPES.get(i));
                                best[i] = Math.max(best[i], speed);
                            }
                        }
                    }
                    return new ProductSpeeds(best[0], best[1], best[2]);
                });
    }

    private static double speed(TensorEngine engine, NDManager scope, NumberType type)
            throws TensorException {
        Kernels kernels = engine.kernels();
        boolean gpu = engine.device().isGpu();
        int rows = gpu ? GPU_SIDE : ROWS;
        int side = gpu ? GPU_SIDE : SIDE;
        NDArray left = NumberArrays.random(scope, rows, side, type);
        NDArray right = NumberArrays.random(scope, side, side, type);
        double best = 0;
        long end = System.nanoTime() + ROUND_NANOS;
        do {
            try (NDManager step = scope.newSubManager()) {
                long begin = System.nanoTime();
                NDArray product = kernels.call(step, "layer_product", left, right).head();
                // Reading a value waits for devices that compute beside the program.
                kernels.call(step, "corner", product).head().getFloat(0, 0);
                double flops = 2.0 * rows * side * side;
                best = Math.max(best, flops / (System.nanoTime() - begin));
            }
        } while (System.nanoTime() < end);
        return best;
    }
}
