package eliq.tensor;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.OptionalLong;

/** Memory of the device where arrays are made: the machine's where that is the CPU, else the GPU's own. */
public final class DeviceMemory {
    private DeviceMemory() {}

    /** Bytes of the GPU; empty where arrays are made on the CPU, or the driver does not say. */
    public static OptionalLong ofAccelerator() throws TensorException {
        return usage().map(usage -> OptionalLong.of(usage.getMax())).orElse(OptionalLong.empty());
    }

    /**
     * Bytes of the GPU that are taken, by this process or another: libtorch gives nothing back before it must, so of a GPU
     * that nobody else uses it is the most that was needed so far. Empty where arrays are made on the CPU, or the driver
     * does not say.
     */
    public static OptionalLong takenOfAccelerator() throws TensorException {
        return usage().map(usage -> OptionalLong.of(usage.getUsed())).orElse(OptionalLong.empty());
    }

    /**
     * Bytes that new arrays may take. Of a GPU whose driver does not say, all that there could be: a GPU refuses what it
     * does not have, and is not ended by the system for it.
     */
    public static long available() throws TensorException {
        TensorEngine engine = TensorEngine.shared();
        if (!engine.device().isGpu()) {
            return NativeMemory.available();
        }
        // What libtorch keeps for later arrays counts as used at the driver.
        engine.call(
                () -> {
                    JniUtils.emptyCudaCache();
                    return null;
                });
        return usage().map(usage -> usage.getMax() - usage.getUsed()).orElse(Long.MAX_VALUE);
    }

    /**
     * Asks before a step of work. Not on a GPU, whose refusal is an exception like any other: there it would cost more to
     * ask than to fail.
     *
     * @param bytes about to be taken by arrays
     * @param purpose the subject of the message, such as {@code "Qwen3-VL-8B: "}
     * @throws TensorException if they are not there
     */
    public static void require(long bytes, String purpose) throws TensorException {
        if (!TensorEngine.shared().device().isGpu()) {
            NativeMemory.require(bytes, purpose);
        }
    }

    private static Optional<MemoryUsage> usage() throws TensorException {
        Device device = TensorEngine.shared().device();
        if (!device.isGpu()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CudaUtils.getGpuMemory(device));
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
