package eliq.nano;

import eliq.generate.painter.SceneGrammar;
import eliq.pairs.BuildPairs;
import eliq.prompts.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prompts for the painter that the small model's recipe never trains on, as many of each category. */
public final class UnseenScenes {
    private UnseenScenes() {}

    /**
     * @param first number of the first scene that is looked at: who tests something has a range of numbers of its own
     * @param perCategory prompts of each category, all different
     */
    public static List<BuildPairs.PromptText> of(long first, int perCategory) {
        Map<Category, Integer> open = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            open.put(category, perCategory);
        }
        Set<String> seen = new HashSet<>();
        List<BuildPairs.PromptText> prompts = new ArrayList<>();
        for (long number = first; prompts.size() < perCategory * open.size(); number++) {
            SceneGrammar.Sample sample = SceneGrammar.sample(number);
            if (open.get(sample.category()) > 0
                    && NanoPrompts.heldOut(sample.text())
                    && seen.add(sample.text())) {
                open.merge(sample.category(), -1, Integer::sum);
                prompts.add(new BuildPairs.PromptText(sample.text(), List.of(sample.category())));
            }
        }
        return prompts;
    }
}
