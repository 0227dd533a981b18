package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers as language models really give them. */
class LenientJsonTest {

    @Test
    void aFenceAndWordsAroundItDoNotMatter() {
        assertEquals(
                List.of("a red car", "two dogs"),
                LenientJson.strings(
                        "Sure! Here you are:\n```json\n{\"prompts\": [\"a red car\", \"two dogs\",]}\n```\nEnjoy!"));
    }

    @Test
    void anArrayAloneOrOneOfObjectsWillDo() {
        assertEquals(List.of("a", "b"), LenientJson.strings("['a', 'b']"));
        assertEquals(
                List.of("a red car", "two dogs"),
                LenientJson.strings(
                        "[{\"id\": \"1\", \"prompt\": \"a red car\"}, {\"id\": \"2\", \"prompt\": \"two dogs\"}]"));
    }

    @Test
    void whatIsCutOffGivesWhatIsWhole() {
        assertEquals(
                List.of("a red car", "two dogs"),
                LenientJson.strings("{\"prompts\": [\"a red car\", \"two dogs\", \"a blue hou"));
    }

    @Test
    void curlyQuotesOfTheJsonItselfAreStraightened() {
        assertEquals(List.of("a red car"), LenientJson.strings("{“prompts”: [“a red car”]}"));
    }

    @Test
    void aListInProseIsRead() {
        assertEquals(
                List.of("A red car on a road", "Two dogs"),
                LenientJson.strings(
                        "Here are your prompts:\n\n1. **A red car on a road**\n2) \"Two dogs\"\n\nLet me know!"));
    }

    @Test
    void proseWithoutAListHoldsNothing() {
        assertEquals(List.of(), LenientJson.strings("I am sorry, I cannot help with that."));
    }

    @Test
    void flatObjectsAreReadAsFarAsTheyAreWhole() {
        assertEquals(
                List.of(
                        Map.of("n", "1", "categories", "Food;Events", "sure", "true"),
                        Map.of("n", "2", "categories", "")),
                LenientJson.objects(
                        "{\"labels\": [{\"n\": 1, \"categories\": [\"Food\", \"Events\"], \"sure\": true},"
                                + " {\"n\": 2, \"categories\": []}, {\"n\": 3, \"categ"));
    }
}
