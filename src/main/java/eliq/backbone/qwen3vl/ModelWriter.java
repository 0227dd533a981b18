package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import eliq.backbone.TrainingMode;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes trained parameters in the layouts that other tools read. Weights last: a directory with weights is whole. */
final class ModelWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Beside config.json and the weights, what a model directory may hold; copied as it is. */
    private static final List<String> COMPANIONS =
            List.of(
                    "preprocessor_config.json",
                    "video_preprocessor_config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json",
                    "vocab.json",
                    "merges.txt",
                    "chat_template.json",
                    "chat_template.jinja");

    private ModelWriter() {}

    /** A complete model directory with bfloat16 weights in one file. */
    static void model(Path base, Map<String, NDArray> weights, Path directory)
            throws BackboneException {
        try {
            Files.createDirectories(directory);
            JsonNode config = JSON.readTree(Files.readAllBytes(base.resolve("config.json")));
            bfloat16(config);
            write(directory.resolve("config.json"), config);
            for (String name : COMPANIONS) {
                Path from = base.resolve(name);
                Path to = directory.resolve(name);
                if (Files.exists(from) && !(Files.exists(to) && Files.isSameFile(from, to))) {
                    replace(to, Files.readAllBytes(from));
                }
            }
            SafetensorsWriter.write(
                    directory.resolve("model.safetensors"),
                    tensors(weights),
                    SafetensorsWriter.Precision.BF16,
                    Map.of("format", "pt"));
        } catch (IOException e) {
            throw new BackboneException(
                    directory + ": the model could not be written: " + e.getMessage(), e);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /** A PEFT adapter directory. */
    static void adapter(
            Path base, TrainingMode.Lora mode, Map<String, NDArray> weights, Path directory)
            throws BackboneException {
        ObjectNode config = JSON.createObjectNode();
        config.putObject("alpha_pattern");
        config.putNull("auto_mapping");
        config.put("base_model_name_or_path", base.toString());
        config.put("bias", "none");
        config.put("fan_in_fan_out", false);
        config.put("inference_mode", true);
        config.put("init_lora_weights", true);
        config.put("lora_alpha", mode.alpha());
        config.put("lora_bias", false);
        config.put("lora_dropout", mode.dropout());
        config.putNull("modules_to_save");
        config.put("peft_type", "LORA");
        config.put("r", mode.rank());
        config.putObject("rank_pattern");
        if (mode.targets().size() == 1) {
            // A bare name would also match such layers of the vision tower; these have none of
            // ours.
            config.putArray("target_modules").add(mode.targets().getFirst());
        } else {
            mode.targets().forEach(config.withArray("/target_modules")::add);
        }
        config.put("task_type", "CAUSAL_LM");
        config.put("use_dora", false);
        config.put("use_rslora", false);
        try {
            Files.createDirectories(directory);
            write(directory.resolve(LoraAdapter.CONFIG), config);
            SafetensorsWriter.write(
                    directory.resolve(LoraAdapter.WEIGHTS),
                    tensors(weights),
                    SafetensorsWriter.Precision.F32,
                    Map.of("format", "pt"));
        } catch (IOException e) {
            throw new BackboneException(
                    directory + ": the adapter could not be written: " + e.getMessage(), e);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private static List<SafetensorsWriter.Tensor> tensors(Map<String, NDArray> arrays) {
        return arrays.entrySet().stream()
                .map(
                        entry ->
                                new SafetensorsWriter.Tensor(
                                        entry.getKey(),
                                        entry.getValue().getShape().getShape(),
                                        entry.getValue().toFloatArray()))
                .toList();
    }

    private static void bfloat16(JsonNode config) {
        for (JsonNode node :
                List.of(config, config.path("text_config"), config.path("vision_config"))) {
            for (String key : List.of("dtype", "torch_dtype")) {
                if (node.has(key)) {
                    ((ObjectNode) node).put(key, "bfloat16");
                }
            }
        }
    }

    private static void write(Path file, JsonNode json) throws IOException {
        replace(file, pretty(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String pretty(JsonNode json) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
