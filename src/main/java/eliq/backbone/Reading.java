package eliq.backbone;

/**
 * What a backbone says of an image under one text.
 *
 * @param hidden [hidden size] the last layer's state at the last input token, after the final norm
 * @param low probability of the single token {@code low}, softmax over the whole vocabulary
 * @param high probability of the single token {@code high}, likewise
 */
public record Reading(float[] hidden, double low, double high) {

    /** Probability of {@code high} where only the two labels are allowed, 0..1. */
    public double highOfPair() {
        double sum = low + high;
        return sum > 0 ? high / sum : 0.5;
    }
}
