package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDManager;
import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.ImageStates;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Training of a Qwen3-VL model: LoRA on the text model's linear layers, or all parameters. */
public final class Qwen3VlTraining implements BackboneTraining {
    private final TensorEngine engine;
    private final NDManager scope;
    private final Path directory;
    private final long seed;
    private final TrainableModel model;
    private final Prompts prompts;
    private final eliq.tensor.AdamW optimizer;
    private final TrainingThreads threads;
    private final Qwen3Vl current;
    private boolean closed;

    private Qwen3VlTraining(
            TensorEngine engine,
            NDManager scope,
            Path directory,
            long seed,
            TrainableModel model,
            ImagePreparation preparation,
            int threads)
            throws TensorException {
        this.engine = engine;
        this.scope = scope;
        this.directory = directory;
        this.seed = seed;
        this.model = model;
        this.prompts = model.prompts();
        TrainableParameters parameters = model.parameters();
        this.optimizer = new eliq.tensor.AdamW(scope, parameters.decaying(), parameters.others());
        this.threads =
                TrainingThreads.of(
                        engine,
                        scope,
                        model.pass(),
                        model.weights(),
                        optimizer.gradients(),
                        seed,
                        threads);
        BackboneIdentity identity =
                new BackboneIdentity(directory.getFileName() + " (in training)", "");
        Qwen3VlNetwork.Adapters still =
                new Qwen3VlNetwork.Adapters(
                        parameters.adapters().arrays(), parameters.adapters().scale(), 0);
        this.current =
                Qwen3Vl.inside(
                        engine,
                        scope,
                        identity,
                        preparation,
                        prompts,
                        model.network(),
                        still,
                        this.threads.replicas().stream().map(Replica::withoutDropout).toList());
    }

    /** Starts a training from a model's own weights. */
    public static Qwen3VlTraining open(Path directory, TrainingMode mode, long seed)
            throws BackboneException {
        return open(directory, Optional.empty(), mode, seed);
    }

    /**
     * Starts a training.
     *
     * @param directory a model directory, as {@link Qwen3Vl#open} takes it
     * @param adapter in LoRA mode the adapter to go on from; in full mode one to be merged first
     * @param seed of new adapters and of dropout
     * @throws BackboneException naming what is missing, damaged or does not fit
     */
    public static Qwen3VlTraining open(
            Path directory, Optional<Path> adapter, TrainingMode mode, long seed)
            throws BackboneException {
        return open(directory, adapter, mode, seed, Numerics.FLOAT32, false);
    }

    /**
     * The same over a base in other numbers. Adapters, their gradients and moments are float32 always.
     *
     * @param checkpointing whether layers are computed twice to save memory; always so where the base is not float32
     */
    public static Qwen3VlTraining open(
            Path directory,
            Optional<Path> adapter,
            TrainingMode mode,
            long seed,
            Numerics numerics,
            boolean checkpointing)
            throws BackboneException {
        return open(directory, adapter, mode, seed, numerics, checkpointing, OptionalInt.empty());
    }

    /** The same in float32 on so many threads side by side, whatever the machine has. */
    static Qwen3VlTraining open(Path directory, TrainingMode mode, long seed, int threads)
            throws BackboneException {
        return open(
                directory,
                Optional.empty(),
                mode,
                seed,
                Numerics.FLOAT32,
                false,
                OptionalInt.of(threads));
    }

    private static Qwen3VlTraining open(
            Path directory,
            Optional<Path> adapter,
            TrainingMode mode,
            long seed,
            Numerics numerics,
            boolean checkpointing,
            OptionalInt threads)
            throws BackboneException {
        TrainableModel.Wish wish = new TrainableModel.Wish(mode, seed, numerics, checkpointing);
        wish.check();
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        ImagePreparation preparation = new ImagePreparation(PreprocessorConfig.read(directory));
        Optional<LoraAdapter> lora =
                adapter.isPresent()
                        ? Optional.of(LoraAdapter.read(adapter.get()))
                        : Optional.empty();
        Prompts prompts = Prompts.load(directory, config);
        return Opening.of(
                directory,
                "training",
                prompts,
                (engine, files, scope) ->
                        new Qwen3VlTraining(
                                engine,
                                scope,
                                directory,
                                seed,
                                TrainableModel.load(files, prompts, lora, wish, scope),
                                preparation,
                                threads.orElseGet(
                                        () -> TrainingThreads.count(engine, config, wish))));
    }

