package eliq.nano;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes all of a Hugging Face model directory but the weights. */
final class ModelDirectory {

    /** In the order of their ids, which follow those of the encoding. */
    static final List<String> ADDED_TOKENS =
            List.of(
                    "<|endoftext|>",
                    "<|im_start|>",
                    "<|im_end|>",
                    "<|vision_start|>",
                    "<|vision_end|>",
                    "<|image_pad|>",
                    "<|video_pad|>");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHAT_TEMPLATE =
            """
            {%- for message in messages %}
                {%- if message.role == 'user' or message.role == 'assistant' or (message.role == 'system' and loop.first) %}
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
                {%- endif %}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|im_start|>assistant\\n' }}
            {%- endif %}
            """;

    private ModelDirectory() {}

    static void write(Path directory, NanoShape shape, ByteLevelBpe encoding) throws IOException {
        Files.createDirectories(directory);
        int vocabulary = Math.ceilDiv(encoding.tokens().size() + ADDED_TOKENS.size(), 64) * 64;
        write(directory, "tokenizer.json", tokenizer(encoding));
        write(directory, "tokenizer_config.json", tokenizerConfig(encoding));
        write(directory, "config.json", config(shape, encoding, vocabulary));
        write(directory, "preprocessor_config.json", preprocessor(shape));
        write(directory, "generation_config.json", generation(encoding));
        write(
                directory,
                "chat_template.json",
                JSON.createObjectNode().put("chat_template", CHAT_TEMPLATE));
    }

    private static void write(Path directory, String name, ObjectNode node) throws IOException {
        Files.writeString(
                directory.resolve(name),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }

    private static int id(ByteLevelBpe encoding, String addedToken) {
        return encoding.tokens().size() + ADDED_TOKENS.indexOf(addedToken);
    }

    private static ObjectNode config(NanoShape shape, ByteLevelBpe encoding, int vocabulary) {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add("Qwen3VLForConditionalGeneration");
        config.put("model_type", "qwen3_vl");
        config.put("image_token_id", id(encoding, "<|image_pad|>"));
        config.put("video_token_id", id(encoding, "<|video_pad|>"));
        config.put("vision_start_token_id", id(encoding, "<|vision_start|>"));
        config.put("vision_end_token_id", id(encoding, "<|vision_end|>"));
        config.put("tie_word_embeddings", true);
        config.put("transformers_version", "4.57.0");
        ObjectNode text = config.putObject("text_config");
        text.put("model_type", "qwen3_vl_text");
        text.put("attention_bias", false);
        text.put("attention_dropout", 0.0);
        text.put("bos_token_id", id(encoding, "<|endoftext|>"));
        text.put("eos_token_id", id(encoding, "<|im_end|>"));
        text.put("dtype", "bfloat16");
        text.put("head_dim", shape.headSize());
        text.put("hidden_act", "silu");
        text.put("hidden_size", shape.hidden());
        text.put("initializer_range", 0.02);
        text.put("intermediate_size", shape.mlp());
        text.put("max_position_embeddings", 4096);
        text.put("num_attention_heads", shape.heads());
        text.put("num_hidden_layers", shape.layers());
        text.put("num_key_value_heads", shape.keyValueHeads());
        text.put("rms_norm_eps", 1e-6);
        ObjectNode rope = text.putObject("rope_scaling");
        rope.put("mrope_interleaved", true);
        int slots = shape.headSize() / 2;
        int spatial = slots * 5 / 16;
        rope.putArray("mrope_section").add(slots - 2 * spatial).add(spatial).add(spatial);
        rope.put("rope_type", "default");
        text.put("rope_theta", 10_000);
        text.put("tie_word_embeddings", true);
        text.put("use_cache", true);
        text.put("vocab_size", vocabulary);
        ObjectNode vision = config.putObject("vision_config");
        vision.put("model_type", "qwen3_vl");
        vision.putArray("deepstack_visual_indexes").add(shape.deepstackBlock());
        vision.put("depth", shape.visionBlocks());
        vision.put("hidden_act", "gelu_pytorch_tanh");
        vision.put("hidden_size", shape.visionHidden());
        vision.put("in_channels", 3);
        vision.put("initializer_range", 0.02);
        vision.put("intermediate_size", shape.visionMlp());
        vision.put("num_heads", shape.visionHeads());
        vision.put("num_position_embeddings", shape.gridSide() * shape.gridSide());
        vision.put("out_hidden_size", shape.hidden());
        vision.put("patch_size", shape.patch());
        vision.put("spatial_merge_size", 2);
        vision.put("temporal_patch_size", 1);
        return config;
    }

    private static ObjectNode preprocessor(NanoShape shape) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode size = node.putObject("size");
        size.put("longest_edge", shape.pixels());
        size.put("shortest_edge", shape.pixels());
        node.put("patch_size", shape.patch());
        node.put("temporal_patch_size", 1);
        node.put("merge_size", 2);
        node.putArray("image_mean").add(0.5).add(0.5).add(0.5);
        node.putArray("image_std").add(0.5).add(0.5).add(0.5);
        node.put("processor_class", "Qwen3VLProcessor");
        node.put("image_processor_type", "Qwen2VLImageProcessorFast");
        return node;
    }

