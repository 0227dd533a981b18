package eliq.backbone.qwen3vl;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import eliq.backbone.BackboneException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Text to token ids and back, by the model's {@code tokenizer.json}: NFC, added tokens, the Qwen2 split, byte-level BPE.
 * Nothing is added, cut or padded. May be used on any thread; frees native memory on {@link #close}.
 */
public final class Qwen3VlTokenizer implements AutoCloseable {

    private static final Map<String, String> OPTIONS =
            Map.of(
                    "addSpecialTokens", "false",
                    "truncation", "do_not_truncate",
                    "padding", "do_not_pad");

    private final Path file;
    private final HuggingFaceTokenizer tokenizer;

    private Qwen3VlTokenizer(Path file, HuggingFaceTokenizer tokenizer) {
        this.file = file;
        this.tokenizer = tokenizer;
    }

    /**
     * Reads {@code tokenizer.json} of a model directory; no other file and no network is consulted.
     *
     * @throws BackboneException if it is missing or not a tokenizer
     */
    public static Qwen3VlTokenizer load(Path modelDirectory) throws BackboneException {
        Path file = modelDirectory.resolve("tokenizer.json");
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BackboneException(
                    file + " is missing: a Qwen3-VL model directory needs it", e);
        } catch (IOException e) {
            throw new BackboneException(file + " cannot be read: " + e.getMessage(), e);
        }
        stayLocal("OPT_OUT_TRACKING", "true");
        stayLocal("RUST_FLAVOR", "cpu");
        try {
            return new Qwen3VlTokenizer(
                    file,
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS));
        } catch (IOException | RuntimeException e) {
            throw new BackboneException(
                    file + " is not a tokenizer that can be read: " + e.getMessage(), e);
        }
    }

    /** Without these DJL asks a cloud's metadata address, and looks for a CUDA build of the tokenizers to download. */
    private static void stayLocal(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The ids of a text; added tokens such as {@code <|im_end|>} are recognised anywhere in it. */
    public long[] encode(String text) {
        return text.isEmpty()
                ? new long[0]
                : tokenizer.encode(wellFormed(text), false, false).getIds();
    }

    /**
     * Which tokens of {@link #encode}'s hold something of a stretch of the text. The text must be in NFC and without
     * characters beyond the basic plane before the stretch's end, or the answer is shifted.
     *
     * @param start first character of the stretch
     * @param end the one after its last
     */
    int[] tokensOf(String text, int start, int end) {
        CharSpan[] spans = tokenizer.encode(wellFormed(text), false, false).getCharTokenSpans();
        return IntStream.range(0, spans.length)
                .filter(i -> spans[i].getStart() < end && spans[i].getEnd() > start)
                .toArray();
    }

    public String decode(long[] ids, boolean skipSpecialTokens) {
        return ids.length == 0 ? "" : tokenizer.decode(ids, skipSpecialTokens);
    }

    /**
     * The id of a text that is one token, such as {@code low} or {@code <|image_pad|>}.
     *
     * @throws BackboneException if it is split
     */
    public long single(String token) throws BackboneException {
        long[] ids = encode(token);
        if (ids.length != 1) {
            throw new BackboneException(
                    file
                            + ": '"
                            + token
                            + "' should be a single token, but becomes "
                            + ids.length
                            + "; this tokenizer does not belong to a usable model");
        }
        return ids[0];
    }

    /** A lone half of a surrogate pair has no UTF-8 form, and native code must not see it. */
    private static String wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
