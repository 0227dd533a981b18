package eliq.metric.clip;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import eliq.metric.MetricException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** CLIP's byte-pair encoding by the model's {@code tokenizer.json}. May be used from any thread. */
final class ClipTokenizer implements AutoCloseable {
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final Map<String, String> OPTIONS =
            Map.of(
                    "addSpecialTokens", "false",
                    "truncation", "do_not_truncate",
                    "padding", "do_not_pad");

    private final HuggingFaceTokenizer tokenizer;
    private final int context;
    private final long start;
    private final long end;

    private ClipTokenizer(HuggingFaceTokenizer tokenizer, int context, long start, long end) {
        this.tokenizer = tokenizer;
        this.context = context;
        this.start = start;
        this.end = end;
    }

    /**
     * @param context most tokens of a text, start and end included
     * @throws MetricException if the folder has no such tokenizer
     */
    static ClipTokenizer read(Path folder, int context) throws MetricException {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw new MetricException(
                    file
                            + " is missing: copy the one of any CLIP model there, such as that of"
                            + " openai/clip-vit-base-patch32; all CLIP models have the same");
        }
        stayLocal("OPT_OUT_TRACKING", "true");
        stayLocal("RUST_FLAVOR", "cpu");
        try {
            HuggingFaceTokenizer tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            new ByteArrayInputStream(Files.readAllBytes(file)), OPTIONS);
            long[] marks = tokenizer.encode(START + END, false, false).getIds();
            if (marks.length != 2) {
                tokenizer.close();
                throw new MetricException(file + ": has no tokens " + START + " and " + END);
            }
            return new ClipTokenizer(tokenizer, context, marks[0], marks[1]);
        } catch (IOException | RuntimeException e) {
            throw new MetricException(
                    file + ": is not a tokenizer that can be read: " + e.getMessage(), e);
        }
    }

    /** Without these DJL asks a cloud's metadata address, and looks for a CUDA build of the tokenizers to download. */
    private static void stayLocal(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The start token, the text's tokens as far as they fit, the end token. */
    long[] encode(String text) {
        long[] own =
                text.isBlank()
                        ? new long[0]
                        : tokenizer.encode(wellFormed(text), false, false).getIds();
        int kept = Math.min(own.length, context - 2);
        long[] ids = new long[kept + 2];
        ids[0] = start;
        System.arraycopy(own, 0, ids, 1, kept);
        ids[kept + 1] = end;
        return ids;
    }

    /** A lone half of a surrogate pair has no UTF-8 form, and native code must not see it. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
