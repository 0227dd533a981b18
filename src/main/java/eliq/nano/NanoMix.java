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
            new Draft(1200).texture(0.14).scenes(0.46).sightingWeight(2).firstEpochs(4).mix();

    /** To see more things: most groups show three scenes, and nothing is asked but quality, names and the scene's own prompt. */
    static final NanoMix SEEING =
            new Draft(1200)
                    .texture(0.08)
                    .scenes(0.82)
                    .gatherings(0.25)
                    .asked(0.25)
                    .sightingWeight(3)
                    .foretelling(2)
                    .firstEpochs(1000)
                    .mix();

    /** To learn to read: what kept pictures show, word by word, and later wrong prompts as well. */
    static NanoMix reading(int groups) {
        return new Draft(groups * PictureGroups.SIZE)
                .texture(0.14)
                .scenes(0.58)
                .gatherings(0.25)
                .asked(0.25)
                .objects(0.6)
                .changes(2)
                .foretelling(8)
                .firstEpochs(3)
                .mix();
    }

    /**
     * To compare what is read with what is asked: a label right after each thing, many of them about a picture. Groups
     * that no earlier leg has kept show textures and degraded scenes alone, of which a text model that begins anew has
     * seen few.
     */
    static NanoMix checking(int groups) {
        return new Draft(groups * PictureGroups.SIZE)
                .texture(0.5)
                .asked(0.25)
                .qualityWeight(2)
                .checklists(3, 3)
                .objects(0.6)
                .changes(2)
                .foretelling(3)
                .mix();
    }

    /** To compare with more wrong prompts: groups that no earlier leg has kept show three sound scenes each. */
    static NanoMix comparing(int groups) {
        return new Draft(groups * PictureGroups.SIZE)
                .scenes(1)
                .gatherings(0.25)
                .asked(0.25)
                .qualityWeight(2)
                .checklists(3, 3)
                .objects(0.6)
                .changes(3)
                .foretelling(2)
                .mix();
    }

    /** A mix with its numbers by name; what is not said is left out, or as it is in every leg. */
    private static final class Draft {
        private static final double GRADED = 0.6;
        private static final double FINISHED = 0.7;
        private static final double VARIED = 0.5;

        private final int pictures;
        private double texture;
        private double scenes;
        private double qualityWeight = 1;
        private double checklistWeight = 1;
        private int checklists = 1;
        private double sightingWeight;
        private int firstEpochs;
        private double objects;
        private double gatherings;
        private int changes = 1;
        private double foretelling;
        private double asked;

        Draft(int pictures) {
            this.pictures = pictures;
        }

        Draft texture(double now) {
            texture = now;
            return this;
        }

        Draft scenes(double now) {
            scenes = now;
            return this;
        }

        Draft qualityWeight(double now) {
            qualityWeight = now;
            return this;
        }

        Draft checklists(int number, double weight) {
            checklists = number;
            checklistWeight = weight;
            return this;
        }

        Draft sightingWeight(double now) {
            sightingWeight = now;
            return this;
        }

        Draft firstEpochs(int now) {
            firstEpochs = now;
            return this;
        }

        Draft objects(double now) {
            objects = now;
            return this;
        }

        Draft gatherings(double now) {
            gatherings = now;
            return this;
        }

        Draft changes(int now) {
            changes = now;
            return this;
        }

        Draft foretelling(double now) {
            foretelling = now;
            return this;
        }

        Draft asked(double now) {
            asked = now;
            return this;
        }

        NanoMix mix() {
            return new NanoMix(
                    pictures,
                    texture,
                    scenes,
                    qualityWeight,
                    checklistWeight,
                    checklists,
                    sightingWeight,
                    firstEpochs,
                    GRADED,
                    objects,
                    gatherings,
                    changes,
                    foretelling,
                    asked,
                    FINISHED,
                    VARIED);
        }
    }
}
