package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.Precision;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.image.Pixels;
import eliq.tensor.ElementType;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import eliq.tensor.WeightFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A dense Qwen3-VL checkpoint (2B, 4B, 8B, 32B, or a small one of the same architecture) as a backbone. Read from the Hugging Face layout as it is published.
 */
public final class Qwen3Vl implements Backbone {
    private final TensorEngine engine;
    private final NDManager scope;
    private final BackboneIdentity identity;
    private final ImagePreparation preparation;
    private final Prompts prompts;
    private final Runnable release;
    private final Reader reader;
    private final List<Reader> beside;
    private final Numerics numerics;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Qwen3Vl(
            TensorEngine engine,
            NDManager scope,
            BackboneIdentity identity,
            ImagePreparation preparation,
            Reader reader,
            List<Reader> beside,
            Runnable release,
            Numerics numerics) {
        this.engine = engine;
        this.scope = scope;
        this.identity = identity;
        this.preparation = preparation;
        this.prompts = reader.prompts();
        this.reader = reader;
        this.beside = List.copyOf(beside);
        this.release = release;
        this.numerics = numerics;
    }

    /**
     * A model over weights that someone else owns and closes.
     *
     * @param replicas for the threads beside
     */
    static Qwen3Vl inside(
            TensorEngine engine,
            NDManager scope,
            BackboneIdentity identity,
            ImagePreparation preparation,
            Prompts prompts,
            Qwen3VlNetwork network,
            Qwen3VlNetwork.Adapters adapters,
            List<Replica> replicas) {
        Reader reader = new Reader(prompts, network, adapters, "model " + identity.name());
        return new Qwen3Vl(
                engine,
                scope,
                identity,
                preparation,
                reader,
                replicas.stream().map(reader::with).toList(),
                () -> {},
                Numerics.FLOAT32);
    }

    /** A whole reading, for checking a checkpoint against a reference. */
    public record Embedding(
            long[] inputIds, int[] imageGridThw, float[] hidden, double low, double high) {}

