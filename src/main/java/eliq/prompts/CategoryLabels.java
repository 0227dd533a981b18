package eliq.prompts;

import java.util.List;

/**
 * The categories of a prompt, and how sure they are.
 *
 * @param categories the one with most evidence first; may be empty
 * @param confidence 0..1
 * @param labeller {@value CategoryRules#NAME}, a language model's name, or {@value #GIVEN}
 * @param evidence the words that told, for a person to see why; empty where a language model labelled
 */
public record CategoryLabels(
        List<Category> categories, double confidence, String labeller, List<String> evidence) {
    /** Labels below this are uncertain: a language model is asked, where there is one. */
    public static final double CERTAIN = 0.6;

    /** Labeller of categories that stood in a file or were asked for. */
    public static final String GIVEN = "given";

    public CategoryLabels {
        categories = List.copyOf(categories);
        evidence = List.copyOf(evidence);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + ", not 0..1");
        }
    }

    /** Whether nobody need look at them again. */
    public boolean certain() {
        return confidence >= CERTAIN;
    }
}
