package eliq.generate.painter;

import java.util.Optional;

/** How one kind of thing is drawn. */
interface Art {

    /**
     * @param pen in the thing's own coordinates
     * @param ink the colour asked for, or a natural one
     * @param look what else is known of it
     */
    void draw(Pen pen, Ink ink, Look look);

    /**
     * @param action what a person does
     * @param held what a person does it with
     * @param heldInk the colour of that
     */
    record Look(Optional<String> action, Optional<String> held, Ink heldInk) {
        boolean does(String what) {
            return action.filter(what::equals).isPresent();
        }

        boolean holds(String what) {
            return held.filter(what::equals).isPresent();
        }
    }

    /**
     * @param width of the thing, in its heights
     * @param height share of the picture's height when it is alone
     * @param art the drawing
     */
    record Model(double width, double height, Art art) {}
}
