package eliq.prompts;

/**
 * What a language model answered.
 *
 * @param text without any thinking aloud
 * @param cutOff whether the longest answer was reached
 * @param tokens of question and answer together, as the server counts or else roughly
 */
public record ChatAnswer(String text, boolean cutOff, long tokens) {}
