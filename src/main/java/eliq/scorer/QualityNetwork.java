package eliq.scorer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eliq.tensor.NumberArrays;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scoring network: fusion, then the Quality Query Transformer or what stands in its place. Lives on the engine thread; every array made by
 * {@link #forward} belongs to the scope that is handed in.
 */
final class QualityNetwork implements AutoCloseable {

    /**
     * N standardised embeddings.
     *
     * @param technical z_tec [N, h]
     * @param aesthetic z_aes [N, h]
     * @param alignment z_ali [N, h], zeros in rows without a prompt
     * @param present [N, 1] 1 where there is a prompt, 0 where not
     * @param evidence what the critic itself says [N, 4], cut
     */
    record Inputs(
            NDArray technical,
            NDArray aesthetic,
            NDArray alignment,
            NDArray present,
            NDArray evidence) {}

    /**
     * @param visual s_vis [N]
     * @param alignment s_ali [N], without meaning in rows without a prompt
     * @param technicalGate mean over h of g_tec [N]; a constant where the fusion has no gates
     * @param aestheticGate mean over h of g_aes [N], likewise
     */
    record Outputs(
            NDArray visual,
            NDArray alignment,
            NDArray technicalGate,
            NDArray aestheticGate,
            NDArray visualState,
            NDArray alignmentState) {}

    private final NDManager manager;
    private final int hidden;
    private final NetworkSettings settings;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();

    /**
     * @param parent its device is used; closed with it at the latest
     * @param type FLOAT32, or FLOAT64 where a test needs finer steps
     */
    QualityNetwork(
            NDManager parent,
            int hidden,
            NetworkSettings settings,
            Weights weights,
            DataType type,
            boolean trainable) {
        this.manager = parent.newSubManager();
        this.hidden = hidden;
        this.settings = settings;
        Layout.of(hidden, settings)
                .forEach(
                        (name, shape) -> {
                            NDArray array = create(manager, weights.get(name), type);
                            if (trainable) {
                                array.setRequiresGradient(true);
                            }
                            parameters.put(name, array);
                        });
    }

    private static NDArray create(NDManager manager, Weights.Weight weight, DataType type) {
        Shape shape = new Shape(weight.shape());
        if (type == DataType.FLOAT32) {
            return manager.create(FloatBuffer.wrap(weight.values()), shape, DataType.FLOAT32);
        }
        double[] wide = new double[weight.values().length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = weight.values()[i];
        }
        return manager.create(DoubleBuffer.wrap(wide), shape, DataType.FLOAT64);
    }

    NDManager manager() {
        return manager;
    }

    Map<String, NDArray> parameters() {
        return parameters;
    }

    /** A copy of the parameters as they are now. */
    Weights weights() {
        Map<String, Weights.Weight> tensors = new LinkedHashMap<>();
        parameters.forEach(
                (name, array) ->
                        tensors.put(
                                name,
                                new Weights.Weight(
                                        array.getShape().getShape(), array.toFloatArray())));
        return new Weights(tensors);
    }

    /** Puts the parameters into a scope, so that what is computed from them belongs there too; they return at its end. */
    void lendTo(NDManager scope) {
        scope.tempAttachAll(new NDList(parameters.values()));
    }

    /** The equations of stage 2; the parameters have been lent to the scope that the inputs are in. */
    Outputs forward(Inputs inputs, Dropout dropout) {
        Fused fused = fuse(inputs);
        NDArray absent = inputs.present().neg().add(1);
        NDArray noPrompt = absent.matMul(parameters.get("no_prompt").reshape(1, hidden));
        NDArray alignment = inputs.alignment().mul(inputs.present()).add(noPrompt);
        NDArray joined = fused.visual().concat(alignment, 1);
        States states =
                switch (settings.head()) {
                    case Head.QueryTransformer transformer ->
                            transformed(joined, inputs.present().onesLike(), dropout);
                    case Head.Perceptron perceptron -> perceived(joined, dropout);
                };
        NDArray visual = head(states.visual(), "head.visual");
        NDArray fitting = head(states.alignment(), "head.alignment");
        if (settings.evidence() != CriticEvidence.NONE) {
            NDArray evidence = inputs.evidence();
            visual = visual.add(weighed(evidence.get(":, 0:2"), "odds.visual"));
            fitting = fitting.add(weighed(evidence.get(":, 2:3"), "odds.alignment"));
        }
        if (settings.evidence() == CriticEvidence.ODDS_AND_WORDS) {
            fitting = fitting.add(weighed(inputs.evidence().get(":, 3:4"), "words.alignment"));
        }
        return new Outputs(
                visual,
                fitting,
                fused.technicalGate(),
                fused.aestheticGate(),
                states.visual(),
                states.alignment());
    }

    /**
     * @param visual z_vis [N, h]
     * @param technicalGate [N] how much of z_tec goes into it, 0..1
     * @param aestheticGate [N] likewise of z_aes
     */
    private record Fused(NDArray visual, NDArray technicalGate, NDArray aestheticGate) {}

    private Fused fuse(Inputs inputs) {
        NDArray technical = inputs.technical();
        NDArray aesthetic = inputs.aesthetic();
        return switch (settings.fusion()) {
            case Fusion.Gated gated -> {
                NDArray both = technical.concat(aesthetic, 1);
                NDArray technicalGate = sigmoid(multiply(both, "fusion.technical_gate"));
                NDArray aestheticGate = sigmoid(multiply(both, "fusion.aesthetic_gate"));
                NDArray weighed =
                        technical.mul(technicalGate).concat(aesthetic.mul(aestheticGate), 1);
                yield new Fused(
                        phi(weighed),
                        technicalGate.mean(new int[] {1}),
                        aestheticGate.mean(new int[] {1}));
            }
            case Fusion.Mean mean ->
                    fixed(
                            phi(NumberArrays.times(technical.add(aesthetic), 0.5)),
                            inputs.present(),
                            0.5);
            case Fusion.Concatenation concatenation ->
                    fixed(phi(technical.concat(aesthetic, 1)), inputs.present(), 1);
        };
    }

    private static Fused fixed(NDArray visual, NDArray present, double share) {
        NDArray gate = NumberArrays.times(present.onesLike(), share).reshape(-1);
        return new Fused(visual, gate, gate);
    }

    private NDArray phi(NDArray x) {
        return linear(gelu(linear(x, "fusion.phi.0")), "fusion.phi.1");
    }

    /** What the heads read, [N, d] each. */
    private record States(NDArray visual, NDArray alignment) {}

    private States transformed(NDArray joined, NDArray ones, Dropout dropout) {
        NDArray tokens =
                joined.expandDims(1)
                        .concat(query(ones, "qqt.query.visual"), 1)
                        .concat(query(ones, "qqt.query.alignment"), 1)
                        .reshape(-1, 2L * hidden);
        NDArray states =
                multiply(tokens, "qqt.projection")
                        .reshape(-1, 3, settings.modelWidth())
                        .add(parameters.get("qqt.position"));
        NDArray encoded = encode(states, dropout);
        return new States(encoded.get(":, 1"), encoded.get(":, 2"));
    }

    private States perceived(NDArray joined, Dropout dropout) {
        NDArray x = multiply(joined, "mlp.projection");
        for (int i = 0; i < settings.layers(); i++) {
            x = fed(x, "mlp.layers." + i + ".", dropout);
        }
        NDArray state = normalise(x, "mlp.norm");
        return new States(state, state);
    }

    private NDArray query(NDArray ones, String name) {
        return ones.matMul(parameters.get(name).reshape(1, 2L * hidden)).expandDims(1);
    }

    /** Transformer encoder, norm first, with a norm at its end: [N, 3, d] to [N, 3, d]. */
    private NDArray encode(NDArray states, Dropout dropout) {
        NDArray x = states;
        for (int i = 0; i < settings.layers(); i++) {
            String layer = "qqt.layers." + i + ".";
            NDArray attended = attend(normalise(x, layer + "attention_norm"), layer + "attention.");
            x = x.add(dropout.apply(attended));
            x = fed(x, layer, dropout);
        }
        return normalise(x, "qqt.norm");
    }

    private NDArray fed(NDArray x, String layer, Dropout dropout) {
        NDArray inner = normalise(x, layer + "feed_forward_norm");
        NDArray outer =
                linear(gelu(linear(inner, layer + "feed_forward.0")), layer + "feed_forward.1");
        return x.add(dropout.apply(outer));
    }

    private NDArray attend(NDArray x, String name) {
        long rows = x.getShape().get(0);
        int heads = settings.heads();
        int width = settings.modelWidth() / heads;
        NDArray qkv = linear(x, name + "qkv").reshape(rows, 3, 3, heads, width);
        NDArray apart = qkv.transpose(2, 0, 3, 1, 4);
        NDArray query = apart.get(0);
        NDArray key = apart.get(1);
        NDArray value = apart.get(2);
        NDArray products = query.matMul(key.transpose(0, 1, 3, 2));
        NDArray weights = NumberArrays.times(products, 1 / Math.sqrt(width)).softmax(-1);
        NDArray mixed =
                weights.matMul(value).transpose(0, 2, 1, 3).reshape(rows, 3, settings.modelWidth());
        return linear(mixed, name + "output");
    }

    private NDArray head(NDArray state, String name) {
        return linear(gelu(linear(state, name + ".0")), name + ".1").reshape(-1);
    }

    private NDArray weighed(NDArray evidence, String name) {
        return evidence.matMul(parameters.get(name).reshape(-1, 1)).reshape(-1);
    }

    private NDArray linear(NDArray x, String name) {
        return multiply(x, name).add(parameters.get(name + ".bias"));
    }

    private NDArray multiply(NDArray x, String name) {
        return x.matMul(parameters.get(name + ".weight").transpose());
    }

    private NDArray normalise(NDArray x, String name) {
        NDArray centred = x.sub(x.mean(new int[] {-1}, true));
        NDArray variance = centred.square().mean(new int[] {-1}, true);
        return centred.div(variance.add(1e-5).sqrt())
                .mul(parameters.get(name + ".weight"))
                .add(parameters.get(name + ".bias"));
    }

    private static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }

    private static NDArray gelu(NDArray x) {
        return x.getNDArrayInternal().gelu();
    }

    @Override
    public void close() {
        manager.close();
    }

    /** What happens to a branch before it joins the residual stream. */
    interface Dropout {
        Dropout NONE = x -> x;

        NDArray apply(NDArray x);
    }
}
