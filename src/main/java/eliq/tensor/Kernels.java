package eliq.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Methods written in TorchScript, called as a whole: one crossing into native code runs many operations. Only on the
 * tensor thread.
 *
 * <p>A method's arguments are tensors and lists of tensors, in the order of its declaration; it returns a tensor, or a
 * list of them. Numbers travel in small tensors.
 */
public final class Kernels implements AutoCloseable {
    static final String OUT_OF_MEMORY =
            "the memory did not suffice for this step: lower the batch or the size of images, use --dtype bfloat16 or"
                    + " int8, --checkpoint-gradients in training, or a smaller model";

    private final NDManager manager;
    private final PtSymbolBlock module;
    private final String source;

    private Kernels(NDManager manager, PtSymbolBlock module, String source) {
        this.manager = manager;
        this.module = module;
        this.source = source;
    }

    /**
     * Compiles the kernels of a resource.
     *
     * @param anchor the class beside which the resource lies
     * @param resource file of TorchScript method definitions (serialised dialect: {@code torch.NAME(...)})
     * @throws TensorException if libtorch rejects the text
     */
    public static Kernels load(NDManager parent, Class<?> anchor, String resource)
            throws TensorException {
        NDManager manager = parent.newSubManager();
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new TensorException("kernel text " + resource + " is not on the class path");
            }
            String methods = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            PtSymbolBlock module =
                    JniUtils.loadModule(
                            (PtNDManager) manager, KernelArchive.of(methods), false, false);
            return new Kernels(manager, module, resource);
        } catch (IOException | EngineException e) {
            manager.close();
            throw new TensorException("kernel text " + resource + ": " + e.getMessage(), e);
        }
    }

    /**
     * Calls a method without recording a gradient.
     *
     * @param scope owner of the results
     * @param arguments each an {@link NDArray} or a {@code List<NDArray>}
     * @throws TensorException if the method fails, with libtorch's reason
     */
    public NDList call(NDManager scope, String method, Object... arguments) throws TensorException {
        return run(scope, method, arguments);
    }

    /** As {@link #call}, recording the graph from arrays that require a gradient to the results. */
    public NDList callWithGradient(NDManager scope, String method, Object... arguments)
            throws TensorException {
        JniUtils.setGradMode(true);
        try {
            return run(scope, method, arguments);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private NDList run(NDManager scope, String method, Object[] arguments) throws TensorException {
        NDList inputs = new NDList(arguments.length + 1);
        try (NDArray name = scope.create(new Shape(0), DataType.UINT8)) {
            name.setName("module_method:" + method);
            inputs.add(name);
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case NDArray array -> add(inputs, array, "a" + i);
                    case List<?> list -> {
                        if (list.isEmpty()) {
                            throw new IllegalArgumentException(
                                    method + ": argument " + i + " is an empty list");
                        }
                        list.forEach(item -> inputs.add((NDArray) item));
                        String group = "a" + i + "[]";
                        list.forEach(item -> ((NDArray) item).setName(group));
                    }
                    default ->
                            throw new IllegalArgumentException(
                                    method + ": argument " + i + " is no tensor");
                }
            }
            // Training mode of the call only means: no inference guard, so that results are
            // ordinary tensors.
            // Whether a graph is recorded is the thread's gradient mode.
            return IValueUtils.forward(module, inputs, true);
        } catch (EngineException e) {
            throw outOfMemory(e.getMessage())
                    ? new TensorException(OUT_OF_MEMORY, e)
                    : new TensorException(
                            source + ", " + method + ": " + reason(e.getMessage()), e);
        }
    }

    /** As libtorch's allocators for the CPU, CUDA and MPS say it. */
    private static boolean outOfMemory(String message) {
        return message != null
                && (message.contains("can't allocate memory")
                        || message.contains("not enough memory")
                        || message.contains("out of memory"));
    }

    private static void add(NDList inputs, NDArray array, String name) {
        array.setName(name);
        inputs.add(array);
    }

    private static String reason(String message) {
        if (message == null) {
            return "native failure without a message";
        }
        int cause = message.lastIndexOf("RuntimeError: ");
        return cause < 0 ? message : message.substring(cause);
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
