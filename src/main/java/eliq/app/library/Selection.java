package eliq.app.library;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One place of a list that is looked at, and those that something is to be done with. JavaFX thread only. */
public final class Selection {
    private final IntSupplier length;
    private final BitSet chosen = new BitSet();
    private final ReadOnlyObjectWrapper<Optional<Integer>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper choices = new ReadOnlyLongWrapper();
    private Optional<Integer> anchor = Optional.empty();

    /** @param length of the list now */
    Selection(IntSupplier length) {
        this.length = length;
    }

    // Properties

    public ReadOnlyObjectProperty<Optional<Integer>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Changes whenever {@link #isChosen} may answer another thing than before. */
    public ReadOnlyLongProperty choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Whether this place is one of those that something is to be done with. */
    public boolean isChosen(int place) {
        return chosen.get(place);
    }

    /** How many are chosen; the selected one is one of them. */
    public int count() {
        return chosen.cardinality();
    }

    /** A copy of all that are chosen. */
    BitSet chosen() {
        return (BitSet) chosen.clone();
    }

    // Commands

    /** Nothing is selected, nothing chosen. */
    void clear() {
        chosen.clear();
        anchor = Optional.empty();
        selected.set(Optional.empty());
        choices.set(choices.get() + 1);
    }

    /** Shows this one, and it alone is chosen. */
    public void select(int place) {
        chosen.clear();
        anchor = Optional.empty();
        if (place >= 0 && place < length.getAsInt()) {
            chosen.set(place);
            selected.set(Optional.of(place));
        } else {
            selected.set(Optional.empty());
        }
        choices.set(choices.get() + 1);
    }

    /** Chooses this one too, or no longer. */
    public void toggle(int place) {
        chosen.flip(place);
        anchor = Optional.empty();
        selected.set(chosen.get(place) ? Optional.of(place) : first());
        choices.set(choices.get() + 1);
    }

    private Optional<Integer> first() {
        int first = chosen.nextSetBit(0);
        return first < 0 ? Optional.empty() : Optional.of(first);
    }

    /** Chooses all between the selected one and this one, which is selected then. */
    public void extendTo(int place) {
        int from = anchor.orElse(selected.get().orElse(place));
        chosen.clear();
        chosen.set(Math.min(from, place), Math.max(from, place) + 1);
        selected.set(Optional.of(place));
        anchor = Optional.of(from);
        choices.set(choices.get() + 1);
    }

    /** Chooses every image that matches. */
    public void chooseAll() {
        chosen.set(0, length.getAsInt());
        if (selected.get().isEmpty()) {
            selected.set(first());
        }
        choices.set(choices.get() + 1);
    }

    /** Moves the selection by so many places, within the list. */
    public void move(int by) {
        move(by, false);
    }

    /**
     * As {@link #move(int)}.
     *
     * @param extend whether what is passed is chosen too
     */
    public void move(int by, boolean extend) {
        int from = selected.get().orElse(by > 0 ? -by : 0);
        moveTo((int) Math.clamp((long) from + by, 0L, Integer.MAX_VALUE), extend);
    }

    /**
     * Moves the selection to a place, or to the end of the list where that is nearer.
     *
     * @param extend whether what is passed is chosen too
     */
    public void moveTo(int place, boolean extend) {
        if (length.getAsInt() > 0) {
            int to = Math.clamp(place, 0, length.getAsInt() - 1);
            if (extend) {
                extendTo(to);
            } else {
                select(to);
            }
        }
    }
}
