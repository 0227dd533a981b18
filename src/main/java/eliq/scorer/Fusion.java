package eliq.scorer;

/**
 * How the technical and the aesthetic embedding become the visual one, z_vis [h]. The published way is {@link Gated}; the
 * others are there to be compared with it.
 */
public sealed interface Fusion {

    /** phi([z_tec * g_tec; z_aes * g_aes]) with g = sigmoid(W [z_tec; z_aes]). */
    record Gated() implements Fusion {}

    /** phi((z_tec + z_aes) / 2), phi being h -> h: neither aspect can weigh more than the other. */
    record Mean() implements Fusion {}

    /** phi([z_tec; z_aes]): everything of both, without gates. */
    record Concatenation() implements Fusion {}
}
