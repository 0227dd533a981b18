package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.tensor.Kernels;
import eliq.tensor.TensorException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The dense Qwen3-VL forward pass over given weights, as calls of the kernels in {@code qwen3vl.torch}; what each stage
 * computes is written there. Only on the tensor thread. Results belong to the scope that is passed in.
 */
final class Qwen3VlNetwork implements AutoCloseable {
    /** Of the logits of sightings: words' embeddings start small. */
    private static final double SIGHTING_SCALE = 3;

    private final NDManager manager;
    private final Kernels kernels;
    private final Qwen3VlConfig config;
    private final Qwen3VlWeights weights;
    private final NDArray visionDims;
    private final NDArray visionFrequencies;
    private final NDArray textDims;
    private final NDArray textFrequencies;
    private final NDArray textAxes;

    /**
     * Low-rank adapters beside the weights.
     *
     * @param arrays A and B of every linear layer of every text layer, in the kernels' order; an empty array where a
     *     layer has none
     * @param scale of what they add
     * @param dropout on their input
     */
    record Adapters(List<NDArray> arrays, double scale, double dropout) {}

    /**
     * @param parent owner of the small constant arrays
     */
    Qwen3VlNetwork(NDManager parent, Qwen3VlConfig config, Qwen3VlWeights weights)
            throws TensorException {
        this.manager = parent.newSubManager();
        this.kernels = Kernels.load(manager, Qwen3VlNetwork.class, "qwen3vl.torch");
        this.config = config;
        this.weights = weights;
        Qwen3VlConfig.Vision v = config.vision();
        long[] dims = new long[3 + v.deepstack().size()];
        dims[0] = v.blocks();
        dims[1] = v.heads();
        dims[2] = (long) v.merge() * v.merge();
        for (int i = 0; i < v.deepstack().size(); i++) {
            dims[3 + i] = v.deepstack().get(i);
        }
        this.visionDims = manager.create(dims);
        this.visionFrequencies = manager.create(frequencies(10_000, v.headSize() / 2));
        this.textDims =
                manager.create(new long[] {config.text().layers(), config.text().headSize()});
        this.textFrequencies =
                manager.create(frequencies(config.text().ropeTheta(), config.text().headSize()));
        this.textAxes = manager.create(axes(config.text()));
    }

    /** theta^(-2k / size), k = 0 .. size / 2 - 1. */
    private static float[] frequencies(double theta, int size) {
        float[] result = new float[size / 2];
        for (int k = 0; k < result.length; k++) {
            result[k] = 1f / (float) Math.pow(theta, (float) (2 * k) / size);
        }
        return result;
    }

    /** Interleaved mrope: slots 1, 4, 7.. turn by the row and 2, 5, 8.. by the column as far as their sections reach. */
    private static long[] axes(Qwen3VlConfig.Text text) {
        long[] axes = new long[text.headSize() / 2];
        for (int axis = 1; axis <= 2; axis++) {
            int end = Math.min(3 * text.ropeSections().get(axis), axes.length);
            for (int slot = axis; slot < end; slot += 3) {
                axes[slot] = axis;
            }
        }
        return axes;
    }

    /**
     * The vision tower over images of any sizes, which fit the model ({@link Qwen3VlLimits#check}).
     *
     * @return the merged tokens [sum of merged patches, hidden], then each deepstack level of the same shape
     */
    NDList vision(NDManager scope, List<PreparedImage> images, boolean gradient)
            throws TensorException {
        return tower(scope, "vision", images, gradient);
    }

    /**
     * The same in float32, of images that were looked at before.
     *
     * @param gradient whether the mergers are trained
     */
    NDList seen(NDManager scope, List<ImageStates> images, boolean gradient)
            throws TensorException {
        NDList levels = new NDList();
        long width = config.vision().tokenWidth();
        for (int level = 0; level <= config.vision().deepstack().size(); level++) {
            int at = level;
            int values = images.stream().mapToInt(i -> i.levels().get(at).length).sum();
            FloatBuffer all = FloatBuffer.allocate(values);
            for (ImageStates image : images) {
                for (short value : image.levels().get(at)) {
                    all.put(Float.float16ToFloat(value));
                }
            }
            levels.add(
                    merged(
                            scope,
                            scope.create(all.array(), new Shape(values / width, width)),
                            at - 1,
                            gradient));
        }
        return levels;
    }

