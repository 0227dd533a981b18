package eliq.critic;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a critic is kept: written aside and moved into place whole. */
final class CriticFolder {
    private static final String SAVED = "saved";

    private final Path target;

    /**
     * @param models folder of all models
     * @param name of this one
     */
    CriticFolder(Path models, String name) {
        this.target = models.resolve(name);
    }

    /** Refuses a name that something else has. */
    void requireFree(Path jobDirectory) throws CriticException {
        if (Files.exists(target) && !Files.exists(jobDirectory.resolve(SAVED + ".done"))) {
            throw new CriticException(
                    "there is a model in " + target + " already; choose another name");
        }
    }

    /** Writes the weights into the job's folder. */
    static Path save(BackboneTraining training, Path jobDirectory) throws CriticException {
        Path saved = jobDirectory.resolve(SAVED);
        try {
            Folders.remove(saved);
            Files.createDirectories(saved);
            training.saveModel(saved);
            return saved;
        } catch (IOException | BackboneException e) {
            throw new CriticException("the critic could not be saved: " + e.getMessage(), e);
        }
    }

    /** Opens what was saved, to know that it can be and who it is; adds the card; moves all into place. */
    Path finish(Path saved, CriticCard card, BackboneLoader loader) throws CriticException {
        try {
            String identity;
            try (Critic critic = Critic.open(saved, card, loader)) {
                identity = critic.identity().weights();
            }
            card.withIdentity(identity).write(saved);
            Folders.force(saved);
            Files.writeString(
                    saved.resolveSibling(SAVED + ".done"), "moved to " + target.getFileName());
            Folders.remove(target);
            Files.createDirectories(target.getParent());
            Files.move(saved, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException | BackboneException e) {
            throw new CriticException(
                    "the critic could not be moved to " + target + ": " + e.getMessage(), e);
        }
    }
}
