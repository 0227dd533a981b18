package eliq.prompts;

/**
 * A worse or other version of a prompt.
 *
 * @param kind what was done
 * @param strength how much of it, 0 (a little) .. 1 (all of it); 1 for changes, which are made or not
 * @param text the version
 * @param change what was changed, in words, such as {@code dog -> cat}
 * @param writer {@value RuleRewriter#NAME}, or a language model's name
 * @param seed that chose it
 */
public record Rewrite(
        RewriteKind kind, double strength, String text, String change, String writer, long seed) {}
