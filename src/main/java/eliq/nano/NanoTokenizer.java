package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.qwen3vl.Qwen3VlTokenizer;
import java.io.IOException;
import java.nio.file.Path;

/** Begins a model: everything in its directory but the weights. */
final class NanoTokenizer {

    private NanoTokenizer() {}

    /**
     * Learns the tokenizer and writes it with the model's configuration.
     *
     * @throws BackboneException if the result is unusable, which would be a fault of the recipe
     */
    static void write(Path directory, NanoShape shape, NanoPrompts prompts)
            throws BackboneException, IOException {
        ByteLevelBpe encoding =
                ByteLevelBpe.train(
                        NanoCorpus.texts(prompts),
                        shape.vocabulary() - ModelDirectory.ADDED_TOKENS.size());
        ModelDirectory.write(directory, shape, encoding);
        try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(directory)) {
            tokenizer.single("low");
            tokenizer.single("high");
            for (String token : ModelDirectory.ADDED_TOKENS) {
                tokenizer.single(token);
            }
        }
    }
}
