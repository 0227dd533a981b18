package eliq.catalog;

/**
 * What a frozen backbone says of an image under a text.
 *
 * @param hidden [hidden size] last layer's state at the last input token
 * @param low probability of {@code low} over the whole vocabulary
 * @param high probability of {@code high}, likewise
 */
public record Embedding(EmbeddingKey key, float[] hidden, double low, double high) {}
