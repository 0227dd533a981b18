package eliq.scorer;

/** What the critic itself says of an image that a scorer adds to its scores. */
public enum CriticEvidence {
    /** Nothing: the published network. */
    NONE,
    /** The log-odds of its answers. */
    ODDS,
    /** The same, and for alignment what the image does for the words of its prompt. */
    ODDS_AND_WORDS
}
