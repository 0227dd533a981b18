package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import eliq.tensor.WeightFiles;
import java.nio.file.Path;

/** A checkpoint's files and a native scope for what is made of them; where that fails, nothing stays open. */
final class Opening {
    private Opening() {}

    /** What is made of a checkpoint, on the tensor thread. */
    @FunctionalInterface
    interface Work<T> {
        T in(TensorEngine engine, WeightFiles files, NDManager scope)
                throws BackboneException, TensorException;
    }

    /**
     * @param purpose of the scope, for its name
     * @param prompts closed as well if it fails
     */
    static <T> T of(Path directory, String purpose, Prompts prompts, Work<T> work)
            throws BackboneException {
        try (WeightFiles files = WeightFiles.open(directory)) {
            TensorEngine engine = TensorEngine.shared();
            return engine.call(
                    () -> {
                        NDManager scope = engine.newScope(purpose + " " + directory.getFileName());
                        try {
                            return work.in(engine, files, scope);
                        } catch (TensorException e) {
                            scope.close();
                            throw new BackboneException(e.getMessage(), e);
                        } catch (BackboneException | RuntimeException e) {
                            scope.close();
                            throw e;
                        }
                    });
        } catch (TensorException e) {
            prompts.close();
            throw new BackboneException(e.getMessage(), e);
        } catch (BackboneException | RuntimeException e) {
            prompts.close();
            throw e;
        }
    }
}
