package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.pairs.BuildPairs.PromptText;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Distances by words, by categories and by embeddings. */
class PromptDistancesTest {
    private static final PromptDistance WORDS = new LexiconDistance(Lexicon.shipped());
    private static final String SOUP = "a bowl of soup on a table";
    private static final String PIE = "an apple pie with cream";
    private static final String TRAM = "a tram in a busy street";

    @Test
    void promptsOfOneCategoryAreCloserThanTheirWordsSay() {
        PromptDistance distance =
                CategoryDistance.of(
                        WORDS,
                        List.of(
                                new PromptText(SOUP, List.of(Category.FOOD)),
                                new PromptText(PIE, List.of(Category.FOOD)),
                                new PromptText(TRAM, List.of(Category.URBAN_SCENES))));
        assertEquals(0.8 * WORDS.between(SOUP, PIE), distance.between(SOUP, PIE), 1e-12);
        assertEquals(WORDS.between(SOUP, TRAM), distance.between(SOUP, TRAM), 1e-12);
        assertEquals(
                WORDS.between(SOUP, "a text that nobody labelled"),
                distance.between(SOUP, "a text that nobody labelled"),
                1e-12);
        assertEquals(distance.between(SOUP, PIE), distance.between(PIE, SOUP), 1e-12);
    }

    @Test
    void whatAModelFindsAlikeIsCloseWhateverTheWords() {
        // All in one cone, as embeddings are; the first two next to each other in it.
        Map<String, float[]> embeddings =
                Map.of(
                        "a puppy", new float[] {10, 1, 0.1f},
                        "a young dog", new float[] {10, 1.05f, 0.1f},
                        "a tram", new float[] {10, -1, 0.4f},
                        "a mountain lake", new float[] {10, 0.1f, -1});
        PromptDistance far = (one, other) -> one.equals(other) ? 0 : 1;
        PromptDistance distance = new EmbeddingDistance(far, embeddings);
        assertEquals(0, distance.between("a puppy", "A young  dog"));
        assertTrue(distance.between("a puppy", "a tram") > 0.5);
        assertEquals(0, distance.between("a tram", "a tram"));
        assertEquals(1, distance.between("a tram", "a text without an embedding"));
    }

    @Test
    void wordsSeeWhatAModelOverlooks() {
        Map<String, float[]> embeddings =
                Map.of(
                        "a red tram", new float[] {1, 0},
                        "a red tram in a street", new float[] {0, 1},
                        "a lake", new float[] {-1, 0.2f});
        assertEquals(
                WORDS.between("a red tram", "a red tram in a street"),
                new EmbeddingDistance(WORDS, embeddings)
                        .between("a red tram", "a red tram in a street"));
    }

    @Test
    void aModelWhereThereCanBeNoneIsRefused() {
        assertThrows(
                PairsException.class,
                () -> DistanceSource.of(WORDS).open(Optional.of(Path.of("model")), List.of(SOUP)));
    }
}
