package eliq.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A TorchScript file that somebody else exported ({@code torch.jit.save}). Only on the tensor thread. */
public final class ScriptModule implements AutoCloseable {
    private final Path file;
    private final NDManager manager;
    private final PtSymbolBlock module;

    private ScriptModule(Path file, NDManager manager, PtSymbolBlock module) {
        this.file = file;
        this.manager = manager;
        this.module = module;
    }

    /**
     * Looks a file over without loading it: a zip with code and a pickled module.
     *
     * @throws TensorException saying what it is instead
     */
    public static void check(Path file) throws TensorException {
        if (!Files.isRegularFile(file)) {
            throw new TensorException(file + ": there is no such file");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(entry -> entry.getName()).toList();
            boolean data = names.stream().anyMatch(name -> name.endsWith("/data.pkl"));
            boolean code = names.stream().anyMatch(name -> name.contains("/code/"));
            if (!data || !code) {
                throw new TensorException(
                        file
                                + ": holds "
                                + (data ? "weights without code" : "no PyTorch module")
                                + "; export the whole metric with torch.jit.trace or"
                                + " torch.jit.script, and torch.jit.save");
            }
        } catch (ZipException e) {
            throw new TensorException(
                    file
                            + ": is no TorchScript file, which is a zip archive ("
                            + e.getMessage()
                            + "); export the metric with torch.jit.save",
                    e);
        } catch (IOException e) {
            throw new TensorException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Loads a file.
     *
     * @throws TensorException if it is no TorchScript, or libtorch rejects it
     */
    public static ScriptModule load(NDManager parent, Path file) throws TensorException {
        check(file);
        NDManager manager = parent.newSubManager();
        try {
            PtSymbolBlock module =
                    JniUtils.loadModule(
                            (PtNDManager) manager,
                            file.toAbsolutePath(),
                            true,
                            new String[0],
                            new String[0],
                            false);
            return new ScriptModule(file, manager, module);
        } catch (EngineException e) {
            manager.close();
            throw new TensorException(file + ": libtorch rejects it: " + reason(e), e);
        }
    }

    /**
     * Runs {@code forward} without recording a gradient.
     *
     * @param scope owner of the results
     * @return the tensor, or the tensors of a tuple or list
     * @throws TensorException if it throws, or returns something without tensors
     */
    public NDList forward(NDManager scope, List<NDArray> inputs) throws TensorException {
        NDList list = new NDList(inputs);
        try {
            NDList results = IValueUtils.forward(module, list, true);
            results.attach(scope);
            return results;
        } catch (EngineException e) {
            throw new TensorException(file + ": throws " + reason(e), e);
        } catch (UnsupportedOperationException | IllegalStateException e) {
            throw new TensorException(
                    file + ": returns no tensor (" + e.getMessage() + "); export one that does", e);
        }
    }

    /** The last line of libtorch's account, which has the error itself. */
    private static String reason(EngineException e) {
        String message = e.getMessage() == null ? "without a message" : e.getMessage().strip();
        int error = message.lastIndexOf("Error: ");
        int start = error < 0 ? 0 : Math.max(message.lastIndexOf('\n', error) + 1, 0);
        String tail = message.substring(start).strip();
        int end = tail.indexOf('\n');
        return end < 0 ? tail : tail.substring(0, end).strip();
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
