package eliq.scorer;

/** What decides which epoch's weights are kept, on prompts that are held out for it. */
public enum Selection {
    /** The ranking loss: moves with every pair, also with those that are in order already. */
    LOSS,

    /** The mean over the aspects of the share of pairs in order; the loss decides between equals. */
    ACCURACY
}
