package eliq.scorer;

import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Safetensors in this package's terms. */
final class Tensors {
    private Tensors() {}

    static TensorEngine engine() throws ScorerException {
        try {
            return TensorEngine.shared();
        } catch (TensorException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    static void write(
            Path file, List<SafetensorsWriter.Tensor> tensors, Map<String, String> metadata)
            throws ScorerException {
        try {
            SafetensorsWriter.write(file, tensors, SafetensorsWriter.Precision.F32, metadata);
        } catch (TensorException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /** A tensor that must have exactly this shape. */
    static Weights.Weight read(Safetensors tensors, String name, long[] shape)
            throws TensorException, ScorerException {
        if (!tensors.names().contains(name)) {
            throw new ScorerException(
                    tensors.file() + " has no tensor '" + name + "': it is no scorer, or damaged");
        }
        if (!Arrays.equals(tensors.shape(name), shape)) {
            throw new ScorerException(
                    tensors.file()
                            + ", tensor '"
                            + name
                            + "': its shape is "
                            + Arrays.toString(tensors.shape(name))
                            + " where the settings say "
                            + Arrays.toString(shape));
        }
        return new Weights.Weight(shape, tensors.floats(name));
    }
}
