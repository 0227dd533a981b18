package eliq.catalog;

/**
 * A version of a prompt, written ahead of time.
 *
 * @param kind what was done to it: {@code degraded}, {@code spoiled}, {@code object} and so on
 * @param strength of what was done, 0..1
 * @param text of the version
 * @param change what was changed, in words; may be empty
 * @param writer {@code rules}, or a language model's name
 * @param seed that chose it
 */
public record PromptRewrite(
        String kind, double strength, String text, String change, String writer, long seed) {}
