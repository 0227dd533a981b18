package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.tensor.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All of a random checkpoint's directory but the weights, with the published token ids.
 *
 * <p>The tokenizer is made here, not Qwen's: single bytes, and the four words low, high and the same with a space before
 * them; the special tokens have their published ids. A text takes about four times as many tokens as with the real one.
 */
final class RandomModelFiles {
    private static final int FIRST_ADDED = 151_643;

    /** In the order of their published ids. */
    private static final List<String> ADDED =
            List.of(
                    "<|endoftext|>",
                    "<|im_start|>",
                    "<|im_end|>",
                    "<|object_ref_start|>",
                    "<|object_ref_end|>",
                    "<|box_start|>",
                    "<|box_end|>",
                    "<|quad_start|>",
                    "<|quad_end|>",
                    "<|vision_start|>",
                    "<|vision_end|>",
                    "<|vision_pad|>",
                    "<|image_pad|>",
                    "<|video_pad|>");

    private static final List<String> MERGES =
            List.of("l o", "lo w", "h i", "hi g", "hig h", "\u0120 low", "\u0120 high");

    /** The pre-tokenizer's split, as it stands in Qwen2's tokenizer.json. */
    private static final String SPLIT =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
                    + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    private static final String CHAT_TEMPLATE =
            """
            {%- for message in messages %}
                {{- '<|im_start|>' + message.role + '\\n' }}
                {%- if message.content is string %}
                    {{- message.content }}
                {%- else %}
                    {%- for part in message.content %}
                        {%- if part.type == 'image' and message.role == 'user' %}
                            {{- '<|vision_start|><|image_pad|><|vision_end|>' }}
                        {%- elif 'text' in part %}
                            {{- part.text }}
                        {%- endif %}
                    {%- endfor %}
                {%- endif %}
                {{- '<|im_end|>\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|im_start|>assistant\\n' }}
            {%- endif %}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RandomModelFiles() {}

    static void write(Path directory, Qwen3VlConfig config, ElementType type) throws IOException {
        write(directory, "tokenizer.json", tokenizer());
        write(directory, "tokenizer_config.json", tokenizerConfig());
        write(directory, "preprocessor_config.json", preprocessor(65_536, 16_777_216));
        ObjectNode video = preprocessor(4_096, 25_165_824);
        video.put("video_processor_type", "Qwen3VLVideoProcessor");
        write(directory, "video_preprocessor_config.json", video);
        write(
                directory,
                "chat_template.json",
                JSON.createObjectNode().put("chat_template", CHAT_TEMPLATE));
        ObjectNode generation = JSON.createObjectNode();
        generation.put("bos_token_id", FIRST_ADDED).put("pad_token_id", FIRST_ADDED);
        generation.put("do_sample", false).put("eos_token_id", FIRST_ADDED + 2);
        write(directory, "generation_config.json", generation);
        write(directory, "config.json", config(config, type));
    }

    private static void write(Path directory, String name, ObjectNode node) throws IOException {
        Files.writeString(
                directory.resolve(name),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }

    private static int id(String added) {
        return FIRST_ADDED + ADDED.indexOf(added);
    }

    private static ObjectNode config(Qwen3VlConfig shape, ElementType type) {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add("Qwen3VLForConditionalGeneration");
        config.put("model_type", "qwen3_vl");
        config.put("image_token_id", shape.imageToken());
        config.put("video_token_id", id("<|video_pad|>"));
        config.put("vision_start_token_id", id("<|vision_start|>"));
        config.put("vision_end_token_id", id("<|vision_end|>"));
        config.put("tie_word_embeddings", shape.tiedHead());
        config.put("transformers_version", "4.57.0");
        Qwen3VlConfig.Text t = shape.text();
        ObjectNode text = config.putObject("text_config");
        text.put("model_type", "qwen3_vl_text");
        text.put("attention_bias", false);
        text.put("attention_dropout", 0.0);
        text.put("bos_token_id", id("<|endoftext|>"));
        text.put("eos_token_id", id("<|im_end|>"));
        text.put(
                "dtype",
                switch (type) {
                    case F32 -> "float32";
                    case F16 -> "float16";
                    default -> "bfloat16";
                });
        text.put("head_dim", t.headSize());
        text.put("hidden_act", "silu");
        text.put("hidden_size", t.hidden());
        text.put("initializer_range", RandomWeights.DEVIATION);
        text.put("intermediate_size", t.mlp());
        text.put("max_position_embeddings", 262_144);
        text.put("num_attention_heads", t.heads());
        text.put("num_hidden_layers", t.layers());
        text.put("num_key_value_heads", t.keyValueHeads());
        text.put("rms_norm_eps", t.normEpsilon());
        ObjectNode rope = text.putObject("rope_scaling");
        rope.put("mrope_interleaved", true);
        t.ropeSections().forEach(rope.putArray("mrope_section")::add);
        rope.put("rope_type", "default");
        text.put("rope_theta", (long) t.ropeTheta());
        // Some versions of the reference look for it here only.
        text.put("tie_word_embeddings", shape.tiedHead());
        text.put("use_cache", true);
        text.put("vocab_size", t.vocabulary());
        Qwen3VlConfig.Vision v = shape.vision();
        ObjectNode vision = config.putObject("vision_config");
        vision.put("model_type", "qwen3_vl");
        v.deepstack().forEach(vision.putArray("deepstack_visual_indexes")::add);
        vision.put("depth", v.blocks());
        vision.put("hidden_act", "gelu_pytorch_tanh");
        vision.put("hidden_size", v.hidden());
        vision.put("in_channels", 3);
        vision.put("initializer_range", RandomWeights.DEVIATION);
        vision.put("intermediate_size", v.mlp());
        vision.put("num_heads", v.heads());
        vision.put("num_position_embeddings", v.gridSide() * v.gridSide());
        vision.put("out_hidden_size", v.outHidden());
        vision.put("patch_size", v.patch());
        vision.put("spatial_merge_size", v.merge());
        vision.put("temporal_patch_size", v.temporalPatch());
        return config;
    }

    private static ObjectNode preprocessor(int least, int most) {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("size").put("longest_edge", most).put("shortest_edge", least);
        node.put("patch_size", 16).put("temporal_patch_size", 2).put("merge_size", 2);
        node.putArray("image_mean").add(0.5).add(0.5).add(0.5);
        node.putArray("image_std").add(0.5).add(0.5).add(0.5);
        node.put("processor_class", "Qwen3VLProcessor");
        node.put("image_processor_type", "Qwen2VLImageProcessorFast");
        return node;
    }

    private static ObjectNode tokenizerConfig() {
        ObjectNode node = JSON.createObjectNode();
        node.put("tokenizer_class", "Qwen2Tokenizer");
        node.put("processor_class", "Qwen3VLProcessor");
        node.put("add_bos_token", false).put("add_prefix_space", false);
        node.put("clean_up_tokenization_spaces", false);
        node.put("eos_token", "<|im_end|>").put("pad_token", "<|endoftext|>");
        node.put("errors", "replace").put("split_special_tokens", false);
        node.put("model_max_length", 262_144);
        ObjectNode added = node.putObject("added_tokens_decoder");
        ADDED.forEach(token -> added.set(Integer.toString(id(token)), flags(token)));
        return node;
    }

    private static ObjectNode flags(String token) {
        ObjectNode node = JSON.createObjectNode().put("content", token);
        node.put("single_word", false).put("lstrip", false).put("rstrip", false);
        return node.put("normalized", false).put("special", true);
    }

    private static ObjectNode tokenizer() {
        ObjectNode node = JSON.createObjectNode().put("version", "1.0");
        node.putNull("truncation").putNull("padding");
        ArrayNode added = node.putArray("added_tokens");
        for (String token : ADDED) {
            ObjectNode entry = added.addObject().put("id", id(token));
            entry.setAll(flags(token));
        }
        node.putObject("normalizer").put("type", "NFC");
        ArrayNode steps =
                node.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        ObjectNode split = steps.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", SPLIT);
        split.put("behavior", "Isolated").put("invert", false);
        steps.add(byteLevel(false));
        node.set("post_processor", byteLevel(false));
        node.set("decoder", byteLevel(true));
        ObjectNode model = node.putObject("model").put("type", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        ObjectNode vocabulary = model.putObject("vocab");
        byteSymbols().forEach(symbol -> vocabulary.put(symbol, vocabulary.size()));
        ArrayNode merges = model.putArray("merges");
        for (String merge : MERGES) {
            merges.add(merge);
            vocabulary.put(merge.replace(" ", ""), vocabulary.size());
        }
        // Added tokens that the vocabulary knows keep its ids, whatever lies between.
        ADDED.forEach(token -> vocabulary.put(token, id(token)));
        return node;
    }

    private static ObjectNode byteLevel(boolean decoding) {
        ObjectNode node = JSON.createObjectNode().put("type", "ByteLevel");
        node.put("add_prefix_space", decoding).put("trim_offsets", decoding);
        return node.put("use_regex", decoding);
    }

    /** GPT-2's printable characters for the bytes 0..255, in order of character. */
    private static List<String> byteSymbols() {
        Map<Integer, String> ordered = new TreeMap<>();
        int unprintable = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            int character = printable ? b : unprintable++;
            ordered.put(character, Character.toString(character));
        }
        return List.copyOf(ordered.values());
    }
}
