package eliq.scorer;

/** What makes scores of z_va = [z_vis; z_ali]. The published way is {@link QueryTransformer}. */
public sealed interface Head {

    /** The Quality Query Transformer: the scores are read off the encoded query tokens. */
    record QueryTransformer() implements Head {}

    /**
     * A multilayer perceptron in its place, as deep as the transformer has layers and of its width: W_proj, then blocks of
     * {@code x + W_2 gelu(W_1 norm(x))}, and the same two heads on what comes out.
     */
    record Perceptron() implements Head {}
}
