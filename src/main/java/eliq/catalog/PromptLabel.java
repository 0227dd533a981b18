package eliq.catalog;

import java.util.Set;

/**
 * The categories that a prompt was given, and how sure they are.
 *
 * @param categories titles; may be empty: it was looked at and belongs nowhere, or nobody could tell
 * @param confidence 0..1
 * @param labeller {@code rules}, {@code given}, or a language model's name
 */
public record PromptLabel(Set<String> categories, double confidence, String labeller) {
    public PromptLabel {
        categories = Set.copyOf(categories);
    }
}
