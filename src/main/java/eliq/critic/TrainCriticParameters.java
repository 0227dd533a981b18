package eliq.critic;

import eliq.backbone.Precision;
import eliq.backbone.TrainingMode;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.pairs.PromptSplit;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * Everything that decides what critic comes out.
 *
 * @param name of the critic: its folder and how people call it
 * @param tupleSet name of the set to learn from
 * @param backbone folder of the model to tune, in the Hugging Face layout
 * @param mode which parameters move
 * @param modelSeed of the adapter's first weights and of dropout
 * @param instructions the texts to tune it on
 * @param aspects to ask about
 * @param families of negatives to use
 * @param balanceLabels whether both labels of an aspect weigh the same in all
 * @param split says which prompts are held out, to test on
 * @param training steps, rates, seeds
 * @param precision what to keep the base's weights in; adapters and what moves them are float32 always
 * @param checkpointing whether to compute layers twice to save memory even where the base fits easily
 */
public record TrainCriticParameters(
        String name,
        String tupleSet,
        Path backbone,
        TrainingMode mode,
        long modelSeed,
        Instructions instructions,
        List<Aspect> aspects,
        List<Family> families,
        boolean balanceLabels,
        PromptSplit split,
        TrainingSettings training,
        Precision precision,
        boolean checkpointing) {

    public TrainCriticParameters {
        aspects = List.copyOf(aspects);
        families = List.copyOf(families);
        Settings.require(
                name != null && name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
                "name",
                name,
                "letters, digits, dots, hyphens and underscores, beginning with a letter or digit");
        Settings.require(!aspects.isEmpty(), "aspects", aspects, "at least one");
        Settings.require(!families.isEmpty(), "families", families, "at least one");
        Settings.require(split != null, "split", split, "given");
    }

    /** With the precision that suits the model and the machine. */
    public TrainCriticParameters(
            String name,
            String tupleSet,
            Path backbone,
            TrainingMode mode,
            long modelSeed,
            Instructions instructions,
            List<Aspect> aspects,
            List<Family> families,
            boolean balanceLabels,
            PromptSplit split,
            TrainingSettings training) {
        this(
                name,
                tupleSet,
                backbone,
                mode,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                training,
                Precision.AUTO,
                false);
    }

    /** A low-rank adapter (rank 8, alpha 16, on all linear layers of the text model) with the usual settings. */
    public static TrainCriticParameters lora(String name, String tupleSet, Path backbone) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                new TrainingMode.Lora(8, 16, 0, TrainingMode.Lora.ALL_TEXT_LINEAR),
                1,
                Instructions.DEFAULT,
                List.of(Aspect.values()),
                List.copyOf(EnumSet.allOf(Family.class)),
                true,
                new PromptSplit(1, 0.1),
                TrainingSettings.LORA);
    }

    public TrainCriticParameters withTraining(TrainingSettings other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                mode,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                other,
                precision,
                checkpointing);
    }

    public TrainCriticParameters withSplit(PromptSplit other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                mode,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                other,
                training,
                precision,
                checkpointing);
    }

    public TrainCriticParameters withAspects(List<Aspect> other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                mode,
                modelSeed,
                instructions,
                other,
                families,
                balanceLabels,
                split,
                training,
                precision,
                checkpointing);
    }

    /** The same for a model that lies elsewhere. */
    public TrainCriticParameters withBackbone(Path other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                other,
                mode,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                training,
                precision,
                checkpointing);
    }

    public TrainCriticParameters withModelSeed(long other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                mode,
                other,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                training,
                precision,
                checkpointing);
    }

    public TrainCriticParameters withMode(TrainingMode other) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                other,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                training,
                precision,
                checkpointing);
    }

    public TrainCriticParameters withPrecision(Precision other, boolean checkpoint) {
        return new TrainCriticParameters(
                name,
                tupleSet,
                backbone,
                mode,
                modelSeed,
                instructions,
                aspects,
                families,
                balanceLabels,
                split,
                training,
                other,
                checkpoint);
    }
}
