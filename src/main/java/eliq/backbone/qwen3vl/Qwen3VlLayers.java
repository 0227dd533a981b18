package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.tensor.Kernels;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text model of a {@link Qwen3VlNetwork} layer by layer, upwards and back down. Only on the tensor thread. Results
 * belong to the scope that is passed in.
 *
 * @param weights embedding, layers, norm, head
 * @param axes which of the three positions turns each frequency
 * @param dims layers, head size
 * @param epsilon of norms
 */
record Qwen3VlLayers(
        Kernels kernels,
        List<NDArray> weights,
        NDArray axes,
        NDArray frequencies,
        NDArray dims,
        double epsilon) {

    /** Embeddings with the image tokens in place, cosine and sine. */
    NDList enter(NDManager scope, PackedBatch batch, NDList images) throws TensorException {
        return kernels.call(
                scope,
                "enter",
                batch.idArray(scope),
                batch.positionArray(scope),
                scope.create(batch.imageRows()),
                images.head(),
                weights,
                axes,
                frequencies);
    }

    /** One layer, with the deepstack level that comes after it. */
    NDArray layer(
            NDManager scope,
            LayerInput in,
            int layer,
            NDList images,
            Qwen3VlNetwork.Adapters adapters)
            throws TensorException {
        NDArray out =
                kernels.call(
                                scope,
                                "layer",
                                in.x(),
                                layerWeights(layer),
                                layerAdapters(adapters, layer),
                                in.cosine(),
                                in.sine(),
                                in.mask(),
                                dims,
                                reals(scope, adapters))
                        .head();
        return layer + 1 < images.size()
                ? kernels.call(scope, "deepen", out, in.rows(), images.get(layer + 1)).head()
                : out;
    }

    /**
     * What a layer is computed of.
     *
     * @param x its input [sequences, length, hidden]
     * @param rows flat places of the image tokens
     */
    record LayerInput(NDArray x, NDArray cosine, NDArray sine, NDArray mask, NDArray rows) {
        LayerInput with(NDArray other) {
            return new LayerInput(other, cosine, sine, mask, rows);
        }
    }

    /**
     * The layer once more: slope of its input from that of its output, then the gradients of its adapters, or of its
     * weights where these are moved.
     */
    NDList layerSlopes(
            NDManager scope,
            LayerInput in,
            int layer,
            NDArray slope,
            Qwen3VlNetwork.Adapters adapters,
            boolean whole)
            throws TensorException {
        return kernels.callWithGradient(
                scope,
                "layer_slopes",
                in.x(),
                slope,
                layerWeights(layer),
                layerAdapters(adapters, layer),
                scope.create(whole ? 1L : 0L),
                in.cosine(),
                in.sine(),
                in.mask(),
                dims,
                reals(scope, adapters));
    }

    /**
     * Losses; then the slope of the last layer's input and the gradients of its adapters, or of its weights, the norm
     * and the head where these are moved.
     */
    NDList topSlopes(
            NDManager scope,
            LayerInput in,
            PackedBatch batch,
            PackedBatch.Picks picks,
            long[] targets,
            float[] coefficients,
            Qwen3VlNetwork.Adapters adapters,
            boolean whole)
            throws TensorException {
        int last = layers() - 1;
        int all = weights.size();
        return kernels.callWithGradient(
                scope,
                "top_slopes",
                in.x(),
                layerWeights(last),
                layerAdapters(adapters, last),
                scope.create(whole ? 1L : 0L),
                in.cosine(),
                in.sine(),
                scope.create(picks.places()),
                scope.create(
                        picks.rows(),
                        new Shape(batch.count(), 1, picks.perSequence(), batch.length())),
                scope.create(picks.wanted()),
                weights.subList(all - 2, all),
                scope.create(targets),
                scope.create(coefficients),
                dims,
                reals(scope, adapters));
    }

    /** What the embedding's gradient is, from the slope of what {@link #enter} gave. */
    NDArray embeddingSlope(NDManager scope, NDArray slope, PackedBatch batch)
            throws TensorException {
        return kernels.call(
                        scope,
                        "embedding_slope",
                        slope,
                        batch.idArray(scope),
                        scope.create(batch.imageRows()),
                        embedding())
                .head();
    }

    NDArray embedding() {
        return weights.getFirst();
    }

    /** The same array as the embedding where the head is tied to it. */
    NDArray head() {
        return weights.getLast();
    }

    /** The last layer's weights and the final norm. */
    List<NDArray> topWeights() {
        List<NDArray> all = new ArrayList<>(layerWeights(layers() - 1));
        all.add(weights.get(weights.size() - 2));
        return all;
    }

    List<NDArray> layerWeights(int layer) {
        int at = 1 + TensorNames.PER_TEXT_LAYER * layer;
        return weights.subList(at, at + TensorNames.PER_TEXT_LAYER);
    }

    /** A and B of each linear layer of one text layer; an empty array where there are no adapters at all. */
    static List<NDArray> layerAdapters(Qwen3VlNetwork.Adapters adapters, int layer) {
        int count = 2 * TensorNames.TEXT_LINEAR.size();
        return adapters.arrays().size() < count
                ? adapters.arrays()
                : adapters.arrays().subList(layer * count, (layer + 1) * count);
    }

    /** How many there are. */
    int layers() {
        return (weights.size() - 3) / TensorNames.PER_TEXT_LAYER;
    }

    private NDArray reals(NDManager scope, Qwen3VlNetwork.Adapters adapters) {
        return scope.create(new double[] {epsilon, adapters.scale(), adapters.dropout()});
    }
}
