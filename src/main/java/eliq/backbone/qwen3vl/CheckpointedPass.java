package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.tensor.Gradients;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradients of the text model layer by layer: going up, only each layer's input is kept; going down, each layer is computed
 * once more with a graph of its own (Chen et al., "Training Deep Nets with Sublinear Memory Cost", 2016). The gradients
 * are those of a pass in one piece; a dropout mask is drawn again from the same seed. Only on the tensor thread.
 *
 * @param whole whether all its parameters move; else only adapters do
 */
record CheckpointedPass(Qwen3VlLayers network, Qwen3VlNetwork.Adapters adapters, boolean whole) {

    /**
     * Forward and backward over a packed batch.
     *
     * @param seed of the dropout masks
     * @return the loss of each target
     */
    float[] run(
            PackedBatch batch,
            PackedBatch.Picks picks,
            NDList images,
            long[] targets,
            float[] coefficients,
            long seed,
            Gradients gradients,
            NDManager scope)
            throws TensorException {
        int last = network.layers() - 1;
        NDList entered = network.enter(scope, batch, images);
        Qwen3VlLayers.LayerInput in =
                new Qwen3VlLayers.LayerInput(
                        entered.get(0),
                        entered.get(1),
                        entered.get(2),
                        batch.maskArray(scope),
                        scope.create(batch.imageRows()));
        List<NDArray> inputs = new ArrayList<>();
        inputs.add(in.x());
        for (int layer = 0; layer < last; layer++) {
            TensorEngine.seed(seed + layer);
            inputs.add(network.layer(scope, in.with(inputs.getLast()), layer, images, adapters));
        }
        TensorEngine.seed(seed + last);
        List<NDArray> moved = whole ? top() : moved(last);
        float[] losses;
        NDArray slope;
        try (NDManager local = scope.newSubManager()) {
            NDList top =
                    network.topSlopes(
                            local,
                            in.with(inputs.getLast()),
                            batch,
                            picks,
                            targets,
                            coefficients,
                            adapters,
                            whole);
            losses = top.get(0).toFloatArray();
            gradients.add(moved, top.subList(2, top.size()));
            slope = top.get(1);
            slope.attach(scope);
        }
        for (int layer = last - 1; layer >= 0; layer--) {
            inputs.removeLast().close();
            slope = down(in.with(inputs.getLast()), layer, slope, seed, gradients, scope);
        }
        if (whole) {
            try (NDManager local = scope.newSubManager()) {
                NDArray found = network.embeddingSlope(local, slope, batch);
                gradients.add(List.of(network.embedding()), List.of(found));
            }
        }
        return losses;
    }

    private NDArray down(
            Qwen3VlLayers.LayerInput in,
            int layer,
            NDArray slope,
            long seed,
            Gradients gradients,
            NDManager scope)
            throws TensorException {
        TensorEngine.seed(seed + layer);
        List<NDArray> moved = moved(layer);
        try (NDManager local = scope.newSubManager()) {
            NDList found = network.layerSlopes(local, in, layer, slope, adapters, whole);
            gradients.add(moved, found.subList(1, found.size()));
            NDArray next = found.head();
            next.attach(scope);
            slope.close();
            return next;
        }
    }

    private List<NDArray> top() {
        List<NDArray> top = new ArrayList<>(network.topWeights());
        top.add(network.head());
        return top;
    }

    private List<NDArray> moved(int layer) {
        return whole ? network.layerWeights(layer) : adaptersOf(layer);
    }

    private List<NDArray> adaptersOf(int layer) {
        return Qwen3VlLayers.layerAdapters(adapters, layer).stream()
                .filter(array -> array.getShape().size() > 0)
                .toList();
    }
}
