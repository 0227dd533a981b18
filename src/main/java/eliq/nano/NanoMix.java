package eliq.nano;

/**
 * What the small model's training is made of.
 *
 * @param pictures pictures of an epoch, three of each scene
 * @param repeats epochs that show the same scenes (with other questions, degraded in other ways) before new ones are
 *     painted
 * @param texture share of groups that show a natural texture; the rest show a painted scene: sound, technically degraded,
 *     aesthetically degraded
 * @param qualityWeight of the technical and aesthetic questions in the loss
 * @param captionWeight of the caption question in the loss
 * @param qualityEpochs how many epochs, from the first, ask for quality alone: what the patches show is learned before
 *     captions and prompts, whose larger gradients would drown it
 * @param probes single things asked about in each sound painting, each once truly and once falsely
 */
public record NanoMix(
        int pictures,
        int repeats,
        double texture,
        double qualityWeight,
        double captionWeight,
        int qualityEpochs,
        int probes) {

    public static final NanoMix SHIPPED = new NanoMix(1500, 1, 0.08, 1, 0.3, 2, 2);
}
