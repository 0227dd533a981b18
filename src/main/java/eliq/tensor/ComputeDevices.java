package eliq.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Which device computes. What depends on a kind of device stands here, in {@link DeviceMemory} and in {@link OwnLibtorch}.
 * The CPU and CUDA were run ({@code docs/benchmarks.md}); MPS follows DJL's and libtorch's documentation.
 */
public final class ComputeDevices {
    /** {@code auto}, {@code cpu}, {@code cuda}, {@code cuda:N} or {@code mps}; auto where it is not set. */
    public static final String PROPERTY = "eliq.device";

    /** The same for the launcher. */
    public static final String VARIABLE = "ELIQ_DEVICE";

    private ComputeDevices() {}

    /** Whether a device could be called so. */
    public static boolean isName(String name) {
        return name.matches("auto|cpu|cuda(:[0-9]{1,2})?|mps");
    }

    /**
     * Has this device compute, in this process.
     *
     * @throws TensorException if libtorch does not offer it here, or computes on another one already
     */
    public static void use(String name) throws TensorException {
        Device device;
        try {
            device = find(engine(), name);
        } catch (EngineException e) {
            throw new TensorException("libtorch could not be started: " + e.getMessage(), e);
        }
        System.setProperty(PROPERTY, name);
        Device used = TensorEngine.shared().device();
        if (!name(used).equals(name(device))) {
            throw new TensorException(
                    "this process computes on " + name(used) + " already, not on " + name);
        }
    }

    /** Libtorch, started. */
    static Engine engine() throws TensorException {
        OwnLibtorch.join();
        return Engine.getEngine("PyTorch");
    }

    /** What was asked for. */
    static String asked() {
        String asked = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return asked == null || asked.isBlank() ? "auto" : asked.strip();
    }

    /**
     * The device of this name.
     *
     * @throws TensorException if libtorch does not offer it here, saying what it offers
     */
    static Device find(Engine engine, String name) throws TensorException {
        int gpus = engine.getGpuCount();
        if (name.equals("auto")) {
            return gpus > 0 ? Device.gpu(0) : Device.cpu();
        }
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        if (name.matches("cuda(:[0-9]{1,2})?")) {
            int index = name.equals("cuda") ? 0 : Integer.parseInt(name.substring(5));
            if (index < gpus) {
                return Device.gpu(index);
            }
            throw absent(engine, name);
        }
        if (name.equals("mps")) {
            Device mps = Device.of("mps", -1);
            if (works(engine, mps)) {
                return mps;
            }
            throw absent(engine, name);
        }
        throw new TensorException(
                "the device is '" + name + "'; it must be auto, cpu, cuda, cuda:N or mps");
    }

    /** The names of what there is. */
    static List<String> names(Engine engine) {
        List<String> names = new ArrayList<>(List.of("cpu"));
        for (int i = 0; i < engine.getGpuCount(); i++) {
            names.add("cuda:" + i);
        }
        if (works(engine, Device.of("mps", -1))) {
            names.add("mps");
        }
        return names;
    }

    /** How users name a device. */
    static String name(Device device) {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : device.getDeviceType();
    }

    /** Libtorch has no question for MPS that DJL passes on, so it is tried, and only where it can be. */
    private static boolean works(Engine engine, Device device) {
        if (!System.getProperty("os.name", "").startsWith("Mac")) {
            return false;
        }
        try (NDManager manager = engine.newBaseManager(device);
                NDArray one = manager.create(1f)) {
            return one.getFloat() == 1;
        } catch (EngineException | IllegalArgumentException e) {
            return false;
        }
    }

    private static TensorException absent(Engine engine, String name) {
        return new TensorException(
                "the device "
                        + name
                        + " is not there; libtorch offers "
                        + String.join(", ", names(engine))
                        + ". 'eliq runtime' says how to get a libtorch for NVIDIA cards; without "
                        + VARIABLE
                        + " the best device there is is used");
    }
}
