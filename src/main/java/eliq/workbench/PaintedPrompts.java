package eliq.workbench;

import eliq.generate.painter.SceneGrammar;
import eliq.pairs.BuildPairs;
import eliq.prompts.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Prompts that the built-in painter understands to the last word, in turn of all seven categories. */
final class PaintedPrompts {
    private PaintedPrompts() {}

    /**
     * @param count how many, all different
     * @param seed the same seed gives the same prompts, and fewer of them give the first ones
     */
    static List<BuildPairs.PromptText> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, BuildPairs.PromptText> prompts = new LinkedHashMap<>();
        Category[] categories = Category.values();
        while (prompts.size() < count) {
            Category category = categories[prompts.size() % categories.length];
            String text = SceneGrammar.sample(category, random.nextLong()).text();
            prompts.putIfAbsent(text, new BuildPairs.PromptText(text, List.of(category)));
        }
        return List.copyOf(prompts.values());
    }
}
