package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstructionsTest {
    private static final Instructions DEFAULT = Instructions.DEFAULT;

    @Test
    void thePromptStandsInTheAlignmentInstructionOnly() {
        Optional<String> prompt = Optional.of("a red fox in snow");

        assertTrue(
                DEFAULT.text(Aspect.ALIGNMENT, prompt).orElseThrow().contains("a red fox in snow"));
        assertEquals(
                DEFAULT.text(Aspect.TECHNICAL, Optional.empty()),
                DEFAULT.text(Aspect.TECHNICAL, prompt));
        assertEquals(
                DEFAULT.text(Aspect.AESTHETIC, Optional.empty()),
                DEFAULT.text(Aspect.AESTHETIC, prompt));
    }

    @Test
    void withoutPromptThereIsNoAlignmentUnlessANeutralPhraseStandsForIt() {
        assertEquals(Optional.empty(), DEFAULT.text(Aspect.ALIGNMENT, Optional.empty()));
        assertEquals(Optional.empty(), DEFAULT.text(Aspect.ALIGNMENT, Optional.of("  ")));

        Instructions neutral =
                new Instructions(
                        DEFAULT.technical(),
                        DEFAULT.aesthetic(),
                        "Shows {prompt}?",
                        "a photograph");
        assertEquals(
                Optional.of("Shows a photograph?"),
                neutral.text(Aspect.ALIGNMENT, Optional.empty()));
    }

    @Test
    void aPromptThatHoldsThePlaceholderOrARegularExpressionIsTakenAsItIs() {
        assertTrue(
                DEFAULT.text(Aspect.ALIGNMENT, Optional.of("$1 \\ {prompt}"))
                        .orElseThrow()
                        .contains("\"$1 \\ {prompt}\""));
    }

    @Test
    void thePromptIsFoundAgainInTheAlignmentInstructionAlone() {
        Instructions d = Instructions.DEFAULT;
        String prompt = "a {prompt} of \\d+ \"hens\"";
        String text = d.text(Aspect.ALIGNMENT, Optional.of(prompt)).orElseThrow();
        assertEquals(Optional.of(prompt), d.promptIn(text).map(quote -> quote.in(text)));
        String twice = d.text(Aspect.ALIGNMENT, Optional.of("image")).orElseThrow();
        assertEquals(twice.lastIndexOf("image"), d.promptIn(twice).orElseThrow().start());
        assertEquals(Optional.empty(), d.promptIn(d.technical()));
        assertEquals(Optional.empty(), d.promptIn(d.aesthetic()));

        Instructions neutral =
                new Instructions(d.technical(), d.aesthetic(), d.alignment(), "a photograph");
        String asked = neutral.text(Aspect.ALIGNMENT, Optional.empty()).orElseThrow();
        assertEquals(Optional.empty(), neutral.promptIn(asked));
    }

    @Test
    void eachInstructionIsOfFifteenToTwentyFiveWordsAndSaysWhatToAnswer() {
        for (Aspect aspect : Aspect.values()) {
            String text = DEFAULT.text(aspect, Optional.of("x")).orElseThrow();
            int words = text.split("\\s+").length;
            assertTrue(words >= 13 && words <= 25, words + " words: " + text);
            assertTrue(text.endsWith("Answer low or high."), text);
        }
    }

    @Test
    void textsWithAMisplacedPlaceholderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Instructions("a", "b", "c", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instructions("a {prompt}", "b", "c {prompt}", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instructions("a", "b", "{prompt} {prompt}", ""));
    }

    @Test
    void anyOtherWordMakesAnotherHash() {
        Instructions other =
                new Instructions(
                        DEFAULT.technical() + " ", DEFAULT.aesthetic(), DEFAULT.alignment(), "");
        assertNotEquals(DEFAULT.hash(), other.hash());
        assertFalse(DEFAULT.hash().isEmpty());
    }
}
