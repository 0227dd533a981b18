package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.tensor.AdamW;
import eliq.tensor.NumberArrays;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Training of nothing but the main merger, the two linear layers that turn the vision tower's last patches into image
 * tokens, so that a token reads as the word for what it shows. The tower stands still: its states are computed once for each picture and tokens
 * of many pictures are mixed freely in a step, which teaches more in a minute than whole pictures do in an hour.
 */
public final class MergerTraining implements AutoCloseable {

    /** In place of a deepstack level: the merger of the last block. */
    private static final int MAIN = -1;

    private final TensorEngine engine;
    private final NDManager scope;
    private final Path directory;
    private final Prompts prompts;
    private final Qwen3VlWeights weights;
    private final Qwen3VlNetwork network;
    private final List<Replica> beside;
    private final List<NDArray> merger;
    private final List<NDArray> before;
    private final AdamW optimizer;
    private final int width;
    private Optional<Known> known = Optional.empty();

    private record Known(Words words, long[] ids) {}

    /**
     * Tokens of a step.
     *
     * @param states as {@link #states} gave them, one after another [rows, width]
     * @param shares of each word of the vocabulary; a row's sum is 1, or 0 where it has no name [rows, words]
     * @param stays how much each row must stay what it was, from 0 [rows]
     */
    public record Rows(float[] states, float[] shares, float[] stays) {}

    /**
     * The words that tokens are called by.
     *
     * @param texts each with the space before it; its first token counts
     * @param prior log frequency of each
     */
    public record Words(List<String> texts, float[] prior) {

        public Words {
            texts = List.copyOf(texts);
            if (texts.size() != prior.length || texts.isEmpty()) {
                throw new IllegalArgumentException("every word has a prior");
            }
        }
    }

    /**
     * @param name mean negative log-likelihood of the names, in nats
     * @param drift mean squared change of the rows that must stay, as a share of their mean square
     */
    public record Loss(double name, double drift) {}

    private MergerTraining(
            TensorEngine engine,
            NDManager scope,
            Path directory,
            Prompts prompts,
            Qwen3VlWeights weights,
            Qwen3VlNetwork network)
            throws TensorException {
        this.engine = engine;
        this.scope = scope;
        this.directory = directory;
        this.prompts = prompts;
        this.weights = weights;
        this.network = network;
        this.beside =
                Replica.beside(
                        scope,
                        prompts.config(),
                        weights,
                        network.noAdapters(scope),
                        Replica.threads(
                                prompts.config(), Numerics.FLOAT32, engine.threadsBeside()));
        List<String> names = TensorNames.mergerLinear(MAIN);
        this.merger = names.stream().map(weights.byName()::get).toList();
        this.before = merger.stream().map(array -> copy(scope, array)).toList();
        Map<String, NDArray> decaying = new LinkedHashMap<>();
        Map<String, NDArray> others = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            (i % 2 == 0 ? decaying : others).put(names.get(i), merger.get(i));
        }
        this.optimizer = new AdamW(scope, decaying, others);
        this.width = Math.toIntExact(merger.getFirst().getShape().get(1));
    }

    private static NDArray copy(NDManager scope, NDArray array) {
        return scope.create(array.toFloatArray(), array.getShape());
    }

    /**
     * Starts from a model's own weights.
     *
     * @throws BackboneException naming what is missing, damaged or does not fit
     */
    public static MergerTraining open(Path directory) throws BackboneException {
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        Prompts prompts = Prompts.load(directory, config);
        return Opening.of(
                directory,
                "merger of",
                prompts,
                (engine, files, scope) -> {
                    Qwen3VlWeights weights = Qwen3VlWeights.read(files, config, scope);
                    return new MergerTraining(
                            engine,
                            scope,
                            directory,
                            prompts,
                            weights,
                            new Qwen3VlNetwork(scope, config, weights));
                });
    }

    /** Values of a token's state. */
    public int width() {
        return width;
    }

    /** What the merger reads of pictures, token by token from the top left [tokens x width]. */
    public List<float[]> states(List<PreparedImage> images) throws BackboneException {
        for (PreparedImage image : images) {
            Qwen3VlLimits.check(image, prompts.config().vision());
        }
        return onEngine(
                () -> {
                    List<VisionTower> towers = new ArrayList<>(List.of(network.tower()));
                    beside.forEach(replica -> towers.add(replica.network().tower()));
                    return Replica.look(engine, towers, images, this::states);
                });
    }

    private float[] states(VisionTower tower, PreparedImage image) throws TensorException {
        try (NDManager step = scope.newSubManager()) {
            return NumberArrays.floats(tower.tokenStates(step, List.of(image), MAIN));
        }
    }

    /**
     * Moves the merger a step towards the names.
     *
     * @param staying weight of what must stay, beside the names
     * @throws BackboneException if the rows do not fit the words or the training diverged
     */
    public Loss step(Rows rows, Words words, double staying, BackboneTraining.AdamW settings)
            throws BackboneException {
        int count = rows.stays().length;
        int vocabulary = words.texts().size();
        if (count == 0
                || rows.states().length != count * width
                || rows.shares().length != count * vocabulary) {
            throw new BackboneException(
                    "%d rows need %d states and %d shares, not %d and %d"
                            .formatted(
                                    count,
                                    count * width,
                                    count * vocabulary,
                                    rows.states().length,
                                    rows.shares().length));
        }
        long[] ids = ids(words);
        return onEngine(
                () -> {
                    try (NDManager step = scope.newSubManager()) {
                        NDList losses =
                                network.tower()
                                        .naming(
                                                step,
                                                step.create(rows.states(), new Shape(count, width)),
                                                merger,
                                                before,
                                                step.create(ids),
                                                step.create(
                                                        rows.shares(),
                                                        new Shape(count, vocabulary)),
                                                step.create(words.prior()),
                                                step.create(rows.stays()),
                                                staying);
                        optimizer.gradients().accumulate(losses.head());
                        double name = losses.get(1).getFloat();
                        double drift = losses.get(2).getFloat();
                        optimizer.step(
                                new AdamW.Settings(
                                        settings.learningRate(),
                                        settings.beta1(),
                                        settings.beta2(),
                                        settings.epsilon(),
                                        settings.weightDecay(),
                                        settings.maximumNorm()));
                        return new Loss(name, drift);
                    }
                });
    }

    /** Looked up once for all steps with the same words. */
    private long[] ids(Words words) throws BackboneException {
        if (known.isEmpty() || known.get().words() != words) {
            known = Optional.of(new Known(words, look(words)));
        }
        return known.get().ids();
    }

    private long[] look(Words words) throws BackboneException {
        List<Long> ids = new ArrayList<>();
        for (String word : words.texts()) {
            long[] tokens = prompts.answer(word);
            if (tokens.length == 0) {
                throw new BackboneException("'" + word + "' has no token");
            }
            ids.add(tokens[0]);
        }
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /** The whole model with its merger as it is now. */
    public void saveModel(Path target) throws BackboneException {
        onEngine(
                () -> {
                    ModelWriter.model(directory, weights.byName(), target);
                    return target;
                });
    }

    private interface Native<T> {
        T run() throws BackboneException, TensorException;
    }

    private <T> T onEngine(Native<T> work) throws BackboneException {
        return engine.call(
                () -> {
                    try {
                        return work.run();
                    } catch (TensorException e) {
                        throw new BackboneException(e.getMessage(), e);
                    }
                });
    }

    @Override
    public void close() {
        engine.call(
                () -> {
                    beside.forEach(Replica::close);
                    optimizer.close();
                    network.close();
                    scope.close();
                    return true;
                });
        prompts.close();
    }
}
