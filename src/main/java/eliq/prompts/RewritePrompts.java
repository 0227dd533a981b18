package eliq.prompts;

import java.util.List;
import java.util.Optional;

/**
 * Versions of prompts to be written ahead of time.
 *
 * @param prompts their texts; those that the catalogue lacks are added to it
 * @param source of those that are added
 * @param kinds of versions
 * @param strengths one set of versions for each, 0 (a little) .. 1
 * @param seed of the first set; each further one has the next
 * @param chat the language model; absent: rules alone
 * @param budget what may be spent
 */
public record RewritePrompts(
        List<String> prompts,
        String source,
        List<RewriteKind> kinds,
        List<Double> strengths,
        long seed,
        Optional<ChatSettings> chat,
        Budget budget) {
    public RewritePrompts {
        prompts = List.copyOf(prompts);
        kinds = List.copyOf(kinds);
        strengths = List.copyOf(strengths);
        if (prompts.isEmpty() || kinds.isEmpty() || strengths.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to write: no prompts, no kinds or no strengths");
        }
        for (double strength : strengths) {
            if (!(strength >= 0 && strength <= 1)) {
                throw new IllegalArgumentException("a strength is " + strength + ", not 0 to 1");
            }
        }
    }
}
