package eliq.prompts;

import java.util.Map;

/**
 * What came of rewriting.
 *
 * @param prompts looked at
 * @param written versions that are in the catalogue now, by {@link RewriteKind#key}
 * @param byRules versions among them that the rules wrote
 * @param impossible versions that neither could write: the prompt says nothing to change
 * @param requests sent to the language model
 * @param tokens spent on it
 * @param budgetSpent whether the budget ended the asking; the prompts after that have no versions
 */
public record RewrittenPrompts(
        int prompts,
        Map<String, Integer> written,
        int byRules,
        int impossible,
        long requests,
        long tokens,
        boolean budgetSpent) {
    public RewrittenPrompts {
        written = Map.copyOf(written);
    }
}
