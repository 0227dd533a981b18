package eliq.backbone.qwen3vl;

import eliq.backbone.Numerics;
import eliq.tensor.NumberType;
import java.util.ArrayList;
import java.util.List;

/**
 * Every tensor of a checkpoint by its published name and shape, in the order in which the kernels take them. The only
 * place where a name is written.
 */
final class TensorNames {
    /** Tensors of a text layer in the kernels' list. */
    static final int PER_TEXT_LAYER = 11;

    /** The linear layers of a text layer that can carry an adapter, in the kernels' order. */
    static final List<String> TEXT_LINEAR =
            List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

    private static final String EMBEDDING = "model.language_model.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";
    private static final String VISION = "model.visual.";
    private static final String TEXT = "model.language_model.";

    private TensorNames() {}

    /** A tensor as it should be in the file. */
    record Expected(String name, long[] shape) {
        Expected(String name, long size) {
            this(name, new long[] {size});
        }

        Expected(String name, long out, long in) {
            this(name, new long[] {out, in});
        }
    }

    /** Patch embedding, positions, blocks, merger, deepstack mergers. */
    static List<Expected> vision(Qwen3VlConfig.Vision v) {
        List<Expected> all = new ArrayList<>();
        long width = v.hidden();
        all.add(
                new Expected(
                        VISION + "patch_embed.proj.weight",
                        new long[] {width, 3, v.temporalPatch(), v.patch(), v.patch()}));
        all.add(new Expected(VISION + "patch_embed.proj.bias", width));
        all.add(
                new Expected(
                        VISION + "pos_embed.weight", (long) v.gridSide() * v.gridSide(), width));
        for (int i = 0; i < v.blocks(); i++) {
            String block = VISION + "blocks." + i + ".";
            all.add(new Expected(block + "norm1.weight", width));
            all.add(new Expected(block + "norm1.bias", width));
            all.add(new Expected(block + "attn.qkv.weight", 3 * width, width));
            all.add(new Expected(block + "attn.qkv.bias", 3 * width));
            all.add(new Expected(block + "attn.proj.weight", width, width));
            all.add(new Expected(block + "attn.proj.bias", width));
            all.add(new Expected(block + "norm2.weight", width));
            all.add(new Expected(block + "norm2.bias", width));
            all.add(new Expected(block + "mlp.linear_fc1.weight", v.mlp(), width));
            all.add(new Expected(block + "mlp.linear_fc1.bias", v.mlp()));
            all.add(new Expected(block + "mlp.linear_fc2.weight", width, v.mlp()));
            all.add(new Expected(block + "mlp.linear_fc2.bias", width));
        }
        merger(all, merger(-1), width, v);
        long joined = width * v.merge() * v.merge();
        for (int i = 0; i < v.deepstack().size(); i++) {
            merger(all, merger(i), joined, v);
        }
        return all;
    }

    /** Whether a tensor belongs to the patch embedding or to the first block of the vision tower. */
    static boolean atFirst(String name) {
        return name.startsWith(VISION + "patch_embed.") || name.startsWith(VISION + "blocks.0.");
    }

    /**
     * A merger's two linear layers: weight, bias, weight, bias.
     *
     * @param level -1 for the main merger, else the deepstack level
     */
    static List<String> mergerLinear(int level) {
        String merger = merger(level) + "linear_fc";
        return List.of(
                merger + "1.weight", merger + "1.bias", merger + "2.weight", merger + "2.bias");
    }

    private static String merger(int level) {
        return VISION + (level < 0 ? "merger." : "deepstack_merger_list." + level + ".");
    }

    private static void merger(
            List<Expected> all, String prefix, long normWidth, Qwen3VlConfig.Vision v) {
        long joined = (long) v.hidden() * v.merge() * v.merge();
        all.add(new Expected(prefix + "norm.weight", normWidth));
        all.add(new Expected(prefix + "norm.bias", normWidth));
        all.add(new Expected(prefix + "linear_fc1.weight", joined, joined));
        all.add(new Expected(prefix + "linear_fc1.bias", joined));
        all.add(new Expected(prefix + "linear_fc2.weight", v.outHidden(), joined));
        all.add(new Expected(prefix + "linear_fc2.bias", v.outHidden()));
    }

    /** Embedding, layers, final norm, head; a tied head is the embedding once more. */
    static List<Expected> text(Qwen3VlConfig config) {
        Qwen3VlConfig.Text t = config.text();
        List<Expected> all = new ArrayList<>();
        Expected embedding = new Expected(EMBEDDING, t.vocabulary(), t.hidden());
        all.add(embedding);
        long queries = (long) t.heads() * t.headSize();
        long keys = (long) t.keyValueHeads() * t.headSize();
        for (int i = 0; i < t.layers(); i++) {
            all.add(new Expected(layer(i) + "input_layernorm.weight", t.hidden()));
            all.add(new Expected(linear(i, "q_proj"), queries, t.hidden()));
            all.add(new Expected(linear(i, "k_proj"), keys, t.hidden()));
            all.add(new Expected(linear(i, "v_proj"), keys, t.hidden()));
            all.add(new Expected(layer(i) + "self_attn.q_norm.weight", t.headSize()));
            all.add(new Expected(layer(i) + "self_attn.k_norm.weight", t.headSize()));
            all.add(new Expected(linear(i, "o_proj"), t.hidden(), queries));
            all.add(new Expected(layer(i) + "post_attention_layernorm.weight", t.hidden()));
            all.add(new Expected(linear(i, "gate_proj"), t.mlp(), t.hidden()));
            all.add(new Expected(linear(i, "up_proj"), t.mlp(), t.hidden()));
            all.add(new Expected(linear(i, "down_proj"), t.hidden(), t.mlp()));
        }
        all.add(new Expected(TEXT + "norm.weight", t.hidden()));
        all.add(config.tiedHead() ? embedding : new Expected(HEAD, t.vocabulary(), t.hidden()));
        return all;
    }

    /** The weight of one of {@link #TEXT_LINEAR} in a layer. */
    static String linear(int layer, String target) {
        return module(layer, target) + ".weight";
    }

    /** The module path of one of {@link #TEXT_LINEAR} in a layer, as PEFT names it. */
    static String module(int layer, String target) {
        boolean attention = TEXT_LINEAR.indexOf(target) < 4;
        return layer(layer) + (attention ? "self_attn." : "mlp.") + target;
    }

    /**
     * What a tensor is kept in: norms and biases in the type that is computed in, the patch embedding and positions in
     * float32, since they are small and everything goes through them. Where weights are bytes, embeddings, head, and the
     * first layer of each tower have 16 bits: what they get wrong goes through all the others.
     */
    static NumberType type(Expected tensor, Numerics numerics) {
        if (tensor.shape().length == 1) {
            return numerics.products();
        }
        if (tensor.shape().length > 2 || tensor.name().endsWith("pos_embed.weight")) {
            return NumberType.FLOAT32;
        }
        return delicate(tensor.name()) ? numerics.delicate() : numerics.weights();
    }

    private static boolean delicate(String name) {
        return name.equals(EMBEDDING)
                || name.equals(HEAD)
                || name.startsWith(layer(0))
                || name.startsWith(VISION + "blocks.0.");
    }

    /** Norms, biases and embeddings are not pulled towards zero by weight decay. */
    static boolean decays(Expected tensor) {
        return tensor.shape().length > 1
                && !tensor.name().endsWith("pos_embed.weight")
                && !tensor.name().equals(EMBEDDING);
    }

    private static String layer(int i) {
        return TEXT + "layers." + i + ".";
    }
}
