package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.BackboneException;
import eliq.backbone.TrainingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which arrays a training moves.
 *
 * @param decaying by name, those that weight decay applies to
 * @param others by name, norms, biases and embeddings
 * @param adapters as the network takes them; none of them in full training
 */
record TrainableParameters(
        Map<String, NDArray> decaying,
        Map<String, NDArray> others,
        Qwen3VlNetwork.Adapters adapters) {

    /** All of them. */
    Map<String, NDArray> byName() {
        Map<String, NDArray> all = new LinkedHashMap<>(decaying);
        all.putAll(others);
        return all;
    }

    static TrainableParameters full(
            Qwen3VlConfig config, Qwen3VlWeights weights, boolean vision, NDManager scope) {
        List<TensorNames.Expected> moved = new ArrayList<>(TensorNames.text(config));
        if (vision) {
            moved.addAll(TensorNames.vision(config.vision()));
        }
        return of(moved, weights, scope);
    }

    /** All parameters but the patch embedding's and those of the vision tower's first block. */
    static TrainableParameters afterFirstBlock(
            Qwen3VlConfig config, Qwen3VlWeights weights, NDManager scope) {
        List<TensorNames.Expected> moved = new ArrayList<>(TensorNames.text(config));
        TensorNames.vision(config.vision()).stream()
                .filter(tensor -> !TensorNames.atFirst(tensor.name()))
                .forEach(moved::add);
        return of(moved, weights, scope);
    }

    /** The text model's parameters and the mergers' linear layers. */
    static TrainableParameters textAndMergers(
            Qwen3VlConfig config, Qwen3VlWeights weights, NDManager scope) {
        Set<String> mergers = new HashSet<>();
        for (int level = -1; level < config.vision().deepstack().size(); level++) {
            mergers.addAll(TensorNames.mergerLinear(level));
        }
        List<TensorNames.Expected> moved = new ArrayList<>(TensorNames.text(config));
        TensorNames.vision(config.vision()).stream()
                .filter(tensor -> mergers.contains(tensor.name()))
                .forEach(moved::add);
        return of(moved, weights, scope);
    }

    private static TrainableParameters of(
            List<TensorNames.Expected> moved, Qwen3VlWeights weights, NDManager scope) {
        Map<String, NDArray> decaying = new LinkedHashMap<>();
        Map<String, NDArray> others = new LinkedHashMap<>();
        for (TensorNames.Expected tensor : moved) {
            Map<String, NDArray> group = TensorNames.decays(tensor) ? decaying : others;
            group.put(tensor.name(), weights.byName().get(tensor.name()));
        }
        return new TrainableParameters(
                decaying,
                others,
                new Qwen3VlNetwork.Adapters(List.of(scope.create(new Shape(0))), 0, 0));
    }

    /**
     * New adapters (A uniform within 1 / sqrt(in), B zero, as PEFT starts them), or those of an earlier training.
     *
     * @throws BackboneException if a target is no linear layer of the text model, or the start does not fit
     */
    static TrainableParameters lora(
            Qwen3VlConfig config,
            TrainingMode.Lora mode,
            Optional<LoraAdapter> start,
            long seed,
            NDManager scope)
            throws BackboneException {
        for (String target : mode.targets()) {
            if (!TensorNames.TEXT_LINEAR.contains(target)) {
                throw new BackboneException(
                        "LoRA target '"
                                + target
                                + "' is none of "
                                + TensorNames.TEXT_LINEAR
                                + "; adapters in the vision tower are not implemented");
            }
        }
        if (mode.rank() < 1 || mode.targets().isEmpty()) {
            throw new BackboneException("LoRA needs a rank of at least 1 and a target");
        }
        Map<String, TensorNames.Expected> shapes = new LinkedHashMap<>();
        TensorNames.text(config).forEach(tensor -> shapes.put(tensor.name(), tensor));
        Map<String, NDArray> moved = new LinkedHashMap<>();
        List<NDArray> arrays = new ArrayList<>();
        NDArray absent = scope.create(new Shape(0));
        int used = 0;
        for (int layer = 0; layer < config.text().layers(); layer++) {
            for (String target : TensorNames.TEXT_LINEAR) {
                if (!mode.targets().contains(target)) {
                    arrays.add(absent);
                    arrays.add(absent);
                    continue;
                }
                String module = TensorNames.module(layer, target);
                long[] shape = shapes.get(TensorNames.linear(layer, target)).shape();
                LoraAdapter.Pair pair =
                        start.isPresent()
                                ? fitting(start.get(), module, mode, shape)
                                : fresh(module, mode, shape, seed);
                used++;
                NDArray a = scope.create(pair.a(), new Shape(mode.rank(), shape[1]));
                NDArray b = scope.create(pair.b(), new Shape(shape[0], mode.rank()));
                moved.put(LoraAdapter.KEY_PREFIX + module + LoraAdapter.A, a);
                moved.put(LoraAdapter.KEY_PREFIX + module + LoraAdapter.B, b);
                arrays.add(a);
                arrays.add(b);
            }
        }
        if (start.isPresent() && start.get().pairs().size() != used) {
            throw new BackboneException(
                    start.get().directory()
                            + ": has adapters on other layers than are to be trained");
        }
        return new TrainableParameters(
                moved,
                Map.of(),
                new Qwen3VlNetwork.Adapters(arrays, mode.alpha() / mode.rank(), mode.dropout()));
    }

    private static LoraAdapter.Pair fitting(
            LoraAdapter start, String module, TrainingMode.Lora mode, long[] shape)
            throws BackboneException {
        LoraAdapter.Pair pair = start.pairs().get(module);
        if (pair == null
                || pair.rank() != mode.rank()
                || pair.out() != shape[0]
                || pair.in() != shape[1]
                || Math.abs(pair.scale() - mode.alpha() / mode.rank()) > 1e-6) {
            throw new BackboneException(
                    start.directory()
                            + ": cannot go on from this adapter: layer "
                            + module
                            + (pair == null
                                    ? " has none"
                                    : " has rank " + pair.rank() + ", scale " + pair.scale())
                            + ", asked for rank "
                            + mode.rank()
                            + ", scale "
                            + mode.alpha() / mode.rank());
        }
        return pair;
    }

    private static LoraAdapter.Pair fresh(
            String module, TrainingMode.Lora mode, long[] shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ ((long) module.hashCode() << 32));
        int out = Math.toIntExact(shape[0]);
        int in = Math.toIntExact(shape[1]);
        double bound = 1 / Math.sqrt(in);
        float[] a = new float[mode.rank() * in];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextDouble(-bound, bound);
        }
        return new LoraAdapter.Pair(
                mode.rank(), in, out, a, new float[out * mode.rank()], mode.alpha() / mode.rank());
    }
}
