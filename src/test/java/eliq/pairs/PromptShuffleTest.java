package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.pairs.PromptShuffle.Wrong;
import eliq.prompts.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptShuffleTest {
    private static final List<String> PROMPTS =
            List.of(
                    "A red car in a street",
                    "A blue car in a street",
                    "a RED car  in a street",
                    "Two cats on a sofa",
                    "Two cats sleeping on a sofa",
                    "A bowl of soup",
                    "Children playing football",
                    "A lighthouse at night",
                    "A forest in the fog");
    private final PromptDistance distance = new LexiconDistance(Lexicon.shipped());

    private PromptShuffle shuffle(PromptSplit split) {
        return new PromptShuffle(PROMPTS, distance, 0.5, split);
    }

    @Test
    void wrongPromptsAreReallyDifferentFromTheRightOne() {
        PromptShuffle shuffle = shuffle(PromptSplit.none());
        for (String prompt : PROMPTS) {
            List<Wrong> wrong = shuffle.wrongFor(prompt, 100, 3);
            assertFalse(wrong.isEmpty());
            for (Wrong w : wrong) {
                assertTrue(distance.between(prompt, w.text()) >= 0.5, prompt + " / " + w.text());
                assertEquals(distance.between(prompt, w.text()), w.distance());
            }
        }
        List<String> forCar =
                shuffle.wrongFor("A red car in a street", 100, 3).stream()
                        .map(Wrong::text)
                        .toList();
        assertFalse(forCar.contains("A blue car in a street"));
        assertFalse(forCar.contains("a RED car  in a street"));
    }

    @Test
    void wrongPromptsOfOneImageDifferFromEachOther() {
        List<Wrong> wrong = shuffle(PromptSplit.none()).wrongFor("A bowl of soup", 4, 1);
        assertEquals(4, wrong.stream().map(Wrong::text).distinct().count());
    }

    @Test
    void theSeedDecidesAndTheListsOrderDoesNot() {
        PromptShuffle forwards = shuffle(PromptSplit.none());
        PromptShuffle backwards =
                new PromptShuffle(PROMPTS.reversed(), distance, 0.5, PromptSplit.none());
        assertEquals(
                forwards.wrongFor("A bowl of soup", 3, 9).getFirst().distance(),
                backwards.wrongFor("A bowl of soup", 3, 9).getFirst().distance());
        assertTrue(
                java.util.stream.LongStream.range(0, 20)
                                .mapToObj(s -> forwards.wrongFor("A bowl of soup", 1, s))
                                .distinct()
                                .count()
                        > 1);
    }

    @Test
    void aTrainingPromptNeverMeetsAHeldOutOne() {
        PromptSplit split = PromptSplit.of(PROMPTS, 0.4, 1);
        PromptShuffle shuffle = shuffle(split);
        for (String prompt : PROMPTS) {
            if (!split.holdsOut(prompt)) {
                assertTrue(
                        shuffle.wrongFor(prompt, 100, 3).stream()
                                .noneMatch(w -> split.holdsOut(w.text())));
            }
        }
    }

    @Test
    void aHeldOutPromptTakesTrainingPromptsOnlyWhenItsSideHasTooFew() {
        List<String> prompts = List.of("a cat", "a dog", "a lamp");
        PromptSplit split = PromptSplit.of(prompts, 0.34, 1);
        String heldOut = prompts.stream().filter(split::holdsOut).findFirst().orElseThrow();
        PromptShuffle shuffle = new PromptShuffle(prompts, distance, 0.5, split);
        assertEquals(2, shuffle.wrongFor(heldOut, 5, 1).size());
    }

    @Test
    void distanceRunsFromSameToNothingInCommon() {
        assertEquals(0, distance.between("Two red cars", "two red car"));
        assertEquals(
                0, distance.between("A blue sofa in a lounge", "a blue couch in the living room"));
        assertEquals(1, distance.between("a red car", "a bowl of soup"));
        assertEquals(1, distance.between("quarks and gluons", "a haiku about debt"));
        assertEquals(
                distance.between("a red car", "an old car by the sea"),
                distance.between("an old car by the sea", "a red car"));
    }

    @Test
    void anotherSubjectIsFurtherAwayThanAnotherColour() {
        assertTrue(
                distance.between("a red car in a street", "a red bus in a street")
                        > distance.between("a red car in a street", "a blue car in a street"));
    }
}
