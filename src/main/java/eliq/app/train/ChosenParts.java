package eliq.app.train;

import eliq.critic.TrainCriticParameters;
import eliq.scorer.CriticChoice;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;

/**
 * What is chosen beside the form: it takes the place of what the form's settings hold of it.
 *
 * @param name of what comes out
 * @param set to learn from
 * @param model to tune, or the critic that a scorer reads
 */
record ChosenParts(String name, PairSet set, ModelChoice model) {

    Training critic(TrainCriticParameters p) {
        return new Training.OfCritic(
                new TrainCriticParameters(
                        name,
                        set.name(),
                        model.folder(),
                        p.mode(),
                        p.modelSeed(),
                        p.instructions(),
                        p.aspects(),
                        p.families(),
                        p.balanceLabels(),
                        p.split(),
                        p.training(),
                        p.precision(),
                        p.checkpointing()));
    }

    /** @param models folder that the scorer's own comes to lie in */
    Training scorer(TrainScorerParameters p, Path models) {
        return new Training.OfScorer(
                new TrainScorerParameters(
                        set.name(),
                        p.heldOut(),
                        CriticChoice.of(model.folder()).withInstructions(p.critic().instructions()),
                        p.families(),
                        p.aspects(),
                        p.network(),
                        p.training(),
                        p.batchImages(),
                        name,
                        models.resolve(name)));
    }
}
