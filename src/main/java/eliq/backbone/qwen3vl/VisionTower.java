package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.tensor.Kernels;
import eliq.tensor.NumberArrays;
import eliq.tensor.TensorException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * From images to image tokens: the vision tower with its mergers, in one piece or from where the mergers begin. Only on the
 * tensor thread. Results belong to the scope that is passed in.
 */
final class VisionTower {
    private final Kernels kernels;
    private final Qwen3VlConfig config;
    private final Qwen3VlWeights weights;
    private final NDArray dims;
    private final NDArray frequencies;

    /**
     * @param owner of the small constant arrays
     * @param kernels that stay the network's
     */
    VisionTower(NDManager owner, Kernels kernels, Qwen3VlConfig config, Qwen3VlWeights weights) {
        this.kernels = kernels;
        this.config = config;
        this.weights = weights;
        Qwen3VlConfig.Vision v = config.vision();
        long[] numbers = new long[3 + v.deepstack().size()];
        numbers[0] = v.blocks();
        numbers[1] = v.heads();
        numbers[2] = (long) v.merge() * v.merge();
        for (int i = 0; i < v.deepstack().size(); i++) {
            numbers[3 + i] = v.deepstack().get(i);
        }
        this.dims = owner.create(numbers);
        this.frequencies = owner.create(RopePositions.frequencies(10_000, v.headSize() / 2));
    }

    /**
     * The tokens of images of any sizes, which fit the model ({@link Qwen3VlLimits#check}).
     *
     * @return the merged tokens [sum of merged patches, hidden], then each deepstack level of the same shape
     */
    NDList tokens(NDManager scope, List<PreparedImage> images, boolean gradient)
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

    /** What all mergers read of an image that fits the model, in half precision. */
    ImageStates states(NDManager owner, PreparedImage image) throws TensorException {
        try (NDManager scope = owner.newSubManager()) {
            List<short[]> levels = new ArrayList<>();
            for (int level = -1; level < config.vision().deepstack().size(); level++) {
                levels.add(halves(NumberArrays.floats(tokenStates(scope, List.of(image), level))));
            }
            return new ImageStates(image.rows(), image.columns(), levels);
        }
    }

    private static short[] halves(float[] values) {
        short[] halves = new short[values.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = Float.floatToFloat16(values[i]);
        }
        return halves;
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
                                        frequencies,
                                        dims));
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
        double[] reals = {config.text().normEpsilon(), Qwen3VlNetwork.SIGHTING_SCALE, staying};
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

    private NDList run(NDManager scope, boolean gradient, String method, Object... arguments)
            throws TensorException {
        return gradient
                ? kernels.callWithGradient(scope, method, arguments)
                : kernels.call(scope, method, arguments);
    }
}
