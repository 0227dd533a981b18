package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import eliq.backbone.Numerics;
import eliq.tensor.NumberArrays;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A PEFT LoRA adapter directory: {@code adapter_config.json} and {@code adapter_model.safetensors}.
 *
 * @param pairs by module path in the base model, such as {@code model.language_model.layers.0.self_attn.q_proj}
 */
record LoraAdapter(Path directory, Map<String, Pair> pairs) {
    static final String CONFIG = "adapter_config.json";
    static final String WEIGHTS = "adapter_model.safetensors";
    static final String KEY_PREFIX = "base_model.model.";
    static final String A = ".lora_A.weight";
    static final String B = ".lora_B.weight";

    /** Settings that change the mathematics and are not implemented, unless absent, null, false or empty. */
    private static final List<String> UNSUPPORTED =
            List.of(
                    "use_dora",
                    "use_qalora",
                    "use_bdlora",
                    "lora_bias",
                    "fan_in_fan_out",
                    "modules_to_save",
                    "trainable_token_indices",
                    "target_parameters",
                    "layer_replication",
                    "alora_invocation_tokens",
                    "arrow_config",
                    "corda_config",
                    "eva_config",
                    "kasa_config",
                    "lora_ga_config",
                    "monteclora_config",
                    "velora_config");

    /**
     * What one linear layer adds: scale * B(Ax).
     *
     * @param a [rank * in], row-major
     * @param b [out * rank], row-major
     */
    record Pair(int rank, int in, int out, float[] a, float[] b, double scale) {}

