package eliq.catalog;

import java.util.Set;

/**
 * A prompt of the bank.
 *
 * @param text as first entered
 * @param source who gave it: {@code image metadata}, a file's name, a language model's name
 * @param categories titles; empty while nobody labelled it
 */
public record Prompt(long id, String text, String source, Set<String> categories) {
    public Prompt {
        categories = Set.copyOf(categories);
    }
}
