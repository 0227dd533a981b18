package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Another deepstack level for a trained model: its merger starts at random, all else stays. */
public final class AddedLevel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEIGHTS = "model.safetensors";

    private AddedLevel() {}

    /**
     * Copies a model of one weight file and adds the level.
     *
     * @param block whose output the new level reads, after those that the others read
     * @param deviation of the new merger's starting weights
     * @param target folder of the copy, which must not be there
     * @return the new level's number
     * @throws BackboneException if the block does not come after the others or the model cannot be read or written
     */
    public static int write(Path model, int block, long seed, double deviation, Path target)
            throws BackboneException {
        Qwen3VlConfig before = Qwen3VlConfig.read(model);
        List<Integer> levels = before.vision().deepstack();
        if (!levels.isEmpty() && block <= levels.getLast()) {
            throw new BackboneException(
                    "a new deepstack level must read a block after "
                            + levels.getLast()
                            + ", not "
                            + block);
        }
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Folders.remove(aside);
            Folders.copy(model, aside);
            ObjectNode config =
                    (ObjectNode) JSON.readTree(Files.readAllBytes(model.resolve("config.json")));
            ((ArrayNode) config.path("vision_config").path("deepstack_visual_indexes")).add(block);
            Files.write(
                    aside.resolve("config.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config));
            weights(model, aside, before, Qwen3VlConfig.read(aside), seed, deviation);
            Files.move(aside, target);
        } catch (IOException e) {
            throw new BackboneException(
                    target + ": the model with another level cannot be written: " + e.getMessage(),
                    e);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
        return levels.size();
    }

    private static void weights(
            Path model,
            Path target,
            Qwen3VlConfig before,
            Qwen3VlConfig after,
            long seed,
            double deviation)
            throws TensorException {
        Set<String> there = new HashSet<>();
        RandomWeights.once(before).forEach(tensor -> there.add(tensor.name()));
        List<SafetensorsWriter.Tensor> all = new ArrayList<>();
        try (Safetensors old = Safetensors.open(model.resolve(WEIGHTS))) {
            for (TensorNames.Expected tensor : RandomWeights.once(after)) {
                all.add(
                        new SafetensorsWriter.Tensor(
                                tensor.name(),
                                tensor.shape(),
                                there.contains(tensor.name())
                                        ? old.floats(tensor.name())
                                        : RandomWeights.values(tensor, after, seed, deviation)));
            }
        }
        SafetensorsWriter.write(
                target.resolve(WEIGHTS),
                all,
                SafetensorsWriter.Precision.F32,
                Map.of("format", "pt"));
    }
}
