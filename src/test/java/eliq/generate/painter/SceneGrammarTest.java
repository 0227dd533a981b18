package eliq.generate.painter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.prompts.Category;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneGrammarTest {
    private static final int SAMPLES = 3000;

    @Test
    void readingASampledTextBackGivesItsScene() {
        SceneParser parser = new SceneParser();
        for (long seed = 0; seed < SAMPLES; seed++) {
            SceneGrammar.Sample sample = SceneGrammar.sample(seed);
            assertEquals(sample.scene(), parser.parse(sample.text()), sample.text());
        }
    }

    @Test
    void allSevenCategoriesComeEquallyOften() {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        for (long seed = 0; seed < SAMPLES; seed++) {
            counts.merge(SceneGrammar.sample(seed).category(), 1, Integer::sum);
        }
        for (Category category : Category.values()) {
            int count = counts.getOrDefault(category, 0);
            assertTrue(Math.abs(count - SAMPLES / 7.0) < 80, category + " " + count);
        }
    }

    @Test
    void textsHardlyEverRepeat() {
        Set<String> texts = new HashSet<>();
        for (long seed = 0; seed < SAMPLES; seed++) {
            texts.add(SceneGrammar.sample(seed).text());
        }
        assertTrue(texts.size() > 0.95 * SAMPLES, texts.size() + " different");
    }

    @Test
    void theSameNumberGivesTheSamePrompt() {
        assertEquals(SceneGrammar.sample(42), SceneGrammar.sample(42));
        assertEquals(Category.FOOD, SceneGrammar.sample(Category.FOOD, 7).category());
    }
}
