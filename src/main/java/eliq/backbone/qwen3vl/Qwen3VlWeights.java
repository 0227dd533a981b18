package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.Numerics;
import eliq.tensor.TensorException;
import eliq.tensor.WeightFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The parameters of a model as native arrays.
 *
 * @param byName every tensor once, in the order of the kernels
 * @param vision the vision tower's, as the kernels take them
 * @param text the text model's, as the kernels take them (a tied head appears twice)
 */
record Qwen3VlWeights(Map<String, NDArray> byName, List<NDArray> vision, List<NDArray> text) {

    /**
     * Reads all tensors.
     *
     * @param scope owner of the arrays
     * @throws BackboneException naming tensors that are missing, unknown or of another shape, or if memory is short
     */
    static Qwen3VlWeights read(WeightFiles files, Qwen3VlConfig config, NDManager scope)
            throws BackboneException {
        return read(files, config, scope, Numerics.FLOAT32);
    }

    /** The same in other numbers. */
    static Qwen3VlWeights read(
            WeightFiles files, Qwen3VlConfig config, NDManager scope, Numerics numerics)
            throws BackboneException {
        List<TensorNames.Expected> vision = TensorNames.vision(config.vision());
        List<TensorNames.Expected> text = TensorNames.text(config);
        List<TensorNames.Expected> all = new ArrayList<>(vision);
        all.addAll(text);
        try {
            check(files, all);
            LoadingNeeds.of(config, files.paths().getFirst().getParent()).require(numerics);
            Map<String, NDArray> byName = new LinkedHashMap<>();
            for (TensorNames.Expected tensor : all) {
                if (!byName.containsKey(tensor.name())) {
                    byName.put(
                            tensor.name(),
                            files.array(scope, tensor.name(), TensorNames.type(tensor, numerics)));
                }
            }
            return of(byName, config);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    /** Arrays that are there already, in the kernels' order. */
    static Qwen3VlWeights of(Map<String, NDArray> byName, Qwen3VlConfig config) {
        return new Qwen3VlWeights(
                byName,
                TensorNames.vision(config.vision()).stream()
                        .map(tensor -> byName.get(tensor.name()))
                        .toList(),
                TensorNames.text(config).stream()
                        .map(tensor -> byName.get(tensor.name()))
                        .toList());
    }

    private static void check(WeightFiles files, List<TensorNames.Expected> all)
            throws BackboneException, TensorException {
        TreeSet<String> unknown = new TreeSet<>(files.names());
        TreeSet<String> missing = new TreeSet<>();
        all.forEach(tensor -> unknown.remove(tensor.name()));
        all.stream()
                .filter(tensor -> !files.names().contains(tensor.name()))
                .forEach(tensor -> missing.add(tensor.name()));
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new BackboneException(
                    files.paths().getFirst()
                            + ": the weights do not match config.json:"
                            + listed(" missing ", missing)
                            + listed(" unknown ", unknown));
        }
        for (TensorNames.Expected tensor : all) {
            long[] shape = files.shape(tensor.name());
            if (!Arrays.equals(shape, tensor.shape())) {
                throw new BackboneException(
                        files.paths().getFirst()
                                + ", tensor '"
                                + tensor.name()
                                + "': has shape "
                                + Arrays.toString(shape)
                                + ", config.json asks for "
                                + Arrays.toString(tensor.shape()));
            }
        }
    }

    private static String listed(String title, TreeSet<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > 5 ? " and " + (names.size() - 5) + " more;" : ";";
        return title + String.join(", ", names.stream().limit(5).toList()) + more;
    }
}
