package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A model once more over the same memory, for a thread beside the tensor thread: an array's handle holds its name while it
 * is passed to a kernel, and a gradient is asked for by handle, so no two threads may share one.
 *
 * @param twins by the array of the model, the replica's
 */
record Replica(
        Qwen3VlNetwork network, Qwen3VlNetwork.Adapters adapters, Map<NDArray, NDArray> twins)
        implements AutoCloseable {

    /** Products of wider models are large enough for several threads to share one. */
    private static final int WIDEST = 512;

    /** Batches are hardly larger, and each replica takes time to make. */
    private static final int MOST = 8;

    /** On how many threads side by side this model is best computed: one where a product has work enough for all. */
    static int threads(Qwen3VlConfig config, Numerics numerics, int threads) {
        boolean small = config.text().hidden() <= WIDEST && config.vision().hidden() <= WIDEST;
        return small && numerics.equals(Numerics.FLOAT32) ? Math.min(MOST, threads) : 1;
    }

    /** @param scope owner of the twins' constants; the twins belong to their arrays' owner */
    static Replica of(
            NDManager scope,
            Qwen3VlConfig config,
            Qwen3VlWeights weights,
            Qwen3VlNetwork.Adapters adapters)
            throws TensorException {
        Map<NDArray, NDArray> twins = new IdentityHashMap<>();
        Map<String, NDArray> byName = new LinkedHashMap<>();
        weights.byName()
                .forEach(
                        (name, array) ->
                                byName.put(
                                        name, twins.computeIfAbsent(array, NDArray::stopGradient)));
        List<NDArray> beside =
                adapters.arrays().stream()
                        .map(array -> twins.computeIfAbsent(array, NDArray::stopGradient))
                        .toList();
        return new Replica(
                new Qwen3VlNetwork(scope, config, Qwen3VlWeights.of(byName, config)),
                new Qwen3VlNetwork.Adapters(beside, adapters.scale(), adapters.dropout()),
                twins);
    }

    /** The same for reading. */
    Replica withoutDropout() {
        return new Replica(
                network,
                new Qwen3VlNetwork.Adapters(adapters.arrays(), adapters.scale(), 0),
                twins);
    }

    /** One for each thread beside the tensor thread. */
    static List<Replica> beside(
            NDManager scope,
            Qwen3VlConfig config,
            Qwen3VlWeights weights,
            Qwen3VlNetwork.Adapters adapters,
            int threads)
            throws TensorException {
        List<Replica> all = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            all.add(of(scope, config, weights, adapters));
        }
        return all;
    }

    /**
     * Cuts a batch into runs of about the same work.
     *
     * @param work of an item, in any unit
     * @return at least one, at most {@code threads}; none is empty
     */
    static <T> List<List<T>> shares(List<T> batch, ToLongFunction<T> work, int threads) {
        long all = batch.stream().mapToLong(work).sum();
        List<List<T>> shares = new ArrayList<>();
        List<T> share = new ArrayList<>();
        long done = 0;
        for (T item : batch) {
            long half = work.applyAsLong(item) / 2;
            // It belongs where its middle lies.
            if (!share.isEmpty() && (done + half) * threads > all * (shares.size() + 1)) {
                shares.add(List.copyOf(share));
                share.clear();
            }
            share.add(item);
            done += 2 * half;
        }
        shares.add(List.copyOf(share));
        return shares;
    }

    /** Something computed of images by one of the towers. */
    @FunctionalInterface
    interface Look<T> {
        T of(VisionTower tower, PreparedImage image) throws TensorException;
    }

    /**
     * Looks at images side by side, each tower at about as many. On the tensor thread.
     *
     * @return of each image, in order
     */
    static <T> List<T> look(
            TensorEngine engine, List<VisionTower> towers, List<PreparedImage> images, Look<T> look)
            throws TensorException {
        List<TensorEngine.Work<List<T>, TensorException>> works = new ArrayList<>();
        List<List<PreparedImage>> shares =
                shares(images, image -> (long) image.rows() * image.columns(), towers.size());
        for (int i = 0; i < shares.size(); i++) {
            VisionTower tower = towers.get(i);
            List<PreparedImage> share = shares.get(i);
            works.add(
                    () -> {
                        List<T> seen = new ArrayList<>();
                        for (PreparedImage image : share) {
                            seen.add(look.of(tower, image));
                        }
                        return seen;
                    });
        }
        return engine.callAll(works, towers.size()).stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
