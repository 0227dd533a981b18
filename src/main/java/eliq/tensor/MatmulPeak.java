package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.management.ManagementFactory;

/**
 * What the machine's float32 matrix product reaches, against which a model's speed is judged.
 *
 * @param gigaflops best rate by the clock
 * @param gigaflopsOfThread best rate by the tensor thread's processor time, which other programs do not disturb;
 *     meaningful with one compute thread
 */
public record MatmulPeak(double gigaflops, double gigaflopsOfThread) {
    private static final int SIDE = 1024;

    /**
     * Multiplies 1024 x 1024 matrices for a while.
     *
     * @param seconds how long, about
     */
    public static MatmulPeak measure(double seconds) throws TensorException {
        TensorEngine engine = TensorEngine.shared();
        return engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("matmul peak")) {
                        return run(engine.kernels(), scope, seconds);
                    }
                });
    }

    private static MatmulPeak run(Kernels kernels, NDManager scope, double seconds)
            throws TensorException {
        NDArray left = scope.randomNormal(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
        NDArray right = scope.randomNormal(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
        double work = 2.0 * SIDE * SIDE * SIDE;
        double best = 0;
        double bestOfThread = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            long clock = System.nanoTime();
            long processor = processorTime();
            try (NDManager step = scope.newSubManager()) {
                kernels.call(step, "product", left, right);
            }
            best = Math.max(best, work / (System.nanoTime() - clock));
            bestOfThread = Math.max(bestOfThread, work / (processorTime() - processor));
        } while (System.nanoTime() < end);
        return new MatmulPeak(best, bestOfThread);
    }

    /** Processor time of this thread in nanoseconds. */
    static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
