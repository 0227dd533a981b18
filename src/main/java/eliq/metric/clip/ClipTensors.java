package eliq.metric.clip;

import eliq.metric.clip.ClipConfig.Tower;
import java.util.ArrayList;
import java.util.List;

/** Published names and shapes of CLIP's tensors in the kernels' order, in both layouts. */
final class ClipTensors {
    private ClipTensors() {}

    /**
     * One of the kernels' arrays.
     *
     * @param names the tensor in the file, or several that are joined along their first axis
     * @param shape of each in the file
     * @param transposed whether the kernels take it the other way round
     */
    record Wanted(List<String> names, long[] shape, boolean transposed) {
        static Wanted one(String name, long... shape) {
            return new Wanted(List.of(name), shape, false);
        }
    }

    static List<Wanted> vision(ClipConfig config) {
        Tower tower = config.vision();
        long width = tower.width();
        long patch = config.patch();
        long grid = config.image() / config.patch();
        boolean open = config.layout() == ClipConfig.Layout.OPEN_CLIP;
        String root = open ? "visual." : "vision_model.";
        List<Wanted> all = new ArrayList<>();
        all.add(
                Wanted.one(
                        root + (open ? "conv1.weight" : "embeddings.patch_embedding.weight"),
                        width,
                        3,
                        patch,
                        patch));
        all.add(
                Wanted.one(
                        root + (open ? "class_embedding" : "embeddings.class_embedding"), width));
        all.add(
                Wanted.one(
                        root
                                + (open
                                        ? "positional_embedding"
                                        : "embeddings.position_embedding.weight"),
                        grid * grid + 1,
                        width));
        norm(all, root + (open ? "ln_pre" : "pre_layrnorm"), width);
        blocks(all, root + (open ? "transformer.resblocks." : "encoder.layers."), tower, open);
        norm(all, root + (open ? "ln_post" : "post_layernorm"), width);
        all.add(
                open
                        ? new Wanted(
                                List.of("visual.proj"),
                                new long[] {width, config.projection()},
                                true)
                        : Wanted.one("visual_projection.weight", config.projection(), width));
        return all;
    }

    static List<Wanted> text(ClipConfig config) {
        Tower tower = config.text();
        long width = tower.width();
        boolean open = config.layout() == ClipConfig.Layout.OPEN_CLIP;
        String root = open ? "" : "text_model.";
        List<Wanted> all = new ArrayList<>();
        all.add(
                Wanted.one(
                        root
                                + (open
                                        ? "token_embedding.weight"
                                        : "embeddings.token_embedding.weight"),
                        config.vocabulary(),
                        width));
        all.add(
                Wanted.one(
                        root
                                + (open
                                        ? "positional_embedding"
                                        : "embeddings.position_embedding.weight"),
                        config.context(),
                        width));
        blocks(all, root + (open ? "transformer.resblocks." : "encoder.layers."), tower, open);
        norm(all, root + (open ? "ln_final" : "final_layer_norm"), width);
        all.add(
                open
                        ? new Wanted(
                                List.of("text_projection"),
                                new long[] {width, config.projection()},
                                true)
                        : Wanted.one("text_projection.weight", config.projection(), width));
        return all;
    }

    private static void blocks(List<Wanted> all, String root, Tower tower, boolean open) {
        long width = tower.width();
        long inner = tower.inner();
        for (int layer = 0; layer < tower.layers(); layer++) {
            String at = root + layer + ".";
            norm(all, at + (open ? "ln_1" : "layer_norm1"), width);
            if (open) {
                all.add(Wanted.one(at + "attn.in_proj_weight", 3 * width, width));
                all.add(Wanted.one(at + "attn.in_proj_bias", 3 * width));
            } else {
                all.add(new Wanted(attention(at, ".weight"), new long[] {width, width}, false));
                all.add(new Wanted(attention(at, ".bias"), new long[] {width}, false));
            }
            linear(all, at + (open ? "attn.out_proj" : "self_attn.out_proj"), width, width);
            norm(all, at + (open ? "ln_2" : "layer_norm2"), width);
            linear(all, at + (open ? "mlp.c_fc" : "mlp.fc1"), inner, width);
            linear(all, at + (open ? "mlp.c_proj" : "mlp.fc2"), width, inner);
        }
    }

    private static List<String> attention(String at, String end) {
        return List.of(
                at + "self_attn.q_proj" + end,
                at + "self_attn.k_proj" + end,
                at + "self_attn.v_proj" + end);
    }

    private static void norm(List<Wanted> all, String name, long width) {
        all.add(Wanted.one(name + ".weight", width));
        all.add(Wanted.one(name + ".bias", width));
    }

    private static void linear(List<Wanted> all, String name, long out, long in) {
        all.add(Wanted.one(name + ".weight", out, in));
        all.add(Wanted.one(name + ".bias", out));
    }
}
