package eliq.benchmark;

import eliq.prompts.Category;
import eliq.prompts.CategoryRules;
import java.util.List;

/** What prompts are told apart by. */
final class PromptTraits {
    private PromptTraits() {}

    /** The first category that the prompt's words tell. */
    static String category(String prompt) {
        List<Category> categories = CategoryRules.shipped().label(prompt).categories();
        return categories.isEmpty() ? "none recognised" : categories.getFirst().title();
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