    @Override
    public List<double[]> accumulate(List<TrainingExample> batch, double scale)
            throws BackboneException {
        if (!model.numerics().equals(Numerics.FLOAT32)
                && batch.stream().anyMatch(e -> e.image() instanceof ImageStates)) {
            throw new BackboneException("states of images serve only a model in float32");
        }
        return onEngine(() -> threads.accumulate(batch, scale));
    }

    /** What the vision tower, as it is now, makes of an image, as its mergers read it. */
    public ImageStates states(PreparedImage image) throws BackboneException {
        return states(List.of(image)).getFirst();
    }

    /** The same of several images, side by side. */
    public List<ImageStates> states(List<PreparedImage> images) throws BackboneException {
        for (PreparedImage image : images) {
            Qwen3VlLimits.check(image, prompts.config().vision());
        }
        return onEngine(() -> threads.states(images));
    }

    @Override
    public double step(BackboneTraining.AdamW settings) throws BackboneException {
        return onEngine(
                () ->
                        optimizer.step(
                                new eliq.tensor.AdamW.Settings(
                                        settings.learningRate(),
                                        settings.beta1(),
                                        settings.beta2(),
                                        settings.epsilon(),
                                        settings.weightDecay(),
                                        settings.maximumNorm())));
    }

    @Override
    public Backbone current() {
        return current;
    }

    Prompts prompts() {
        return prompts;
    }

    /** The accumulated gradient of a parameter, for tests against a reference. */
    Optional<float[]> gradient(String name) throws BackboneException {
        return onEngine(() -> optimizer.gradient(name));
    }

    /** A moved parameter's values. */
    float[] parameter(String name) throws BackboneException {
        return onEngine(() -> model.parameters().byName().get(name).toFloatArray());
    }

    /** Native arrays that live as long as the training, for a test that none is added by use. */
    int managedArrays() {
        return engine.call(() -> scope.getManagedArrays().size());
    }

    @Override
    public void saveState(Path folder) throws BackboneException {
        onEngine(
                () -> {
                    state().save(folder, optimizer, threads.passes());
                    return null;
                });
    }

    @Override
    public void loadState(Path folder) throws BackboneException {
        onEngine(
                () -> {
                    threads.goOn(state().load(folder, optimizer));
                    return null;
                });
    }

    private TrainingState state() {
        return new TrainingState(model.mode(), seed, model.numerics());
    }

    @Override
    public void saveModel(Path target) throws BackboneException {
        onEngine(
                () -> {
                    switch (model.mode()) {
                        case TrainingMode.Lora lora ->
                                ModelWriter.adapter(
                                        directory, lora, model.parameters().byName(), target);
                        case TrainingMode.FullParameter _,
                                TrainingMode.AfterFirstBlock _,
                                TrainingMode.TextAndMergers _ ->
                                ModelWriter.model(directory, model.weights().byName(), target);
                    }
                    return null;
                });
    }

    private interface Native<T> {
        T run() throws BackboneException, TensorException;
    }

    private <T> T onEngine(Native<T> work) throws BackboneException {
        return engine.call(
                () -> {
                    if (closed) {
                        throw new BackboneException("this training is closed already");
                    }
                    try {
                        return work.run();
                    } catch (TensorException e) {
                        throw new BackboneException(e.getMessage(), e);
                    }
                });
    }

    @Override
    public void close() {
        boolean first =
                engine.call(
                        () -> {
                            if (closed) {
                                return false;
                            }
                            closed = true;
                            threads.close();
                            optimizer.close();
                            model.network().close();
                            scope.close();
                            return true;
                        });
        if (first) {
            prompts.close();
        }
    }
}
