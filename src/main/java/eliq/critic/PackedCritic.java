package eliq.critic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of a tuned critic that can be given away: it names its model, and no folder of the machine it was made on. The
 * configuration of an adapter is part of its identity, which is therefore found anew.
 *
 * @param backbone identity of the model with the adapter
 * @param critic the same with the instruction texts
 */
public record PackedCritic(BackboneIdentity backbone, BackboneIdentity critic) {
    private static final String ADAPTER = "adapter_config.json";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param source folder of the critic
     * @param backbone where the model is now that it was tuned from; empty for where it was
     * @param target folder that is not there yet
     */
    public static PackedCritic write(
            Path source, Optional<Path> backbone, Path target, BackboneLoader loader)
            throws CriticException {
        // Refuses a critic whose files were changed since.
        Critic.open(source, backbone, loader).close();
        CriticCard card = CriticCard.read(source);
        Path model = backbone.orElse(card.backbone());
        Path name = model.toAbsolutePath().normalize().getFileName();
        try {
            Files.createDirectories(target);
            for (Path file : files(source)) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
            if (card.adapter()) {
                rename(target.resolve(ADAPTER), name.toString());
            }
            CriticCard named = card.withBackbone(name);
            try (Critic moved = Critic.open(target, card.withBackbone(model), loader)) {
                named.withIdentity(moved.identity().weights()).write(target);
                Folders.force(target);
                return new PackedCritic(moved.backbone().identity(), moved.identity());
            }
        } catch (IOException | BackboneException e) {
            throw new CriticException(
                    "the critic " + source + " cannot be packed: " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(CriticCard.FILE))
                    .toList();
        }
    }

    private static void rename(Path file, String model) throws IOException {
        ObjectNode config = (ObjectNode) JSON.readTree(Files.readString(file));
        config.put("base_model_name_or_path", model);
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n");
    }
}
