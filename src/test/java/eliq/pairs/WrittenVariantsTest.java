package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.PromptRewrite;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.prompts.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenVariantsTest {
    private static final String PROMPT = "A red car on a street";

    @TempDir Path folder;

    @Test
    void whatWasWrittenAheadIsTakenAndTheRestRewrittenOtherwise() throws Exception {
        LexiconVariants rules = new LexiconVariants(Lexicon.shipped());
        try (Catalog catalog = Catalog.open(folder)) {
            long id = catalog.prompts().add(NewPrompt.of(PROMPT, "t")).id();
            catalog.prompts()
                    .addRewrites(
                            id,
                            List.of(
                                    version(
                                            "degraded",
                                            0.6,
                                            "A noisy picture of a red car on a street"),
                                    version("object", 1, "A red bus on a street"),
                                    version("scene", 1, "A red car in a forest")));
            PromptVariants written = WrittenVariants.of(catalog, rules).now();

            assertEquals(
                    "A noisy picture of a red car on a street",
                    written.degraded("a red  car on a street", 0.5, 1));
            // Nothing of such strength, of this kind, or of this prompt is there.
            assertEquals(rules.degraded(PROMPT, 0.1, 1), written.degraded(PROMPT, 0.1, 1));
            assertEquals(rules.spoiled(PROMPT, 0.6, 1), written.spoiled(PROMPT, 0.6, 1));
            assertEquals(rules.changed("two dogs", 1), written.changed("two dogs", 1));
            Set<Optional<String>> changed =
                    LongStream.range(0, 30)
                            .mapToObj(seed -> written.changed(PROMPT, seed))
                            .collect(Collectors.toSet());
            assertEquals(
                    Set.of(
                            Optional.of("A red bus on a street"),
                            Optional.of("A red car in a forest")),
                    changed);
            assertTrue(written.changed(PROMPT, 7).equals(written.changed(PROMPT, 7)));
        }
    }

    private static PromptRewrite version(String kind, double strength, String text) {
        return new PromptRewrite(kind, strength, text, "", "test-model", 1);
    }
}
