package eliq.scorer;

/** How many terms the margin ranking loss of a tuple has for one score. */
public enum RankingLoss {
    /** One for every kind of negative that the tuple holds, as published: technical and aesthetic ones side by side. */
    MULTIPLE,

    /**
     * A single one, its kind drawn anew in every step: the positive above one kind of negative. No terms between
     * strengths. For comparison.
     */
    SINGLE
}
