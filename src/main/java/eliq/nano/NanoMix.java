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
 * @param checklistWeight of a checklist in the loss
 * @param defectWeight of naming the defect in the loss
 * @param sightingWeight of all sightings of a picture together in the loss
 * @param qualityEpochs how many epochs, from the first, ask for quality alone: it is learned from faint signals that the
 *     larger gradients of words would drown
 */
public record NanoMix(
        int pictures,
        double texture,
        double scenes,
        double qualityWeight,
        double checklistWeight,
        double defectWeight,
        double sightingWeight,
        int qualityEpochs) {

    public static final NanoMix SHIPPED = new NanoMix(1500, 0.08, 0.6, 1, 2, 0.3, 1, 2);
}
