package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.painter.SceneGrammar;
import eliq.generate.painter.SceneParser;
import eliq.prompts.Lexicon;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LexiconVariantsTest {
    private final PromptVariants variants = new LexiconVariants(Lexicon.shipped());

    @Test
    void degradedPromptsAskForMoreAndWorseAsStrengthGrows() {
        String mild = variants.degraded("A red car in a street.", 0.1, 5);
        String severe = variants.degraded("A red car in a street.", 1, 5);
        assertTrue(mild.startsWith("A red car in a street, slightly "), mild);
        assertEquals(2, mild.split(", ").length);
        assertEquals(4, severe.split(", very ").length, severe);
    }

    @Test
    void spoiledPromptsAskForNoTechnicalFault() {
        for (long seed = 0; seed < 50; seed++) {
            String spoiled = variants.spoiled("two cats", 1, seed);
            assertTrue(!spoiled.matches(".*(blurry|grainy|resolution|jpeg).*"), spoiled);
        }
    }

    @Test
    void aChangedPromptShowsAnotherScene() {
        SceneParser parser = new SceneParser();
        int same = 0;
        for (long seed = 0; seed < 200; seed++) {
            String prompt = SceneGrammar.sample(seed).text();
            String changed = variants.changed(prompt, seed).orElseThrow();
            assertNotEquals(prompt, changed);
            same += parser.parse(prompt).equals(parser.parse(changed)) ? 1 : 0;
        }
        assertEquals(0, same);
    }

    @Test
    void articlesAndCapitalsFollowTheNewWord() {
        for (long seed = 0; seed < 100; seed++) {
            String changed = variants.changed("An apple on a plate", seed).orElseThrow();
            assertTrue(changed.matches("(An [aeiou]|A [^aeiou]|[^aA]|A[^n ]).*"), changed);
            assertTrue(Character.isUpperCase(changed.charAt(0)), changed);
        }
    }

    @Test
    void whereNothingIsKnownNothingIsChanged() {
        assertEquals(Optional.empty(), variants.changed("quarks in superposition", 1));
    }
}
