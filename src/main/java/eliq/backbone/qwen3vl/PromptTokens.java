package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import java.util.stream.LongStream;

/**
 * The token ids of questions about one image, split where they begin to differ: the prefix (opening, image, its end) is
 * the same for every question, and ends at an added token, so that both parts may be tokenized apart.
 *
 * @param prefix ids up to and with {@code <|vision_end|>}, {@code <|image_pad|>} repeated once for every merged patch
 * @param imageStart index of the first image token in the prefix
 * @param rows of the merged grid
 * @param columns of the merged grid
 */
public record PromptTokens(long[] prefix, int imageStart, int rows, int columns) {

    /** Number of image tokens. */
    public int imageTokens() {
        return rows * columns;
    }

    /**
     * @param imageToken id of {@code <|image_pad|>} by the model's configuration
     * @param rows of the merged grid
     * @param columns of the merged grid
     * @throws BackboneException if tokenizer and configuration disagree about {@code <|image_pad|>}
     */
    public static PromptTokens of(Qwen3VlTokenizer tokenizer, int imageToken, int rows, int columns)
            throws BackboneException {
        long[] bare = tokenizer.encode(PromptRendering.BEFORE_TEXT);
        int start = indexOf(bare, imageToken);
        if (start < 0) {
            throw new BackboneException(
                    "config.json says that <|image_pad|> is token "
                            + imageToken
                            + ", tokenizer.json does not: the files belong to different models");
        }
        int tokens = rows * columns;
        long[] prefix = new long[bare.length - 1 + tokens];
        System.arraycopy(bare, 0, prefix, 0, start);
        java.util.Arrays.fill(prefix, start, start + tokens, imageToken);
        System.arraycopy(bare, start + 1, prefix, start + tokens, bare.length - start - 1);
        return new PromptTokens(prefix, start, rows, columns);
    }

    /**
     * The ids of one question after the prefix, up to where the answer begins.
     *
     * @throws BackboneException if the text holds {@code <|image_pad|>} or its like, which stand for pictures
     */
    public static long[] suffix(Qwen3VlTokenizer tokenizer, String text) throws BackboneException {
        for (String token : new String[] {"<|image_pad|>", "<|video_pad|>"}) {
            if (text.contains(token)) {
                throw new BackboneException(
                        "the text '"
                                + text
                                + "' contains "
                                + token
                                + ", which stands for a picture: take it out");
            }
        }
        return tokenizer.encode(text + PromptRendering.AFTER_TEXT);
    }

    /** The whole prompt: prefix and a suffix. */
    public long[] with(long[] suffix) {
        return LongStream.concat(LongStream.of(prefix), LongStream.of(suffix)).toArray();
    }

    /**
     * Positions of the prefix and {@code suffix} tokens after it.
     *
     * @param suffix how many tokens follow the prefix
     */
    public RopePositions positions(int suffix) {
        int after = prefix.length - imageStart - imageTokens() + suffix;
        return RopePositions.image(imageStart, rows, columns, after);
    }

    private static int indexOf(long[] ids, long wanted) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
