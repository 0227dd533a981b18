package eliq.metric.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.file.JsonFault;
import eliq.metric.MetricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The shape of a CLIP model.
 *
 * @param layout of its files
 * @param image side of the pictures it takes, in pixels
 * @param patch side of a patch
 * @param context most tokens of a text, start and end included
 * @param vocabulary tokens
 * @param projection size of the features
 * @param quickGelu whether x sigmoid(1.702 x) stands for GELU
 * @param epsilon of the layer norms
 */
record ClipConfig(
        Layout layout,
        Tower vision,
        Tower text,
        int image,
        int patch,
        int context,
        int vocabulary,
        int projection,
        boolean quickGelu,
        double epsilon) {

    /** How a checkpoint's folder is laid out. */
    enum Layout {
        /** config.json, model.safetensors or shards. */
        HUGGING_FACE,
        /** open_clip_config.json, open_clip_model.safetensors. */
        OPEN_CLIP
    }

    /** A transformer. */
    record Tower(int layers, int width, int heads, int inner) {}

    private static final String HUGGING_FACE_FILE = "config.json";
    static final String OPEN_CLIP_FILE = "open_clip_config.json";
    static final String OPEN_CLIP_WEIGHTS = "open_clip_model.safetensors";

    /**
     * Reads a model's folder.
     *
     * @throws MetricException if it is no CLIP model of a kind that can be read here
     */
    static ClipConfig read(Path folder) throws MetricException {
        Path huggingFace = folder.resolve(HUGGING_FACE_FILE);
        boolean transformers =
                Files.isRegularFile(huggingFace)
                        && (Files.isRegularFile(folder.resolve("model.safetensors"))
                                || Files.isRegularFile(
                                        folder.resolve("model.safetensors.index.json")));
        if (transformers) {
            return huggingFace(new Fields(huggingFace, json(huggingFace), ""));
        }
        Path openClip = folder.resolve(OPEN_CLIP_FILE);
        if (Files.isRegularFile(openClip)
                && Files.isRegularFile(folder.resolve(OPEN_CLIP_WEIGHTS))) {
            return openClip(new Fields(openClip, json(openClip), ""));
        }
        throw new MetricException(
                folder
                        + ": is no CLIP model. It should hold config.json with model.safetensors"
                        + " (Hugging Face transformers), or open_clip_config.json with"
                        + " open_clip_model.safetensors (open_clip); .bin and .pt files are not"
                        + " read: docs/metrics.md says how to convert one");
    }

    static JsonNode json(Path file) throws MetricException {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MetricException(file + ": cannot be read: " + JsonFault.of(e), e);
        }
    }

    private static ClipConfig huggingFace(Fields root) throws MetricException {
        String type = root.node.path("model_type").asText("");
        if (!type.equals("clip")) {
            throw new MetricException(
                    root.file + ", model_type: is '" + type + "', not 'clip'; name a CLIP model");
        }
        Fields vision = root.part("vision_config");
        Fields text = root.part("text_config");
        String act = vision.node.path("hidden_act").asText("quick_gelu");
        String textAct = text.node.path("hidden_act").asText("quick_gelu");
        if (!act.equals(textAct) || !act.matches("quick_gelu|gelu")) {
            throw new MetricException(
                    root.file
                            + ", hidden_act: '"
                            + act
                            + "' and '"
                            + textAct
                            + "'; quick_gelu or gelu in both towers can be read");
        }
        return new ClipConfig(
                        Layout.HUGGING_FACE,
                        new Tower(
                                vision.size("num_hidden_layers", 12),
                                vision.size("hidden_size", 768),
                                vision.size("num_attention_heads", 12),
                                vision.size("intermediate_size", 3072)),
                        new Tower(
                                text.size("num_hidden_layers", 12),
                                text.size("hidden_size", 512),
                                text.size("num_attention_heads", 8),
                                text.size("intermediate_size", 2048)),
                        vision.size("image_size", 224),
                        vision.size("patch_size", 32),
                        text.size("max_position_embeddings", 77),
                        text.size("vocab_size", 49408),
                        root.size("projection_dim", 512),
                        act.equals("quick_gelu"),
                        vision.node.path("layer_norm_eps").asDouble(1e-5))
                .checked(root.file);
    }

    private static ClipConfig openClip(Fields root) throws MetricException {
        Fields model = root.part("model_cfg");
        Fields vision = model.part("vision_cfg");
        Fields text = model.part("text_cfg");
        for (String unknown : new String[] {"timm_model_name", "pool_type", "attentional_pool"}) {
            if (vision.node.hasNonNull(unknown)
                    && !vision.node.path(unknown).asText().equals("tok")) {
                throw new MetricException(
                        root.file
                                + ", vision_cfg."
                                + unknown
                                + ": only plain vision transformers can be read");
            }
        }
        if (text.node.hasNonNull("hf_model_name") || !vision.node.path("layers").isInt()) {
            throw new MetricException(
                    root.file + ": only CLIP's own text model and vision transformer can be read");
        }
        int width = vision.size("width", 768);
        int textWidth = text.size("width", 512);
        return new ClipConfig(
                        Layout.OPEN_CLIP,
                        new Tower(
                                vision.size("layers", 12),
                                width,
                                width / vision.size("head_width", 64),
                                (int) (width * vision.node.path("mlp_ratio").asDouble(4))),
                        new Tower(
                                text.size("layers", 12),
                                textWidth,
                                text.size("heads", 8),
                                (int) (textWidth * text.node.path("mlp_ratio").asDouble(4))),
                        vision.size("image_size", 224),
                        vision.size("patch_size", 16),
                        text.size("context_length", 77),
                        text.size("vocab_size", 49408),
                        model.size("embed_dim", 512),
                        model.node.path("quick_gelu").asBoolean(false),
                        1e-5)
                .checked(root.file);
    }

    private ClipConfig checked(Path file) throws MetricException {
        boolean fits =
                image % patch == 0
                        && vision.heads > 0
                        && vision.width % vision.heads == 0
                        && text.width % text.heads == 0
                        && context >= 3
                        && epsilon > 0;
        if (!fits) {
            throw new MetricException(file + ": its sizes contradict each other: " + this);
        }
        return this;
    }

    /** A JSON object with its place, for messages. */
    private record Fields(Path file, JsonNode node, String place) {
        Fields part(String name) throws MetricException {
            if (!node.path(name).isObject()) {
                throw new MetricException(file + ", " + place + name + ": is missing");
            }
            return new Fields(file, node.path(name), place + name + ".");
        }

        int size(String name, int standard) throws MetricException {
            JsonNode value = node.path(name);
            if (value.isMissingNode()) {
                return standard;
            }
            if (!value.isInt() || value.asInt() < 1 || value.asInt() > 1 << 20) {
                throw new MetricException(
                        file + ", " + place + name + ": is " + value + "; a size is expected");
            }
            return value.asInt();
        }
    }
}
