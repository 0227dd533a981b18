package eliq.benchmark;

import eliq.prompts.Category;
import eliq.prompts.CategoryRules;
import eliq.prompts.Taxonomy;

/** What prompts are told apart by. */
final class PromptTraits {
    private PromptTraits() {}

    private static final CategoryRules RULES = new CategoryRules(Taxonomy.shipped());

    /** The category that most words of the prompt speak of. */
    static String category(String prompt) {
        return RULES.label(prompt).categories().stream()
                .findFirst()
                .map(Category::title)
                .orElse("none recognised");
    }

    /** Words, in steps; beginning with a number so that they sort. */
    static String length(String prompt) {
        int words = prompt.strip().split("\\s+").length;
        return words <= 5
                ? "1-5 words"
                : words <= 10
                        ? "6-10 words"
                        : words <= 20
                                ? "11-20 words"
                                : words <= 40 ? "21-40 words" : "41 words and more";
    }
}
