package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.file.Folders;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Weights of a model that has not been trained: normal with deviation 0.02, the outputs that add to the residual stream
 * smaller by sqrt(2 * layers) (as GPT-2 starts), norms 1, biases 0.
 */
public final class RandomWeights {
    static final double DEVIATION = 0.02;

    private RandomWeights() {}

    /**
     * Writes {@code model.safetensors} (float32) for the config.json in the directory.
     *
     * @param seed the same seed gives the same bytes
     */
    public static void write(Path modelDirectory, long seed) throws BackboneException {
        write(modelDirectory, seed, DEVIATION);
    }

    /**
     * The same with another deviation of the linear layers; 0.02 suits widths of about 1,000, narrow models learn faster
     * from more. Embeddings keep 0.02.
     */
    public static void write(Path modelDirectory, long seed, double linear)
            throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(modelDirectory);
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        for (TensorNames.Expected tensor : once(config)) {
            tensors.add(
                    new SafetensorsWriter.Tensor(
                            tensor.name(), tensor.shape(), values(tensor, config, seed, linear)));
        }
        try {
            SafetensorsWriter.write(
                    modelDirectory.resolve("model.safetensors"),
                    tensors,
                    SafetensorsWriter.Precision.F32,
                    Map.of("format", "pt"));
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /**
     * Copies a model of one weight file with a text model that has learned nothing. Its embeddings have the linear layers'
     * deviation: words that differ from the start are told apart sooner.
     *
     * @param deviation of the text model's linear layers and embeddings
     * @param target folder of the copy, which must not be there
     */
    public static void writeText(Path model, long seed, double deviation, Path target)
            throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(model);
        Set<String> seeing = new HashSet<>();
        TensorNames.vision(config.vision()).forEach(tensor -> seeing.add(tensor.name()));
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        try (Safetensors old = Safetensors.open(model.resolve("model.safetensors"))) {
            for (TensorNames.Expected tensor : once(config)) {
                float[] values =
                        seeing.contains(tensor.name())
                                ? old.floats(tensor.name())
                                : values(
                                        tensor,
                                        deviation / residualDivisor(tensor.name(), config),
                                        seed);
                tensors.add(new SafetensorsWriter.Tensor(tensor.name(), tensor.shape(), values));
            }
            Folders.remove(aside);
            Folders.copy(model, aside);
            SafetensorsWriter.write(
                    aside.resolve("model.safetensors"),
                    tensors,
                    SafetensorsWriter.Precision.F32,
                    Map.of("format", "pt"));
            Files.move(aside, target);
        } catch (IOException e) {
            throw new BackboneException(
                    target + ": the model cannot be written: " + e.getMessage(), e);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    static SequencedSet<TensorNames.Expected> once(Qwen3VlConfig config) {
        SequencedSet<TensorNames.Expected> all = new LinkedHashSet<>();
        all.addAll(TensorNames.vision(config.vision()));
        // A tied head is the same object as the embedding, so the set keeps one.
        all.addAll(TensorNames.text(config));
        return all;
    }

    static float[] values(
            TensorNames.Expected tensor, Qwen3VlConfig config, long seed, double linear) {
        return values(tensor, deviation(tensor, config, linear), seed);
    }

    private static float[] values(TensorNames.Expected tensor, double deviation, long seed) {
        long count = 1;
        for (long size : tensor.shape()) {
            count = Math.multiplyExact(count, size);
        }
        float[] values = new float[Math.toIntExact(count)];
        if (tensor.shape().length == 1) {
            java.util.Arrays.fill(values, tensor.name().endsWith(".weight") ? 1 : 0);
            return values;
        }
        SplittableRandom random = new SplittableRandom(seed * 31 + tensor.name().hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    /** Standard deviation of a tensor's starting values, for tensors of two and more axes. */
    static double deviation(TensorNames.Expected tensor, Qwen3VlConfig config, double linear) {
        boolean embedding = tensor.name().contains("embed");
        return (embedding ? DEVIATION : linear) / residualDivisor(tensor.name(), config);
    }

    private static double residualDivisor(String name, Qwen3VlConfig config) {
        if (name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight")) {
            return Math.sqrt(2.0 * config.text().layers());
        }
        if (name.contains(".blocks.")
                && (name.endsWith("attn.proj.weight") || name.endsWith("linear_fc2.weight"))) {
            return Math.sqrt(2.0 * config.vision().blocks());
        }
        return 1;
    }
}
