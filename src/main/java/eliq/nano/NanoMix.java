package eliq.nano;

/**
 * What the small model's training is made of.
 *
 * @param pictures different scenes of an epoch
 * @param repeats epochs that show the same scenes (with other questions, degraded in other ways) before new ones are
 *     painted
 * @param technical share of examples that show a technically degraded picture
 * @param aesthetic share of examples that show an aesthetically degraded one
 * @param texture share of examples that show natural textures, half of them degraded; the rest show sound paintings
 * @param qualityWeight of the technical and aesthetic questions in the loss
 * @param captionWeight of the caption question in the loss
 * @param captionEpochs in how many epochs, from the first, captions are asked
 * @param probes single things asked about in each sound painting, each once truly and once falsely
 */
public record NanoMix(
        int pictures,
        int repeats,
        double technical,
        double aesthetic,
        double texture,
        double qualityWeight,
        double captionWeight,
        int captionEpochs,
        int probes) {

    public static final NanoMix SHIPPED = new NanoMix(2000, 3, 0.2, 0.18, 0.12, 2, 3, 8, 2);
}
