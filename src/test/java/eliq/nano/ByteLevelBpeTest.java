package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.backbone.qwen3vl.Qwen3VlConfig;
import eliq.backbone.qwen3vl.Qwen3VlTokenizer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteLevelBpeTest {

    private static final List<String> CORPUS =
            Collections.nCopies(3, "low lower lowest, high higher: naïve café 夜");

    @TempDir Path directory;

    @Test
    void bytesHaveTheIdsThatTheyHaveInGpt2() {
        List<String> symbols = ByteLevelBpe.byteSymbols();

        assertEquals(256, symbols.size());
        assertEquals("!", symbols.getFirst());
        assertEquals("Ġ", symbols.get(220));
        assertEquals("a", symbols.get(64));
    }

    @Test
    void theCommonestPairIsMergedFirstAndTiesGoToTheOlderPair() {
        ByteLevelBpe encoding = ByteLevelBpe.train(List.of("ab ab ab cd cd"), 258);

        assertEquals(new ByteLevelBpe.Merge("a", "b"), encoding.merges().getFirst());
        assertEquals(258, encoding.tokens().size());
    }

    @Test
    void mergingStopsWhereNothingOccursTwice() {
        assertEquals(List.of(), ByteLevelBpe.train(List.of("abcdef"), 1000).merges());
    }

    @Test
    void theSameCorpusGivesTheSameEncoding() {
        assertEquals(ByteLevelBpe.train(CORPUS, 300), ByteLevelBpe.train(CORPUS, 300));
    }

    @Test
    void theWrittenDirectoryIsReadByTheOrdinaryTokenizerWithoutLoss() throws Exception {
        ByteLevelBpe encoding = ByteLevelBpe.train(CORPUS, 300);

        ModelDirectory.write(directory, NanoShape.SHIPPED, encoding);

        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        assertEquals(512 * 512, PreprocessorConfig.read(directory).maxPixels());
        assertEquals(0, config.text().vocabulary() % 64);
        try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(directory)) {
            assertEquals(config.imageToken(), tokenizer.single("<|image_pad|>"));
            assertArrayEquals(
                    new long[] {encoding.tokens().indexOf("low")}, tokenizer.encode("low"));
            String text = "<|im_start|>user\nA naïve 🦊 in the café, 1234 lowest!";
            assertEquals(text, tokenizer.decode(tokenizer.encode(text), false));
            for (long id : tokenizer.encode(text)) {
                assertTrue(id < config.text().vocabulary());
            }
        }
    }
}