    /**
     * @throws BackboneException if a file is missing or damaged, or the adapter is of a kind that is not implemented
     */
    static LoraAdapter read(Path directory) throws BackboneException {
        ModelJson json = ModelJson.read(directory.resolve(CONFIG));
        json.only("peft_type", "LORA");
        json.only("bias", "none");
        for (String key : UNSUPPORTED) {
            JsonNode value = json.node().get(key);
            boolean unused =
                    value == null
                            || value.isNull()
                            || (value.isBoolean() && !value.booleanValue())
                            || (value.isContainerNode() && value.isEmpty());
            if (!unused) {
                throw json.wrong(key, "is set; such adapters are not implemented");
            }
        }
        try (Safetensors file = Safetensors.open(directory.resolve(WEIGHTS))) {
            return new LoraAdapter(directory, pairs(file, json));
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private static Map<String, Pair> pairs(Safetensors file, ModelJson json)
            throws BackboneException, TensorException {
        Map<String, Pair> pairs = new TreeMap<>();
        TreeSet<String> rest = new TreeSet<>(file.names());
        for (String name : file.names()) {
            if (!name.startsWith(KEY_PREFIX) || !name.endsWith(A)) {
                continue;
            }
            String stem = name.substring(0, name.length() - A.length());
            if (!file.names().contains(stem + B)) {
                throw new BackboneException(file.file() + ": has no tensor '" + stem + B + "'");
            }
            long[] a = file.shape(name);
            long[] b = file.shape(stem + B);
            if (a.length != 2 || b.length != 2 || a[0] != b[1] || a[0] < 1) {
                throw new BackboneException(
                        file.file()
                                + ", tensor '"
                                + name
                                + "': shapes "
                                + Arrays.toString(a)
                                + " and "
                                + Arrays.toString(b)
                                + " are no pair [rank, in] and [out, rank]");
            }
            String module = modern(stem.substring(KEY_PREFIX.length()));
            pairs.put(
                    module,
                    new Pair(
                            (int) a[0],
                            (int) a[1],
                            (int) b[0],
                            file.floats(name),
                            file.floats(stem + B),
                            scale(json, module, (int) a[0])));
            rest.remove(name);
            rest.remove(stem + B);
        }
        if (!rest.isEmpty() || pairs.isEmpty()) {
            throw new BackboneException(
                    file.file()
                            + (pairs.isEmpty()
                                    ? ": holds no LoRA tensors"
                                    : ": holds tensors of an unknown kind: " + rest.first()));
        }
        return pairs;
    }

    /** Adapters made with older libraries name the text model's layers without its module. */
    private static String modern(String module) {
        return module.startsWith("model.layers.")
                ? "model.language_model." + module.substring("model.".length())
                : module;
    }

    private static double scale(ModelJson json, String module, int rank) throws BackboneException {
        double alpha = json.positive("lora_alpha", 8);
        if (json.has("alpha_pattern")) {
            for (Map.Entry<String, JsonNode> entry :
                    json.object("alpha_pattern").node().properties()) {
                if (module.matches("(.*\\.)?(" + entry.getKey() + ")$")) {
                    alpha = entry.getValue().asDouble();
                }
            }
        }
        return json.flag("use_rslora", false) ? alpha / Math.sqrt(rank) : alpha / rank;
    }

    /**
     * Adds the adapter to float32 weights: W += scale * BA.
     *
     * @throws BackboneException if it names a layer that the model does not have, or of another size
     */
    void mergeInto(Map<String, NDArray> weights, NDManager scope) throws BackboneException {
        for (Map.Entry<String, Pair> entry : pairs.entrySet()) {
            Pair pair = entry.getValue();
            NDArray weight = weights.get(entry.getKey() + ".weight");
            check(
                    entry.getKey(),
                    pair,
                    weight == null ? new long[0] : weight.getShape().getShape());
            try (NDManager local = scope.newSubManager()) {
                weight.addi(delta(pair, local));
            }
        }
    }

    /**
     * Applies the adapter to weights of any type. In the text model it stands beside them, since small changes would be
     * lost in rounding; elsewhere it is added before the weights are rounded again.
     *
     * @return the adapters of the text model, with their scale in B
     */
    Qwen3VlNetwork.Adapters apply(
            Map<String, NDArray> weights, Qwen3VlConfig config, Numerics numerics, NDManager scope)
            throws BackboneException, TensorException {
        Map<String, TensorNames.Expected> shapes = new TreeMap<>();
        TensorNames.vision(config.vision()).forEach(t -> shapes.put(t.name(), t));
        TensorNames.text(config).forEach(t -> shapes.put(t.name(), t));
        for (Map.Entry<String, Pair> entry : pairs.entrySet()) {
            TensorNames.Expected tensor = shapes.get(entry.getKey() + ".weight");
            check(entry.getKey(), entry.getValue(), tensor == null ? new long[0] : tensor.shape());
        }
        Map<String, Pair> rest = new TreeMap<>(pairs);
        List<NDArray> arrays = new ArrayList<>();
        NDArray absent = scope.create(new Shape(0));
        for (int layer = 0; layer < config.text().layers(); layer++) {
            for (String target : TensorNames.TEXT_LINEAR) {
                Pair pair = rest.remove(TensorNames.module(layer, target));
                if (pair == null) {
                    arrays.addAll(List.of(absent, absent));
                    continue;
                }
                arrays.add(scope.create(pair.a(), new Shape(pair.rank(), pair.in())));
                NDArray b = scope.create(pair.b(), new Shape(pair.out(), pair.rank()));
                arrays.add(b.muli(pair.scale()));
            }
        }
        for (Map.Entry<String, Pair> entry : rest.entrySet()) {
            String name = entry.getKey() + ".weight";
            try (NDManager local = scope.newSubManager()) {
                NDArray old = weights.get(name);
                NDArray wide = local.create(NumberArrays.floats(old), shape(entry.getValue()));
                wide.addi(delta(entry.getValue(), local));
                weights.put(
                        name,
                        NumberArrays.converted(
                                scope, wide, TensorNames.type(shapes.get(name), numerics)));
                old.close();
            }
        }
        return new Qwen3VlNetwork.Adapters(arrays, 1, 0);
    }

    private static Shape shape(Pair pair) {
        return new Shape(pair.out(), pair.in());
    }

    private static NDArray delta(Pair pair, NDManager scope) {
        NDArray a = scope.create(pair.a(), new Shape(pair.rank(), pair.in()));
        NDArray b = scope.create(pair.b(), new Shape(pair.out(), pair.rank()));
        return b.matMul(a).mul(pair.scale());
    }

    private void check(String module, Pair pair, long[] shape) throws BackboneException {
        if (!Arrays.equals(shape, new long[] {pair.out(), pair.in()})) {
            throw new BackboneException(
                    directory
                            + ": the adapter's layer "
                            + module
                            + " ["
                            + pair.out()
                            + ", "
                            + pair.in()
                            + "] is not in the model"
                            + (shape.length == 0 ? "" : ", where it is " + Arrays.toString(shape))
                            + ": it was trained on another one");
        }
    }
}
