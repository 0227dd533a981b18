package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.Gradients;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passes over a batch, on the tensor thread and on those beside it: each has a share of the images, and gradients of its own
 * that are added up in a fixed order. Only on the tensor thread.
 */
final class TrainingThreads implements AutoCloseable {
    private final TensorEngine engine;
    private final NDManager scope;
    private final TrainingPass pass;
    private final Gradients gradients;
    private final long seed;
    private final List<Beside> beside;
    private long passes;

    /** What a thread beside the tensor thread works with. */
    private record Beside(Replica replica, TrainingPass pass, Gradients gradients) {}

    private TrainingThreads(
            TensorEngine engine,
            NDManager scope,
            TrainingPass pass,
            Gradients gradients,
            long seed,
            List<Beside> beside) {
        this.engine = engine;
        this.scope = scope;
        this.pass = pass;
        this.gradients = gradients;
        this.seed = seed;
        this.beside = List.copyOf(beside);
    }

    /**
     * @param pass of the tensor thread
     * @param gradients where all are added up
     * @param seed of dropout
     * @param count of threads in all
     */
    static TrainingThreads of(
            TensorEngine engine,
            NDManager scope,
            TrainingPass pass,
            Qwen3VlWeights weights,
            Gradients gradients,
            long seed,
            int count)
            throws TensorException {
        List<Beside> beside = new ArrayList<>();
        Qwen3VlConfig config = pass.prompts().config();
        for (Replica replica : Replica.beside(scope, config, weights, pass.adapters(), count)) {
            List<NDArray> moved =
                    gradients.parameters().stream().map(replica.twins()::get).toList();
            beside.add(
                    new Beside(
                            replica,
                            new TrainingPass(
                                    pass.prompts(),
                                    replica.network(),
                                    replica.adapters(),
                                    pass.trainVision(),
                                    pass.trainMergers(),
                                    Optional.empty()),
                            new Gradients(scope, moved)));
        }
        return new TrainingThreads(engine, scope, pass, gradients, seed, beside);
    }

    /**
     * How many a training has: one where dropout draws, since libtorch has one random state for all of them, and where
     * layers are computed twice, which is for models too large for this.
     */
    static int count(TensorEngine engine, Qwen3VlConfig config, TrainableModel.Wish wish) {
        boolean random = wish.mode() instanceof TrainingMode.Lora lora && lora.dropout() > 0;
        return random || wish.checkpointing()
                ? 1
                : Replica.threads(config, wish.numerics(), engine.threadsBeside());
    }

    /** What the vision tower, as it is now, makes of images, side by side. */
    List<ImageStates> states(List<PreparedImage> images) throws TensorException {
        List<VisionTower> towers = new ArrayList<>(List.of(pass.network().tower()));
        replicas().forEach(one -> towers.add(one.network().tower()));
        return Replica.look(engine, towers, images, (tower, image) -> tower.states(scope, image));
    }

    List<Replica> replicas() {
        return beside.stream().map(Beside::replica).toList();
    }

    /** Passes of the tensor thread so far, on which dropout depends. */
    long passes() {
        return passes;
    }

    /** Goes on as after so many passes. */
    void goOn(long passes) {
        this.passes = passes;
    }

    /** Losses [examples][questions]; gradients are added to what was there. */
    List<double[]> accumulate(List<TrainingExample> batch, double scale)
            throws BackboneException, TensorException {
        List<List<TrainingExample>> shares =
                TrainingBatches.shares(batch, pass.prompts().config(), 1 + beside.size());
        List<TensorEngine.Work<List<double[]>, BackboneException>> works = new ArrayList<>();
        works.add(() -> own(shares.getFirst(), scale));
        for (int i = 1; i < shares.size(); i++) {
            Beside one = beside.get(i - 1);
            List<TrainingExample> share = shares.get(i);
            works.add(() -> beside(one, share, scale));
        }
        List<double[]> losses = new ArrayList<>();
        engine.callAll(works, 1 + beside.size()).forEach(losses::addAll);
        // In this order, so that sums are the same to the last digit in every run.
        for (Beside one : beside) {
            gradients.takeFrom(one.gradients());
        }
        return losses;
    }

    private List<double[]> own(List<TrainingExample> share, double scale) throws BackboneException {
        List<double[]> losses = new ArrayList<>();
        for (List<TrainingExample> part : parts(share)) {
            // The pass's own seed makes dropout a function of how many passes went before.
            TensorEngine.seed(seed * 1_000_003 + passes++);
            losses.addAll(
                    pass.run(part, scale, gradients, scope, seed * 1_000_003 + passes * 1_009));
        }
        return losses;
    }

    private List<double[]> beside(Beside one, List<TrainingExample> share, double scale)
            throws BackboneException {
        List<double[]> losses = new ArrayList<>();
        for (List<TrainingExample> part : parts(share)) {
            losses.addAll(one.pass().run(part, scale, one.gradients(), scope, 0));
        }
        return losses;
    }

    private List<List<TrainingExample>> parts(List<TrainingExample> share)
            throws BackboneException {
        try {
            return TrainingBatches.split(
                    share,
                    pass.prompts().config(),
                    pass.trainVision(),
                    pass.checkpointed().isPresent());
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        beside.forEach(one -> one.gradients().close());
        beside.forEach(one -> one.replica().close());
    }
}