    /** The identity that a model would have, without loading it. */
    public static BackboneIdentity identity(Path directory, Optional<Path> adapter)
            throws BackboneException {
        try (WeightFiles files = WeightFiles.open(directory)) {
            return ModelFiles.identity(directory, files.paths(), adapter);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /** What a model in this folder would be kept and computed in on this machine. */
    public static Numerics numerics(Path directory, Precision precision, Precision.Speeds speeds)
            throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        try (WeightFiles files = WeightFiles.open(directory)) {
            long values = LoadingNeeds.of(config, directory).float32() / Float.BYTES;
            String first = TensorNames.linear(0, TensorNames.TEXT_LINEAR.getFirst());
            return precision.on(
                    values,
                    files.names().contains(first) ? files.type(first) : ElementType.F32,
                    speeds);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /** Opens a model without an adapter. */
    public static Qwen3Vl open(Path directory) throws BackboneException {
        return open(directory, Optional.empty());
    }

    /**
     * Loads a model.
     *
     * @param directory config.json, preprocessor_config.json, tokenizer.json and safetensors files (float32, float16 or
     *     bfloat16; one or many)
     * @param adapter a PEFT LoRA directory to be merged into the weights
     * @throws BackboneException naming the file, key or tensor that is missing, damaged or does not fit
     */
    public static Qwen3Vl open(Path directory, Optional<Path> adapter) throws BackboneException {
        return open(directory, adapter, Numerics.FLOAT32);
    }

    /** The same in other numbers. */
    public static Qwen3Vl open(Path directory, Optional<Path> adapter, Numerics numerics)
            throws BackboneException {
        return open(directory, adapter, numerics, OptionalInt.empty());
    }

    /** The same on so many threads side by side, whatever the machine has. */
    static Qwen3Vl open(
            Path directory, Optional<Path> adapter, Numerics numerics, OptionalInt threads)
            throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        ImagePreparation preparation = new ImagePreparation(PreprocessorConfig.read(directory));
        Optional<LoraAdapter> lora =
                adapter.isPresent()
                        ? Optional.of(LoraAdapter.read(adapter.get()))
                        : Optional.empty();
        Prompts prompts = Prompts.load(directory, config);
        return Opening.of(
                directory,
                "backbone",
                prompts,
                (engine, files, scope) -> {
                    BackboneIdentity identity =
                            ModelFiles.identity(directory, files.paths(), adapter);
                    Qwen3VlWeights read = Qwen3VlWeights.read(files, config, scope, numerics);
                    Qwen3VlNetwork.Adapters adapters =
                            adapters(read, config, lora, numerics, scope);
                    Qwen3VlNetwork network =
                            new Qwen3VlNetwork(
                                    scope, config, Qwen3VlWeights.of(read.byName(), config));
                    Reader reader =
                            new Reader(prompts, network, adapters, "model " + identity.name());
                    List<Replica> replicas =
                            Replica.beside(
                                    scope,
                                    config,
                                    read,
                                    adapters,
                                    threads.orElseGet(
                                            () ->
                                                    Replica.threads(
                                                            config,
                                                            numerics,
                                                            engine.threadsBeside())));
                    Runnable release =
                            () -> {
                                replicas.forEach(Replica::close);
                                network.close();
                                scope.close();
                                prompts.close();
                            };
                    return new Qwen3Vl(
                            engine,
                            scope,
                            identity,
                            preparation,
                            reader,
                            replicas.stream().map(reader::with).toList(),
                            release,
                            numerics);
                });
    }

    private static Qwen3VlNetwork.Adapters adapters(
            Qwen3VlWeights weights,
            Qwen3VlConfig config,
            Optional<LoraAdapter> lora,
            Numerics numerics,
            NDManager scope)
            throws BackboneException, TensorException {
        if (lora.isPresent() && !numerics.equals(Numerics.FLOAT32)) {
            return lora.get().apply(weights.byName(), config, numerics, scope);
        }
        if (lora.isPresent()) {
            lora.get().mergeInto(weights.byName(), scope);
        }
        return new Qwen3VlNetwork.Adapters(List.of(scope.create(new Shape(0))), 0, 0);
    }

    @Override
    public BackboneIdentity identity() {
        return identity;
    }

    @Override
    public Numerics numerics() {
        return numerics;
    }

    @Override
    public int hiddenSize() {
        return prompts.config().text().hidden();
    }

    @Override
    public PreparedImage prepare(Pixels image) throws BackboneException {
        return preparation.prepare(image);
    }

    @Override
    public List<List<Reading>> read(List<ImageQuestions> batch) throws BackboneException {
        return side(batch, Reader::read);
    }

    @Override
    public int sideBySide() {
        return 1 + beside.size();
    }

    @Override
    public List<List<Reading>> readApart(List<ImageQuestions> images) throws BackboneException {
        return side(images, Reader::readApart);
    }

    /** How one of the readers reads its share. */
    private interface Share {
        List<List<Reading>> read(Reader reader, List<ImageQuestions> images, NDManager owner)
                throws BackboneException;
    }

    private List<List<Reading>> side(List<ImageQuestions> batch, Share way)
            throws BackboneException {
        requireOpen();
        return engine.call(
                () -> {
                    List<TensorEngine.Work<List<List<Reading>>, BackboneException>> works =
                            new ArrayList<>();
                    List<List<ImageQuestions>> shares =
                            Replica.shares(batch, Qwen3Vl::work, 1 + beside.size());
                    for (int i = 0; i < shares.size(); i++) {
                        Reader one = i == 0 ? reader : beside.get(i - 1);
                        List<ImageQuestions> share = shares.get(i);
                        works.add(() -> way.read(one, share, scope));
                    }
                    return engine.callAll(works, 1 + beside.size()).stream()
                            .flatMap(List::stream)
                            .toList();
                });
    }

    private static long work(ImageQuestions item) {
        return (long) item.image().rows() * item.image().columns();
    }

    /**
     * One image under one text, with what went into the model.
     *
     * @throws BackboneException as {@link #read}
     */
    public Embedding embed(PreparedImage image, String text) throws BackboneException {
        long[] ids = prompts.prefix(image).with(prompts.suffix(text));
        Reading reading =
                read(List.of(new ImageQuestions(image, List.of(text)))).getFirst().getFirst();
        return new Embedding(
                ids,
                new int[] {1, image.rows(), image.columns()},
                reading.hidden(),
                reading.low(),
                reading.high());
    }

    /** What reads, for measuring its parts. */
    Reader reader() {
        return reader;
    }

    /** Native arrays that live as long as the model, for a test that none is added by use. */
    int managedArrays() {
        return engine.call(() -> scope.getManagedArrays().size());
    }

    private void requireOpen() throws BackboneException {
        if (closed.get()) {
            throw new BackboneException("model " + identity.name() + " is closed already");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            engine.call(
                    () -> {
                        release.run();
                        return null;
                    });
        }
    }
}
