package eliq.scorer;

import eliq.backbone.Reading;
import eliq.critic.AspectReadings;
import java.util.Optional;

/**
 * What the frozen backbone says of one image: z_d of the three aspects, each [h], not yet standardised.
 *
 * @param technical z_tec [h]
 * @param aesthetic z_aes [h]
 * @param alignment z_ali [h]; empty where there is no prompt
 * @param evidence what the critic itself says [{@value #EVIDENCE}]: its answers, log(p(high) / p(low)) of the three aspects,
 *     and what the image does for the words of its prompt in nats, {@link eliq.critic.Critic#wordGain}; 0 where not asked
 */
public record AspectEmbeddings(
        float[] technical, float[] aesthetic, Optional<float[]> alignment, float[] evidence) {

    /** How many numbers a critic says beside its states. */
    static final int EVIDENCE = 4;

    /** What a critic read. */
    public static AspectEmbeddings of(AspectReadings readings) {
        return new AspectEmbeddings(
                readings.technical().hidden(),
                readings.aesthetic().hidden(),
                readings.alignment().map(Reading::hidden),
                new float[] {
                    (float) readings.technical().logOdds(),
                    (float) readings.aesthetic().logOdds(),
                    readings.alignment().map(reading -> (float) reading.logOdds()).orElse(0f),
                    (float) readings.wordGain().orElse(0)
                });
    }

    public AspectEmbeddings {
        if (evidence.length != EVIDENCE) {
            throw new IllegalArgumentException(
                    "a critic gives "
                            + EVIDENCE
                            + " numbers of evidence beside its states, not "
                            + evidence.length);
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
                technical,
                aesthetic,
                Optional.empty(),
                new float[] {evidence[0], evidence[1], 0, 0});
    }
}
