package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategoryRulesTest {
    private final CategoryRules rules = new CategoryRules(Taxonomy.shipped());

    @Test
    void rulesAloneLabelTheHandLabelledPrompts() throws Exception {
        Agreement development = agreement("labelled-development.csv");
        Agreement test = agreement("labelled-test.csv");
        System.out.println("Rules alone, development set: " + development);
        System.out.println("Rules alone, test set: " + test);
        assertTrue(test.all() == 150 && test.f1() >= 0.80, test.toString());
    }

    record Agreement(
            int right, int wrong, int missed, int certain, int certainRight, int exact, int all) {
        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "micro-F1 %.3f (precision %.3f, recall %.3f); %d of %d prompts exactly right; certain of %d, %d of these exactly right",
                    f1(),
                    (double) right / (right + wrong),
                    (double) right / (right + missed),
                    exact,
                    all,
                    certain,
                    certainRight);
        }
    }

    private Agreement agreement(String file) throws Exception {
        List<Prompt> prompts;
        try (InputStreamReader reader =
                new InputStreamReader(
                        getClass().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            prompts = PromptFile.csv(reader, file);
        }
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int certain = 0;
        int certainRight = 0;
        int exact = 0;
        for (Prompt prompt : prompts) {
            CategoryLabels labels = rules.label(prompt.text());
            Set<Category> truth = set(prompt.categories());
            Set<Category> said = set(labels.categories());
            right += (int) said.stream().filter(truth::contains).count();
            wrong += (int) said.stream().filter(c -> !truth.contains(c)).count();
            missed += (int) truth.stream().filter(c -> !said.contains(c)).count();
            exact += said.equals(truth) ? 1 : 0;
            if (labels.certain()) {
                certain++;
                certainRight += said.equals(truth) ? 1 : 0;
            }
            if (file.contains("development") && Boolean.getBoolean("show") && !said.equals(truth)) {
                System.out.println(
                        prompt.text()
                                + "\n   "
                                + truth
                                + " <- "
                                + said
                                + " "
                                + labels.confidence()
                                + " "
                                + labels.evidence());
            }
        }
        return new Agreement(right, wrong, missed, certain, certainRight, exact, prompts.size());
    }

    private static Set<Category> set(List<Category> categories) {
        Set<Category> set = EnumSet.noneOf(Category.class);
        set.addAll(categories);
        return set;
    }
}
