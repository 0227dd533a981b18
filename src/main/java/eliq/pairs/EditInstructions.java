package eliq.pairs;

import java.util.List;

/**
 * What an image editor is told so that a picture looks worse and still shows the same: one fault of composition and one
 * of colour, in the words that one would use to a person.
 */
final class EditInstructions {
    private static final String KEEP =
            "Keep every object, person and the place exactly as they are, and keep the picture sharp and clean.";
    private static final double HEAVY = 0.7;

    private static final List<Fault> COMPOSITION =
            List.of(
                    new Fault(
                            "Reframe the picture so that the main subject is cut off a little at the edge",
                            "Reframe the picture so that the main subject is cut in half by the edge"),
                    new Fault(
                            "Tilt the camera so that the horizon is visibly slanted",
                            "Tilt the camera so far that everything seems to slide out of the frame"),
                    new Fault(
                            "Move the main subject away from the centre into a corner, with empty space beside it",
                            "Push the main subject into the outermost corner and leave most of the frame empty"),
                    new Fault(
                            "Squeeze the picture a little along one side, so that the proportions look wrong",
                            "Squeeze the picture strongly along one side, so that everything looks distorted"));

    private static final List<Fault> COLOUR =
            List.of(
                    new Fault(
                            "give it an unpleasant greenish colour cast",
                            "drown it in a sickly green and yellow colour cast"),
                    new Fault(
                            "make the colours too saturated",
                            "make the colours garish and clashing, far too saturated"),
                    new Fault(
                            "make the colours dull and washed out",
                            "drain nearly all colour and contrast, so that it looks grey and lifeless"),
                    new Fault(
                            "overexpose it so that bright parts lose their detail",
                            "overexpose it strongly, with large areas burnt out to white"),
                    new Fault(
                            "underexpose it so that dark parts lose their detail",
                            "underexpose it strongly, with most of the frame lost in muddy darkness"));

    private EditInstructions() {}

    private record Fault(String slight, String heavy) {
        String at(double strength) {
            return strength < HEAVY ? slight : heavy;
        }
    }

    /**
     * The seed chooses the faults, the strength how far they go.
     *
     * @param strength 0..1
     */
    static String of(double strength, long seed) {
        return "%s, and %s. %s"
                .formatted(
                        chosen(COMPOSITION, seed, "composition").at(strength),
                        chosen(COLOUR, seed, "colour").at(strength),
                        KEEP);
    }

    private static Fault chosen(List<Fault> faults, long seed, String purpose) {
        return faults.get((int) (Seeds.uniform(seed, purpose) * faults.size()));
    }
}
