package eliq.prompts;

/**
 * What a job may spend on a language model.
 *
 * @param requests sent in all, repeated ones included; 0: no limit
 * @param tokens of questions and answers together; 0: no limit
 */
public record Budget(int requests, long tokens) {
    public Budget {
        if (requests < 0 || tokens < 0) {
            throw new IllegalArgumentException("a budget is 0 (no limit) or more");
        }
    }

    public static Budget unlimited() {
        return new Budget(0, 0);
    }

    /** Whether a question of this many tokens may still be sent. */
    boolean allows(long requestsSpent, long tokensSpent, long tokensMore) {
        return (requests == 0 || requestsSpent < requests)
                && (tokens == 0 || tokensSpent + tokensMore <= tokens);
    }
}
