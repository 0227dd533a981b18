package eliq.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A folder with a model in it, seen from outside.
 *
 * @param files all that is in it, without hidden files and folders; links may lead nowhere
 */
record CheckpointFolder(Path folder, List<Path> files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String INDEX = "model.safetensors.index.json";
    private static final List<String> WEIGHTS =
            List.of(".safetensors", ".bin", ".pt", ".pth", ".ckpt", ".onnx");

    CheckpointFolder {
        files = List.copyOf(files);
    }

    /** Looks into a folder; one that cannot be read has nothing in it. */
    static CheckpointFolder of(Path folder) {
        List<Path> files;
        try {
            files = SafeFiles.below(folder).stream().filter(f -> !isHidden(folder, f)).toList();
        } catch (IOException e) {
            files = List.of();
        }
        return new CheckpointFolder(folder, files);
    }

    private static boolean isHidden(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    ModelKind kind() {
        if (has("critic.json")) {
            return ModelKind.CRITIC;
        }
        if (has("scorer.json")) {
            return ModelKind.SCORER;
        }
        if (has("adapter_config.json")) {
            return ModelKind.ADAPTER;
        }
        return json("config.json")
                .filter(config -> config.path("model_type").asText().equals("qwen3_vl"))
                .map(_ -> ModelKind.BACKBONE)
                .orElse(ModelKind.OTHER);
    }

    /** Bytes of all files, those behind links included. */
    long bytes() {
        long sum = 0;
        for (Path file : files) {
            try {
                sum += Files.size(file);
            } catch (IOException e) {
                // A link that leads nowhere: problem() tells.
            }
        }
        return sum;
    }

    /** What is missing, as far as names tell; contents are not read. */
    Optional<String> problem() {
        if (files.isEmpty()) {
            return Optional.of("it has no files");
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                return Optional.of(folder.relativize(file) + " is missing behind its link");
            }
        }
        TreeSet<String> shards = new TreeSet<>();
        if (!has("model.safetensors")) {
            for (JsonNode shard :
                    json(INDEX).map(i -> i.path("weight_map")).orElseGet(JSON::createObjectNode)) {
                shards.add(shard.asText());
            }
        }
        List<String> missing = shards.stream().filter(s -> !has(s)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    missing.size()
                            + " of the "
                            + shards.size()
                            + " files that "
                            + INDEX
                            + " names are missing, the first is "
                            + missing.getFirst());
        }
        boolean weights =
                files.stream()
                        .map(f -> f.getFileName().toString())
                        .anyMatch(name -> WEIGHTS.stream().anyMatch(name::endsWith));
        return weights ? Optional.empty() : Optional.of("it has no weights");
    }

    private boolean has(String name) {
        return HubFile.isSafe(name) && Files.isRegularFile(folder.resolve(name));
    }

    private Optional<JsonNode> json(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(Files.readAllBytes(folder.resolve(name))));
        } catch (IOException e) {
            // Whoever opens the model says what is wrong with it.
            return Optional.empty();
        }
    }
}