    private static ObjectNode generation(ByteLevelBpe encoding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("bos_token_id", id(encoding, "<|endoftext|>"));
        node.put("pad_token_id", id(encoding, "<|endoftext|>"));
        node.put("do_sample", false);
        node.put("eos_token_id", id(encoding, "<|im_end|>"));
        return node;
    }

    private static ObjectNode tokenizerConfig(ByteLevelBpe encoding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("tokenizer_class", "Qwen2Tokenizer");
        node.put("processor_class", "Qwen3VLProcessor");
        node.put("add_bos_token", false);
        node.put("add_prefix_space", false);
        node.put("clean_up_tokenization_spaces", false);
        node.put("eos_token", "<|im_end|>");
        node.put("pad_token", "<|endoftext|>");
        node.put("errors", "replace");
        node.put("model_max_length", 4096);
        node.put("split_special_tokens", false);
        ObjectNode added = node.putObject("added_tokens_decoder");
        for (String token : ADDED_TOKENS) {
            added.set(Integer.toString(id(encoding, token)), flags(token));
        }
        return node;
    }

    private static ObjectNode flags(String token) {
        ObjectNode node = JSON.createObjectNode();
        node.put("content", token);
        node.put("single_word", false);
        node.put("lstrip", false);
        node.put("rstrip", false);
        node.put("normalized", false);
        node.put("special", true);
        return node;
    }

    private static ObjectNode tokenizer(ByteLevelBpe encoding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("version", "1.0");
        node.putNull("truncation");
        node.putNull("padding");
        ArrayNode added = node.putArray("added_tokens");
        for (String token : ADDED_TOKENS) {
            ObjectNode entry = added.addObject().put("id", id(encoding, token));
            entry.setAll(flags(token));
        }
        node.putObject("normalizer").put("type", "NFC");
        ObjectNode sequence = node.putObject("pre_tokenizer").put("type", "Sequence");
        ArrayNode pretokenizers = sequence.putArray("pretokenizers");
        ObjectNode split = pretokenizers.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", ByteLevelBpe.SPLIT);
        split.put("behavior", "Isolated").put("invert", false);
        pretokenizers.add(byteLevel(false, false, false));
        node.set("post_processor", byteLevel(false, false, false));
        node.set("decoder", byteLevel(true, true, true));
        ObjectNode model = node.putObject("model").put("type", "BPE");
        for (String absent :
                List.of(
                        "dropout",
                        "unk_token",
                        "continuing_subword_prefix",
                        "end_of_word_suffix")) {
            model.putNull(absent);
        }
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        ObjectNode vocabulary = model.putObject("vocab");
        List<String> tokens = new ArrayList<>(encoding.tokens());
        for (int i = 0; i < tokens.size(); i++) {
            vocabulary.put(tokens.get(i), i);
        }
        ArrayNode merges = model.putArray("merges");
        encoding.merges().forEach(merge -> merges.add(merge.left() + " " + merge.right()));
        return node;
    }

    private static ObjectNode byteLevel(boolean prefixSpace, boolean trim, boolean regex) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "ByteLevel");
        node.put("add_prefix_space", prefixSpace);
        node.put("trim_offsets", trim);
        node.put("use_regex", regex);
        return node;
    }
}
