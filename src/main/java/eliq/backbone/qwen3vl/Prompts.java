package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.Quote;
import eliq.backbone.TrainingImage;
import java.nio.file.Path;

/**
 * From images and texts to the token ids of a checkpoint.
 *
 * @param low id of the single token {@code low}
 * @param high id of the single token {@code high}
 */
record Prompts(Qwen3VlTokenizer tokenizer, Qwen3VlConfig config, long low, long high)
        implements AutoCloseable {

    static Prompts load(Path directory, Qwen3VlConfig config) throws BackboneException {
        Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(directory);
        try {
            return new Prompts(
                    tokenizer, config, tokenizer.single("low"), tokenizer.single("high"));
        } catch (BackboneException e) {
            tokenizer.close();
            throw e;
        }
    }

    /**
     * The common beginning of all questions about an image.
     *
     * @throws BackboneException if the image's patches do not fit the model
     */
    PromptTokens prefix(TrainingImage image) throws BackboneException {
        Qwen3VlLimits.check(image, config.vision());
        int merge = config.vision().merge();
        return PromptTokens.of(
                tokenizer, config.imageToken(), image.rows() / merge, image.columns() / merge);
    }

    /** The rest of one question, up to where the answer begins. */
    long[] suffix(String text) throws BackboneException {
        return checked(PromptTokens.suffix(tokenizer, text), text);
    }

    /** Places in a suffix of the tokens that hold these words of its text. */
    int[] places(String text, Quote quote) {
        return tokenizer.tokensOf(text + PromptRendering.AFTER_TEXT, quote.start(), quote.end());
    }

    /** The ids of an answer. */
    long[] answer(String text) throws BackboneException {
        return checked(tokenizer.encode(text), text);
    }

    private long[] checked(long[] ids, String text) throws BackboneException {
        for (long id : ids) {
            if (id < 0 || id >= config.text().vocabulary()) {
                throw new BackboneException(
                        "the text '"
                                + text
                                + "' becomes token "
                                + id
                                + ", but the model knows only "
                                + config.text().vocabulary());
            }
        }
        return ids;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
