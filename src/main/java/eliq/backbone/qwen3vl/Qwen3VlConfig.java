package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a dense Qwen3-VL model, from {@code config.json}: as published, or as saved again by a later library
 * (which moves the rotary settings into {@code rope_parameters}).
 *
 * @param tiedHead whether the output head is the embedding matrix
 * @param imageToken id of {@code <|image_pad|>}
 */
public record Qwen3VlConfig(Text text, Vision vision, boolean tiedHead, int imageToken) {

    private static final int MOST = 1 << 24;

    /**
     * The language model.
     *
     * @param vocabulary rows of the embedding matrix, at least the tokenizer's count
     * @param hidden width of the residual stream
     * @param layers how many
     * @param heads of the queries
     * @param keyValueHeads divides {@code heads}
     * @param headSize need not be hidden / heads
     * @param mlp inner width
     * @param normEpsilon of every RMSNorm
     * @param ropeTheta base of the rotary frequencies
     * @param ropeSections frequency slots claimed by the temporal, row and column axes
     */
    public record Text(
            int vocabulary,
            int hidden,
            int layers,
            int heads,
            int keyValueHeads,
            int headSize,
            int mlp,
            double normEpsilon,
            double ropeTheta,
            List<Integer> ropeSections) {

        public Text {
            ropeSections = List.copyOf(ropeSections);
        }
    }

    /**
     * The vision tower.
     *
     * @param hidden width of the residual stream
     * @param blocks how many
     * @param heads divides {@code hidden}
     * @param mlp inner width
     * @param patch side of a patch in pixels
     * @param merge side of the square of patches that becomes one token
     * @param temporalPatch frames in a patch (an image is repeated)
     * @param outHidden width of the merged tokens: the text model's hidden size
     * @param gridSide the learned position table has gridSide x gridSide rows
     * @param deepstack blocks whose outputs are injected into the first text layers, in order
     */
    public record Vision(
            int hidden,
            int blocks,
            int heads,
            int mlp,
            int patch,
            int merge,
            int temporalPatch,
            int outHidden,
            int gridSide,
            List<Integer> deepstack) {

        public Vision {
            deepstack = List.copyOf(deepstack);
        }

        public int headSize() {
            return hidden / heads;
        }

        /** Values in one row of the patch matrix: 3 * temporalPatch * patch * patch. */
        public int patchValues() {
            return 3 * temporalPatch * patch * patch;
        }

        /** Values that a merger reads of one image token: those of merge * merge patches. */
        public int tokenWidth() {
            return hidden * merge * merge;
        }
    }

    /**
     * Reads {@code config.json} of a model directory.
     *
     * @throws BackboneException naming the file and the key that is missing, wrong or not implemented
     */
    public static Qwen3VlConfig read(Path modelDirectory) throws BackboneException {
        ModelJson json = ModelJson.read(modelDirectory.resolve("config.json"));
        String type = json.text("model_type");
        if (!type.equals("qwen3_vl")) {
            throw json.wrong(
                    "model_type",
                    "is " + type + "; only the dense Qwen3-VL family (qwen3_vl) is implemented");
        }
        ModelJson textJson = json.object("text_config");
        Text text = text(textJson);
        Vision vision = vision(json.object("vision_config"), text);
        boolean tied =
                json.flag("tie_word_embeddings", textJson.flag("tie_word_embeddings", false));
        int imageToken = json.integer("image_token_id", 0, text.vocabulary() - 1);
        return new Qwen3VlConfig(text, vision, tied, imageToken);
    }

    private static Text text(ModelJson json) throws BackboneException {
        json.only("hidden_act", "silu");
        json.only("attention_bias", "false");
        ModelJson rope =
                json.has("rope_parameters")
                        ? json.object("rope_parameters")
                        : json.object("rope_scaling");
        rope.only("rope_type", "default");
        rope.only("mrope_interleaved", "true");
        int hidden = json.integer("hidden_size", 1, MOST);
        int heads = json.integer("num_attention_heads", 1, MOST);
        int keyValueHeads = json.integer("num_key_value_heads", 1, heads, heads);
        if (heads % keyValueHeads != 0) {
            throw json.wrong(
                    "num_key_value_heads",
                    "is " + keyValueHeads + ", which does not divide " + heads + " heads");
        }
        int headSize = json.integer("head_dim", 2, MOST, hidden / heads);
        if (headSize % 2 != 0) {
            throw json.wrong("head_dim", "is " + headSize + "; rotary positions need it even");
        }
        int[] sections = rope.integers("mrope_section");
        if (sections.length != 3 || Arrays.stream(sections).asLongStream().sum() > headSize / 2) {
            throw rope.wrong(
                    "mrope_section",
                    "should be three numbers of sum at most head_dim / 2 = "
                            + headSize / 2
                            + ", but is "
                            + Arrays.toString(sections));
        }
        double theta =
                rope.has("rope_theta") ? rope.positive("rope_theta") : json.positive("rope_theta");
        return new Text(
                json.integer("vocab_size", 1, MOST),
                hidden,
                json.integer("num_hidden_layers", 1, 1000),
                heads,
                keyValueHeads,
                headSize,
                json.integer("intermediate_size", 1, MOST),
                json.positive("rms_norm_eps"),
                theta,
                Arrays.stream(sections).boxed().toList());
    }

    private static Vision vision(ModelJson json, Text text) throws BackboneException {
        json.only("hidden_act", "gelu_pytorch_tanh");
        json.only("in_channels", "3");
        int hidden = json.integer("hidden_size", 1, MOST);
        int heads = json.integer("num_heads", 1, hidden);
        if (hidden % heads != 0 || hidden / heads % 4 != 0) {
            throw json.wrong(
                    "num_heads",
                    "is "
                            + heads
                            + "; hidden_size "
                            + hidden
                            + " should be a multiple of 4 * num_heads");
        }
        int blocks = json.integer("depth", 1, 1000);
        int outHidden = json.integer("out_hidden_size", 1, MOST);
        if (outHidden != text.hidden()) {
            throw json.wrong(
                    "out_hidden_size",
                    "is " + outHidden + ", but text_config.hidden_size is " + text.hidden());
        }
        int positions = json.integer("num_position_embeddings", 1, MOST);
        int side = (int) Math.round(Math.sqrt(positions));
        if (side * side != positions) {
            throw json.wrong("num_position_embeddings", "is " + positions + ", not a square");
        }
        int[] deepstack = json.integers("deepstack_visual_indexes");
        for (int block : deepstack) {
            if (block >= blocks) {
                throw json.wrong(
                        "deepstack_visual_indexes",
                        "names block " + block + " of a tower of " + blocks);
            }
        }
        if (deepstack.length > text.layers()) {
            throw json.wrong(
                    "deepstack_visual_indexes",
                    "has more levels than the text model has layers (" + text.layers() + ")");
        }
        return new Vision(
                hidden,
                blocks,
                heads,
                json.integer("intermediate_size", 1, MOST),
                json.integer("patch_size", 1, 1024),
                json.integer("spatial_merge_size", 1, 16),
                json.integer("temporal_patch_size", 1, 16),
                outHidden,
                side,
                Arrays.stream(deepstack).boxed().toList());
    }
}
