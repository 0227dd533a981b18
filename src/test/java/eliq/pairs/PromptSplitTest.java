package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptSplitTest {
    private final List<String> prompts =
            IntStream.range(0, 70).mapToObj(i -> "A red chair number " + i).toList();

    @Test
    void exactlyTheShareOfTheGivenPromptsIsHeldOut() {
        PromptSplit split = PromptSplit.of(prompts, 0.2, 5);
        assertEquals(14, prompts.stream().filter(split::holdsOut).count());
    }

    @Test
    void aPromptStaysOnItsSideWhateverItsCaseAndSpacing() {
        PromptSplit split = PromptSplit.of(prompts, 0.5, 5);
        for (String prompt : prompts) {
            assertEquals(
                    split.holdsOut(prompt),
                    split.holdsOut("  " + prompt.toUpperCase().replace(" ", "  ")));
        }
    }

    @Test
    void anotherSeedHoldsOutOthers() {
        PromptSplit one = PromptSplit.of(prompts, 0.5, 5);
        PromptSplit other = PromptSplit.of(prompts, 0.5, 6);
        assertNotEquals(
                prompts.stream().filter(one::holdsOut).toList(),
                prompts.stream().filter(other::holdsOut).toList());
    }

    @Test
    void twoPromptsAreOneOnEachSide() {
        List<String> two = List.of("a cat", "a dog");
        PromptSplit split = PromptSplit.of(two, 0.1, 5);
        assertEquals(1, two.stream().filter(split::holdsOut).count());
    }

    @Test
    void allOrNothingIsPossible() {
        assertTrue(prompts.stream().noneMatch(PromptSplit.none()::holdsOut));
        assertTrue(prompts.stream().allMatch(PromptSplit.of(prompts, 1, 2)::holdsOut));
        assertFalse(PromptSplit.of(List.of(), 0.5, 2).holdsOut("a cat"));
    }

    @Test
    void aShareAboveOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PromptSplit(1, 1.5));
    }
}
