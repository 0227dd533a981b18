package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import eliq.file.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How large a model looks at images: more pixels are more tokens an image, and more time. It belongs to the model's own
 * {@code preprocessor_config.json}, and so to its identity; a model with another budget is a folder that has this file
 * anew and links to all others.
 *
 * @param minPixels least area of a resized image; empty as it was
 * @param maxPixels most area
 */
public record ImageBudget(OptionalInt minPixels, OptionalInt maxPixels) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "preprocessor_config.json";
    private static final String JOINT = "processor_config.json";

    /**
     * Makes a folder that is the same model with this budget.
     *
     * @param model in the Hugging Face layout; must stay where it is
     * @param out must not be there yet
     * @return the budget that holds now
     * @throws BackboneException if the model cannot be read, the budget cannot be, or the folder cannot be written
     */
    public PreprocessorConfig apply(Path model, Path out) throws BackboneException {
        PreprocessorConfig before = PreprocessorConfig.read(model);
        int least = minPixels.orElse((int) before.minPixels());
        int most = maxPixels.orElse((int) before.maxPixels());
        int token = before.factor() * before.factor();
        if (least < 1 || most < token || least > most) {
            throw new BackboneException(
                    String.format(
                            "%s: %d to %d pixels is no budget: the most must be %d (one token) or more, and no less"
                                    + " than the least",
                            model, least, most, token));
        }
        if (Files.exists(out)) {
            throw new BackboneException(out + ": is there already; name a new folder");
        }
        Path target = out.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(part);
            try (Stream<Path> files = Files.list(model)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    put(file, part.resolve(file.getFileName()), least, most);
                }
            }
            Files.move(part, target);
        } catch (IOException e) {
            throw new BackboneException(out + ": could not be made: " + JsonFault.of(e), e);
        }
        return PreprocessorConfig.read(target);
    }

    private static void put(Path file, Path target, int least, int most) throws IOException {
        Files.deleteIfExists(target);
        String name = file.getFileName().toString();
        Optional<ObjectNode> images =
                List.of(OWN, JOINT).contains(name) ? images(name, file) : Optional.empty();
        if (images.isPresent()) {
            ObjectNode root = images.get();
            budget(name.equals(OWN) ? root : (ObjectNode) root.get("image_processor"), least, most);
            Files.writeString(
                    target, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } else {
            link(file.toAbsolutePath(), target);
        }
    }

    /** The whole file, where it says how images are prepared. */
    private static Optional<ObjectNode> images(String name, Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        boolean says = name.equals(OWN) || root.path("image_processor").isObject();
        return says && root instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static void budget(ObjectNode images, int least, int most) {
        if (images.has("size") || !images.has("min_pixels")) {
            images.putObject("size").put("shortest_edge", least).put("longest_edge", most);
        }
        if (images.has("min_pixels")) {
            images.put("min_pixels", least).put("max_pixels", most);
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createSymbolicLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            // Windows asks for a right that few have.
            try {
                Files.createLink(target, file);
            } catch (UnsupportedOperationException | IOException other) {
                Files.copy(file, target);
            }
        }
    }
}
