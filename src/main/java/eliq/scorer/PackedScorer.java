package eliq.scorer;

import eliq.critic.BackboneLoader;
import eliq.critic.CriticCard;
import eliq.critic.CriticException;
import eliq.critic.PackedCritic;
import eliq.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a scorer together with its critic, to be given away: one folder, whose files name no place of the machine it
 * was made on. Only the model that the critic was tuned from has to be there under its name. It scores like the original.
 */
public final class PackedScorer {
    private PackedScorer() {}

    /**
     * @param scorer its folder
     * @param name that the copy has
     * @param target folder that is not there yet; appears whole
     * @throws ScorerException if the scorer's critic is not a tuned one, which alone can travel with it
     */
    public static void write(Path scorer, String name, Path target, BackboneLoader loader)
            throws ScorerException {
        if (Files.exists(target)) {
            throw new ScorerException(target + " is there already; choose another folder");
        }
        ScorerFolder.Content content = ScorerFolder.read(scorer);
        CriticChoice critic = new CriticSearch(scorer, content.card()).find();
        if (!CriticCard.isIn(critic.model())) {
            throw new ScorerException(
                    "the scorer '"
                            + content.card().name()
                            + "' reads with the model "
                            + critic.model()
                            + " as it is, without an adapter; copy its folder, and name that model with --model"
                            + " where it is used");
        }
        Path absolute = target.toAbsolutePath().normalize();
        Path aside = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            Folders.remove(aside);
            Files.createDirectories(aside);
            PackedCritic packed =
                    PackedCritic.write(
                            critic.model(),
                            critic.backbone(),
                            aside.resolve(CriticSearch.OWN),
                            loader);
            for (String file :
                    List.of(
                            ScorerFolder.TENSORS,
                            ScorerFolder.VISUAL_CALIBRATION,
                            ScorerFolder.ALIGNMENT_CALIBRATION)) {
                if (Files.exists(scorer.resolve(file))) {
                    Files.copy(scorer.resolve(file), aside.resolve(file));
                }
            }
            CriticChoice source =
                    new CriticChoice(
                            Path.of(CriticSearch.OWN),
                            Optional.empty(),
                            content.card().source().instructions());
            ScorerFolder.writeJson(
                    aside.resolve(ScorerFolder.CARD),
                    content.card().packed(name, packed.backbone(), packed.critic(), source));
            Files.move(aside, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (CriticException e) {
            throw new ScorerException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ScorerException(target + " cannot be written: " + e.getMessage(), e);
        }
    }
}
