package eliq.catalog;

import java.util.Optional;

/**
 * What a frozen backbone says of an image under a text.
 *
 * @param hidden [hidden size] last layer's state at the last input token
 * @param low probability of {@code low} over the whole vocabulary
 * @param high probability of {@code high}, likewise
 * @param words log-likelihood of each token of the prompt in the text, in nats; absent where they were not
 *     read
 */
public record Embedding(
        EmbeddingKey key, float[] hidden, double low, double high, Optional<float[]> words) {

    /** Of a text whose words were not read. */
    public Embedding(EmbeddingKey key, float[] hidden, double low, double high) {
        this(key, hidden, low, high, Optional.empty());
    }
}
