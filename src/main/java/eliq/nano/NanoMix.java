package eliq.nano;

/**
 * What the small model's training is made of. Its pictures come in groups of three that stay together in a step: one
 * scene in three states (sound, technically degraded, aesthetically degraded), three different sound scenes, or a
 * natural texture in three states.
 *
 * @param pictures pictures of an epoch, a multiple of three
 * @param texture share of groups that show a natural texture
 * @param scenes share of the other groups that show three different sound scenes
 * @param qualityWeight of each technical and aesthetic question in the loss
 * @param checklistWeight of a checklist in the loss
 * @param checklists asked about a scene, each with things drawn for it alone
 * @param sightingWeight of all sightings of a picture together in the loss; 0: none are given
 * @param firstEpochs how many epochs of the leg, from its first, ask for little: what the image tokens show, quality, and
 *     single things, or a scene's own prompt where that is foretold. Wrong prompts are of use only to a model that sees
 * @param graded share of degraded scenes, and of textures, whose two degraded pictures are one degradation at two
 *     strengths, each answered with the strength's own share of {@code low}: the order of strengths is learned where
 *     everything else is equal. 0 leaves the label of a strength to chance, one picture at a time
 * @param objects share of changed prompts and things in which the object is exchanged, in a prompt often something else as
 *     well, as in the pairs' own negatives; in the others any one thing. 0: in all
 * @param gatherings share of scenes in groups of three that bring three things together
 * @param changes changed prompts that are asked about a scene of such a group
 * @param foretelling weight in the loss of predicting the words of a scene's own prompt where it is asked about
 * @param asked share of scenes with one degradation at two strengths in which it is a fault that the prompt asked for, as the
 *     pairs' own technical negatives have it
 * @param finished share of scenes with degraded copies, and of textures, whose sound picture went through a {@link Finish}
 * @param varied share of the usual technical degradations that have another mixture of noise and compression than the usual
 */
public record NanoMix(
        int pictures,
        double texture,
        double scenes,
        double qualityWeight,
        double checklistWeight,
        int checklists,
        double sightingWeight,
        int firstEpochs,
        double graded,
        double objects,
        double gatherings,
        int changes,
        double foretelling,
        double asked,
        double finished,
        double varied) {

    /** To see quality, and what things are called. */
    static final NanoMix FIRST =
            new NanoMix(1200, 0.14, 0.46, 1, 1, 1, 2, 4, 0.6, 0, 0, 1, 0, 0, 0.7, 0.5);

    /** To see more things: most groups show three scenes, and nothing is asked but quality, names and the scene's own prompt. */
    static final NanoMix SEEING =
            new NanoMix(1200, 0.08, 0.82, 1, 1, 1, 3, 1000, 0.6, 0, 0.25, 1, 2, 0.25, 0.7, 0.5);

    /** To learn to read: what kept pictures show, word by word, and later wrong prompts as well. */
    static NanoMix reading(int groups) {
        return new NanoMix(
                groups * PictureGroups.SIZE,
                0.14,
                0.58,
                1,
                1,
                1,
                0,
                3,
                0.6,
                0.6,
                0.25,
                2,
                8,
                0.25,
                0.7,
                0.5);
    }

    /**
     * To compare what is read with what is asked: a label right after each thing, many of them about a picture. Groups
     * that no earlier leg has kept show textures and degraded scenes alone, of which a text model that begins anew has
     * seen few.
     */
    static NanoMix checking(int groups) {
        return new NanoMix(
                groups * PictureGroups.SIZE,
                0.5,
                0,
                2,
                3,
                3,
                0,
                0,
                0.6,
                0.6,
                0,
                2,
                3,
                0.25,
                0.7,
                0.5);
    }

    /** To compare with more wrong prompts: groups that no earlier leg has kept show three sound scenes each. */
    static NanoMix comparing(int groups) {
        return new NanoMix(
                groups * PictureGroups.SIZE,
                0,
                1,
                2,
                3,
                3,
                0,
                0,
                0.6,
                0.6,
                0.25,
                3,
                2,
                0.25,
                0.7,
                0.5);
    }
}
