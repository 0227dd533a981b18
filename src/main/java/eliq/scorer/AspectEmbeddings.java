package eliq.scorer;

import java.util.Optional;

/**
 * What the frozen backbone says of one image: z_d of the three aspects, each [h], not yet standardised.
 *
 * @param technical z_tec [h]
 * @param aesthetic z_aes [h]
 * @param alignment z_ali [h]; empty where there is no prompt
 */
public record AspectEmbeddings(float[] technical, float[] aesthetic, Optional<float[]> alignment) {

    public AspectEmbeddings {
        if (technical.length != aesthetic.length
                || alignment.isPresent() && alignment.get().length != technical.length) {
            throw new IllegalArgumentException(
                    "the embeddings of one image differ in length: technical "
                            + technical.length
                            + ", aesthetic "
                            + aesthetic.length
                            + alignment.map(a -> ", alignment " + a.length).orElse(""));
        }
    }

    /** h. */
    public int size() {
        return technical.length;
    }

    /** The same image, its prompt not asked about. */
    public AspectEmbeddings withoutPrompt() {
        return new AspectEmbeddings(technical, aesthetic, Optional.empty());
    }
}