    /**
     * What the linear layers of a merger read of images that fit the model.
     *
     * @param level -1 for the main merger, else the deepstack level
     * @return [sum of merged patches, vision hidden x merged patches], without gradient
     */
    NDArray tokenStates(NDManager scope, List<PreparedImage> images, int level)
            throws TensorException {
        Qwen3VlConfig.Vision v = config.vision();
        long blocks = level < 0 ? v.blocks() : v.deepstack().get(level) + 1;
        long merger = 3 + 12L * v.blocks() + 6L * (level + 1);
        return tower(
                        scope,
                        "token_states",
                        images,
                        false,
                        scope.create(new long[] {blocks, merger}))
                .head();
    }

    /** Image tokens, with a gradient into the mergers alone. */
    NDList merged(NDManager scope, List<PreparedImage> images) throws TensorException {
        NDList levels = new NDList();
        for (int level = -1; level < config.vision().deepstack().size(); level++) {
            levels.add(merged(scope, tokenStates(scope, images, level), level, true));
        }
        return levels;
    }

    private NDArray merged(NDManager scope, NDArray states, int level, boolean gradient)
            throws TensorException {
        List<NDArray> merger =
                TensorNames.mergerLinear(level).stream().map(weights.byName()::get).toList();
        return run(scope, gradient, "merged", states, merger).head();
    }

    private NDList tower(
            NDManager scope,
            String method,
            List<PreparedImage> images,
            boolean gradient,
            NDArray... more)
            throws TensorException {
        Qwen3VlConfig.Vision v = config.vision();
        VisionPlaces places = VisionPlaces.of(images, v.gridSide(), v.merge());
        int values = v.patchValues();
        // Libtorch looks at this buffer without copying it. One of Java's own would stay until the
        // garbage collector came by, which native memory does not call.
        try (Arena own = Arena.ofConfined()) {
            ByteBuffer bytes = own.allocate((long) places.patches() * values).asByteBuffer();
            images.forEach(image -> bytes.put(image.patches()));
            try (NDArray patches =
                    scope.create(
                            bytes.flip(), new Shape(places.patches(), values), DataType.UINT8)) {
                List<Object> arguments =
                        new ArrayList<>(
                                List.of(
                                        patches,
                                        weights.vision(),
                                        places.cornerArray(scope),
                                        places.shareArray(scope),
                                        places.coordinateArray(scope),
                                        scope.create(places.counts()),
                                        visionFrequencies,
                                        visionDims));
                arguments.addAll(List.of(more));
                return run(scope, gradient, method, arguments.toArray());
            }
        }
    }

    /**
     * The objective of naming image tokens, to be made smaller by moving the merger.
     *
     * @param states some rows of {@link #tokenStates} [m, width]
     * @param merger its linear layers: weight, bias, weight, bias
     * @param before the same as they were
     * @param words ids of the words [u]
     * @param shares of each word, a row's sum 1 or 0 [m, u]
     * @param prior log frequencies [u]
     * @param stays how much each row must stay what it was [m]
     * @param staying weight of that beside the names
     * @return the scalar with gradient, then mean loss of a name and mean drift without
     */
    NDList naming(
            NDManager scope,
            NDArray states,
            List<NDArray> merger,
            List<NDArray> before,
            NDArray words,
            NDArray shares,
            NDArray prior,
            NDArray stays,
            double staying)
            throws TensorException {
        double[] reals = {config.text().normEpsilon(), SIGHTING_SCALE, staying};
        return run(
                scope,
                true,
                "naming_loss",
                states,
                merger,
                before,
                weights.text(),
                words,
                shares,
                prior,
                stays,
                scope.create(reals));
    }

    /**
     * All states of the text model before its final norm, for checks.
     *
     * @param images what {@link #vision} gave for the batch's images, in the same order
     * @return [sequences, length, hidden]
     */
    NDArray text(
            NDManager scope, PackedBatch batch, NDList images, Adapters adapters, boolean gradient)
            throws TensorException {
        return run(
                        scope,
                        gradient,
                        "text",
                        batch.idArray(scope),
                        batch.positionArray(scope),
                        scope.create(batch.imageRows()),
                        List.copyOf(images),
                        batch.maskArray(scope),
                        weights.text(),
                        adapters.arrays(),
                        textAxes,
                        textFrequencies,
                        textDims,
                        reals(scope, adapters))
                .head();
    }

