package eliq.nano;

/**
 * What the small model's training is made of. Its pictures come in groups of three that stay together in a step: one
 * scene in three states (sound, technically degraded, aesthetically degraded), three different sound scenes, or a
 * natural texture in three states.
 *
 * @param pictures pictures of an epoch, a multiple of three
 * @param texture share of groups that show a natural texture
 * @param scenes share of the groups after the quality epochs that show three different sound scenes
 * @param qualityWeight of each technical and aesthetic question in the loss
 * @param captionWeight of the caption question in the loss
 * @param sightingWeight of all sightings of a picture together in the loss
 * @param qualityEpochs how many epochs, from the first, ask for quality alone: what the patches show is learned before
 *     captions and prompts, whose larger gradients would drown it
 * @param probes single things asked about in each sound painting, each once truly and once falsely
 */
public record NanoMix(
        int pictures,
        double texture,
        double scenes,
        double qualityWeight,
        double captionWeight,
        double sightingWeight,
        int qualityEpochs,
        int probes) {

    public static final NanoMix SHIPPED = new NanoMix(1500, 0.08, 0.6, 1, 0.3, 1, 2, 2);
}
