package eliq.scorer;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.pairs.PromptSplit;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that decides what scorer a training gives.
 *
 * @param tupleSet name of the set to learn from
 * @param heldOut prompts that take no part, neither in fitting nor in early stopping: they are for the evaluation after
 * @param critic reads the images
 * @param families of negatives to use
 * @param aspects of negatives to use
 * @param network shape of the scorer
 * @param training its settings, seed included
 * @param batchImages images that go through the backbone together
 * @param name what a person calls the scorer
 * @param output folder it is written to
 */
public record TrainScorerParameters(
        String tupleSet,
        PromptSplit heldOut,
        CriticChoice critic,
        Set<Family> families,
        Set<Aspect> aspects,
        NetworkSettings network,
        TrainingSettings training,
        int batchImages,
        String name,
        Path output) {

    public TrainScorerParameters {
        families = Set.copyOf(families);
        aspects = Set.copyOf(aspects);
        NetworkSettings.require(batchImages >= 1, "batchImages", batchImages, "1 or more");
    }

    /** With the defaults, all families and aspects, nothing held out. */
    public static TrainScorerParameters of(
            String tupleSet, CriticChoice critic, String name, Path output) {
        return new TrainScorerParameters(
                tupleSet,
                PromptSplit.none(),
                critic,
                EnumSet.allOf(Family.class),
                EnumSet.allOf(Aspect.class),
                NetworkSettings.DEFAULT,
                TrainingSettings.DEFAULT,
                8,
                name,
                output);
    }
}
