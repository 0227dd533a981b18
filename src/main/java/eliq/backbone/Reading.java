package eliq.backbone;

/**
 * What a backbone says of an image under one text.
 *
 * @param hidden [hidden size] the last layer's state at the last input token, after the final norm
 * @param low probability of the single token {@code low}, softmax over the whole vocabulary
 * @param high probability of the single token {@code high}, likewise
 * @param words log-likelihood of each token of the words that the text quotes, in nats, each after the image and the
 *     tokens before it; empty where none were asked for
 */
public record Reading(float[] hidden, double low, double high, float[] words) {

    /** Where a probability was too small for a double. */
    private static final double MOST_ODDS = 700;

    /** Of a text that quotes nothing. */
    public Reading(float[] hidden, double low, double high) {
        this(hidden, low, high, new float[0]);
    }

    /** Probability of {@code high} where only the two labels are allowed, 0..1. */
    public double highOfPair() {
        double sum = low + high;
        return sum > 0 ? high / sum : 0.5;
    }

    /** log(p(high) / p(low)), -700..700; 0 where neither is possible. */
    public double logOdds() {
        return low > 0 && high > 0
                ? Math.log(high) - Math.log(low)
                : Math.signum(high - low) * MOST_ODDS;
    }
}
