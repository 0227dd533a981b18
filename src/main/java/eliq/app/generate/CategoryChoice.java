package eliq.app.generate;

import eliq.catalog.Prompt;
import eliq.prompts.Category;
import java.util.ArrayList;
import java.util.List;

/** Which prompts of the bank are looked at. */
public sealed interface CategoryChoice {

    /** Whether a prompt is among them. */
    boolean admits(Prompt prompt);

    /** In words. */
    String title();

    record All() implements CategoryChoice {
        @Override
        public boolean admits(Prompt prompt) {
            return true;
        }

        @Override
        public String title() {
            return "All";
        }
    }

    /** Those that still have no category. */
    record NotLabelled() implements CategoryChoice {
        @Override
        public boolean admits(Prompt prompt) {
            return prompt.categories().isEmpty();
        }

        @Override
        public String title() {
            return "Not labelled";
        }
    }

    record Of(Category category) implements CategoryChoice {
        @Override
        public boolean admits(Prompt prompt) {
            return prompt.categories().contains(category.title());
        }

        @Override
        public String title() {
            return category.title();
        }
    }

    /** All that can be chosen, in the order in which they are offered. */
    static List<CategoryChoice> offered() {
        List<CategoryChoice> choices = new ArrayList<>(List.of(new All(), new NotLabelled()));
        for (Category each : Category.values()) {
            choices.add(new Of(each));
        }
        return List.copyOf(choices);
    }
}
