package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.management.ManagementFactory;

/**
 * What the machine's matrix product reaches, against which a model's speed is judged.
 *
 * @param gigaflops best rate by the clock
 * @param gigaflopsOfThread best rate by the tensor thread's processor time, which other programs do not disturb;
 *     meaningful with one compute thread
 */
public record MatmulPeak(double gigaflops, double gigaflopsOfThread) {
    private static final int SIDE = 1024;

    /** What a GPU takes to begin at all would hide smaller products. */
    private static final int GPU_SIDE = 8192;

    /**
     * Multiplies square matrices for a while: of 1024 rows, on a GPU of 8192.
     *
     * @param seconds how long, about
     * @param type not bytes
     */
    public static MatmulPeak measure(double seconds, NumberType type) throws TensorException {
        TensorEngine engine = TensorEngine.shared();
        return engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("matmul peak")) {
                        int side = engine.device().isGpu() ? GPU_SIDE : SIDE;
                        NDArray left = NumberArrays.random(scope, side, side, type);
                        NDArray right = NumberArrays.random(scope, side, side, type);
                        return run(engine.kernels(), left, right, seconds);
                    }
                });
    }

    private static MatmulPeak run(Kernels kernels, NDArray left, NDArray right, double seconds)
            throws TensorException {
        double work = 2.0 * Math.pow(left.getShape().get(0), 3);
        double best = 0;
        double bestOfThread = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            long clock = System.nanoTime();
            long processor = processorTime();
            try (NDManager step = left.getManager().newSubManager()) {
                // Reading a value waits for devices that compute beside the program.
                NDArray product = kernels.call(step, "product", left, right).head();
                kernels.call(step, "corner", product).head().getFloat(0, 0);
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
