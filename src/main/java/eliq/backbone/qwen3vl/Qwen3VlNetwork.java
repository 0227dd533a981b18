package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.tensor.Kernels;
import eliq.tensor.TensorException;
import java.util.List;

/**
 * The dense Qwen3-VL forward pass over given weights, as calls of the kernels in {@code qwen3vl.torch}; what each stage
 * computes is written there. Only on the tensor thread. Results belong to the scope that is passed in.
 */
final class Qwen3VlNetwork implements AutoCloseable {
    /** Of the logits of sightings: words' embeddings start small. */
    static final double SIGHTING_SCALE = 3;

    private final NDManager manager;
    private final Kernels kernels;
    private final Qwen3VlConfig config;
    private final Qwen3VlWeights weights;
    private final VisionTower tower;
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
        this.tower = new VisionTower(manager, kernels, config, weights);
        this.textDims =
                manager.create(new long[] {config.text().layers(), config.text().headSize()});
        this.textFrequencies =
                manager.create(
                        RopePositions.frequencies(
                                config.text().ropeTheta(), config.text().headSize()));
        this.textAxes = manager.create(axes(config.text()));
    }

    /** What makes image tokens. */
    VisionTower tower() {
        return tower;
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
     * All states of the text model before its final norm, for checks.
     *
     * @param images what {@link VisionTower#tokens} gave for the batch's images, in the same order
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
