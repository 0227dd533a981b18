package eliq.scorer;

import eliq.backbone.Reading;
import java.util.Optional;

/**
 * What the frozen backbone says of one image: z_d of the three aspects, each [h], not yet standardised.
 *
 * @param technical z_tec [h]
 * @param aesthetic z_aes [h]
 * @param alignment z_ali [h]; empty where there is no prompt
 * @param odds the critic's own answers, log(p(high) / p(low)) of the three aspects [3]; 0 where not asked
 */
public record AspectEmbeddings(
        float[] technical, float[] aesthetic, Optional<float[]> alignment, float[] odds) {

    /** What a critic read. */
    public static AspectEmbeddings of(
            Reading technical, Reading aesthetic, Optional<Reading> alignment) {
        return new AspectEmbeddings(
                technical.hidden(),
                aesthetic.hidden(),
                alignment.map(Reading::hidden),
                new float[] {
                    (float) technical.logOdds(),
                    (float) aesthetic.logOdds(),
                    alignment.map(reading -> (float) reading.logOdds()).orElse(0f)
                });
    }

    public AspectEmbeddings {
        if (odds.length != 3) {
            throw new IllegalArgumentException("there are three aspects, not " + odds.length);
        }
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
        return new AspectEmbeddings(
                technical, aesthetic, Optional.empty(), new float[] {odds[0], odds[1], 0});
    }
}