    /**
     * The states after the final norm at a few tokens, for which alone the last layer is computed in full.
     *
     * @param picks of the same batch
     * @return [wanted, hidden]
     */
    NDArray answers(
            NDManager scope,
            PackedBatch batch,
            PackedBatch.Picks picks,
            NDList images,
            Adapters adapters,
            boolean gradient)
            throws TensorException {
        Shape rows = new Shape(batch.count(), 1, picks.perSequence(), batch.length());
        return run(
                        scope,
                        gradient,
                        "answers",
                        batch.idArray(scope),
                        batch.positionArray(scope),
                        scope.create(batch.imageRows()),
                        List.copyOf(images),
                        batch.maskArray(scope),
                        scope.create(picks.places()),
                        scope.create(picks.rows(), rows),
                        scope.create(picks.wanted()),
                        weights.text(),
                        adapters.arrays(),
                        textAxes,
                        textFrequencies,
                        textDims,
                        reals(scope, adapters))
                .head();
    }

    /**
     * The final norm at the chosen tokens.
     *
     * @param hidden of {@link #text}
     * @param places flat places (sequence * length + token)
     * @return [places, hidden]
     */
    NDArray states(NDManager scope, NDArray hidden, long[] places, boolean gradient)
            throws TensorException {
        return run(
                        scope,
                        gradient,
                        "states",
                        hidden,
                        scope.create(places),
                        weights.text(),
                        reals(scope, new Adapters(List.of(), 0, 0)))
                .head();
    }

    /** Probability of each of the tokens over the whole vocabulary. [n, hidden] -> [n, tokens]. */
    NDArray probabilities(NDManager scope, NDArray states, long[] tokens) throws TensorException {
        return run(scope, false, "probabilities", states, weights.text(), scope.create(tokens))
                .head();
    }

    /** Some of the states, in any type. [n, hidden] -> [rows, hidden]. */
    NDArray rows(NDManager scope, NDArray states, long[] rows) throws TensorException {
        return run(scope, false, "rows", states, scope.create(rows)).head();
    }

    /** Log-likelihood of a token after each state, over the whole vocabulary. [n, hidden] -> [n], in nats. */
    NDArray likelihoods(NDManager scope, NDArray states, long[] tokens) throws TensorException {
        return run(scope, false, "likelihoods", states, weights.text(), scope.create(tokens))
                .head();
    }

    /** [n, hidden] -> [n, vocabulary]. */
    NDArray logits(NDManager scope, NDArray states) throws TensorException {
        return run(scope, false, "logits", states, weights.text()).head();
    }

    /**
     * Negative log-likelihood of a target after each state.
     *
     * @return [n], in nats, without gradient; and the sum of coefficient * loss, with it
     */
    NDList losses(NDManager scope, NDArray states, long[] targets, float[] coefficients)
            throws TensorException {
        return run(
                scope,
                true,
                "losses",
                states,
                weights.text(),
                scope.create(targets),
                scope.create(coefficients));
    }

    /**
     * The same, with what single image tokens should show: the language head reads the vision tower's output there.
     *
     * @param image the vision tower's main output [k, hidden]
     * @return [n] as above, the sum with both parts, and the sightings' losses without gradient
     */
    NDList losses(
            NDManager scope,
            NDArray states,
            long[] targets,
            float[] coefficients,
            NDArray image,
            SightingTargets sightings)
            throws TensorException {
        return run(
                scope,
                true,
                "losses_with_sightings",
                states,
                weights.text(),
                scope.create(targets),
                scope.create(coefficients),
                image,
                scope.create(sightings.rows()),
                scope.create(sightings.words()),
                scope.create(sightings.coefficients()),
                scope.create(sightings.candidates()),
                scope.create(sightings.prior()),
                scope.create(new double[] {config.text().normEpsilon(), SIGHTING_SCALE}));
    }

    /** The text model layer by layer. */
    Qwen3VlLayers layers() {
        return new Qwen3VlLayers(
                kernels,
                weights.text(),
                textAxes,
                textFrequencies,
                textDims,
                config.text().normEpsilon());
    }

    /** What stands for adapters where there are none. */
    Adapters noAdapters(NDManager scope) {
        return new Adapters(List.of(scope.create(new Shape(0))), 0, 0);
    }

    private NDArray reals(NDManager scope, Adapters adapters) {
        return scope.create(
                new double[] {config.text().normEpsilon(), adapters.scale(), adapters.dropout()});
    }

    private NDList run(NDManager scope, boolean gradient, String method, Object... arguments)
            throws TensorException {
        return gradient
                ? kernels.callWithGradient(scope, method, arguments)
                : kernels.call(scope, method, arguments);
    }

    @Override
    public void close() {
        kernels.close();
        manager.close();
    }
}
