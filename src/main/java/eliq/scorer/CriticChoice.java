package eliq.scorer;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.critic.BackboneLoader;
import eliq.critic.Critic;
import eliq.critic.CriticCard;
import eliq.critic.CriticException;
import eliq.critic.Instructions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which critic reads the images.
 *
 * @param model folder of a tuned critic (with {@code critic.json}), or of a model as it is, in the Hugging Face layout
 * @param backbone where the model is now that the critic in {@code model} was tuned from; absent: where it was then
 * @param instructions for a model that was not tuned; a tuned one has its own
 */
public record CriticChoice(Path model, Optional<Path> backbone, Instructions instructions) {

    /** The critic or model in this folder. */
    public static CriticChoice of(Path model) {
        return new CriticChoice(model, Optional.empty(), Instructions.DEFAULT);
    }

    /** The same, asked with other texts if it is a model that was not tuned. */
    public CriticChoice withInstructions(Instructions other) {
        return new CriticChoice(model, backbone, other);
    }

    /** Loads it. */
    public Critic open(BackboneLoader loader) throws ScorerException {
        try {
            if (CriticCard.isIn(model)) {
                return Critic.open(model, backbone, loader);
            }
            Backbone plain = loader.open(model, Optional.empty());
            return new Critic(plain, instructions);
        } catch (BackboneException | CriticException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }
}
