package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import eliq.tensor.TensorException;
import eliq.tensor.WeightFiles;
import java.util.Optional;

/**
 * A model that is loaded to be trained.
 *
 * @param weights all of them, at rest or moved
 * @param parameters those that are moved, adapters included
 * @param numerics of the weights at rest
 * @param checkpointing whether layers are computed twice to save memory
 */
record TrainableModel(
        TrainingMode mode,
        Qwen3VlWeights weights,
        Qwen3VlNetwork network,
        Prompts prompts,
        TrainableParameters parameters,
        Numerics numerics,
        boolean checkpointing) {

    /** How a model is to be trained. */
    record Wish(TrainingMode mode, long seed, Numerics numerics, boolean checkpointing) {

        /** @throws BackboneException if these do not go together */
        void check() throws BackboneException {
            if (!(mode instanceof TrainingMode.Lora) && !numerics.equals(Numerics.FLOAT32)) {
                throw new BackboneException(
                        "training all parameters needs them in float32; give --dtype float32, or train an adapter");
            }
            if (trainsVision(mode) && checkpointing) {
                throw new BackboneException(
                        "the vision tower's layers cannot be computed twice; leave out --vision or --checkpoint-gradients");
            }
            if (mode instanceof TrainingMode.TextAndMergers && checkpointing) {
                throw new BackboneException(
                        "layers cannot be computed twice where the mergers are trained");
            }
        }
    }

    /** @param adapter in LoRA mode the one to go on from; in others the one to be merged first */
    static TrainableModel load(
            WeightFiles files,
            Prompts prompts,
            Optional<LoraAdapter> adapter,
            Wish wish,
            NDManager scope)
            throws BackboneException, TensorException {
        Qwen3VlConfig config = prompts.config();
        Qwen3VlWeights weights = Qwen3VlWeights.read(files, config, scope, wish.numerics());
        TrainableParameters parameters =
                parameters(config, weights, wish.mode(), adapter, wish.seed(), scope);
        return new TrainableModel(
                wish.mode(),
                weights,
                new Qwen3VlNetwork(scope, config, weights),
                prompts,
                parameters,
                wish.numerics(),
                wish.checkpointing() || !wish.numerics().equals(Numerics.FLOAT32));
    }

    private static TrainableParameters parameters(
            Qwen3VlConfig config,
            Qwen3VlWeights weights,
            TrainingMode mode,
            Optional<LoraAdapter> lora,
            long seed,
            NDManager scope)
            throws BackboneException {
        return switch (mode) {
            case TrainingMode.Lora it -> TrainableParameters.lora(config, it, lora, seed, scope);
            case TrainingMode.FullParameter it -> {
                merge(lora, weights, scope);
                yield TrainableParameters.full(config, weights, it.vision(), scope);
            }
            case TrainingMode.AfterFirstBlock ignored -> {
                merge(lora, weights, scope);
                yield TrainableParameters.afterFirstBlock(config, weights, scope);
            }
            case TrainingMode.TextAndMergers ignored -> {
                merge(lora, weights, scope);
                yield TrainableParameters.textAndMergers(config, weights, scope);
            }
        };
    }

    private static void merge(Optional<LoraAdapter> lora, Qwen3VlWeights weights, NDManager scope)
            throws BackboneException {
        if (lora.isPresent()) {
            lora.get().mergeInto(weights.byName(), scope);
        }
    }

    /** Whether gradients go into the vision tower's blocks. */
    static boolean trainsVision(TrainingMode mode) {
        return mode instanceof TrainingMode.AfterFirstBlock
                || mode instanceof TrainingMode.FullParameter(boolean vision) && vision;
    }

    /** A pass over an image and its questions, forth and back. */
    TrainingPass pass() {
        return new TrainingPass(
                prompts,
                network,
                parameters.adapters(),
                trainsVision(mode),
                mode instanceof TrainingMode.TextAndMergers,
                checkpointing
                        ? Optional.of(
                                new CheckpointedPass(
                                        network.layers(),
                                        parameters.adapters(),
                                        mode instanceof TrainingMode.FullParameter))
                        : Optional.empty());
    }
}
