package eliq.app.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is compared and how: pictures, of which one is the reference and one is chosen, a mode, and one viewport for all
 * panes. JavaFX thread only; knows no scene graph.
 *
 * @param <K> what names a picture
 */
public final class CompareViewModel<K> {
    public static final int FEWEST_PANES = 2;
    public static final int MOST_PANES = 6;
    static final double LARGEST_GAIN = 32;

    private final ReadOnlyObjectWrapper<List<Subject<K>>> subjects =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper reference = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<CompareMode> mode =
            new SimpleObjectProperty<>(CompareMode.SIDE_BY_SIDE);
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.WHOLE);
    private final IntegerProperty panes = new SimpleIntegerProperty(FEWEST_PANES);
    private final DoubleProperty gain = new SimpleDoubleProperty(4);
    private final DoubleProperty divider = new SimpleDoubleProperty(0.5);
    private final BooleanProperty blinking = new SimpleBooleanProperty();

    // Properties

    public ReadOnlyObjectProperty<List<Subject<K>>> subjectsProperty() {
        return subjects.getReadOnlyProperty();
    }

    /** Place of the picture that others are compared with. */
    public ReadOnlyIntegerProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /** Place of the picture that is looked at. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ObjectProperty<CompareMode> modeProperty() {
        return mode;
    }

    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /** How many pictures stand side by side, 2..6. */
    public ReadOnlyIntegerProperty panesProperty() {
        return panes;
    }

    /** What differences are multiplied with, 1..32. */
    public DoubleProperty gainProperty() {
        return gain;
    }

    /** Share of the pane left of the line that divides swiped pictures, 0..1. */
    public DoubleProperty dividerProperty() {
        return divider;
    }

    /** Whether the reference is shown in place of the chosen picture. */
    public BooleanProperty blinkingProperty() {
        return blinking;
    }

    // Commands

    /** Other pictures: the first is the reference, the first after it is chosen; mode and viewport stay. */
    public void compare(List<Subject<K>> pictures) {
        reference.set(0);
        chosen.set(pictures.size() > 1 ? 1 : 0);
        subjects.set(List.copyOf(pictures));
    }

    /** Looks at another picture. */
    public void choose(int place) {
        if (place >= 0 && place < subjects.get().size()) {
            chosen.set(place);
        }
    }

    /** Looks at the next picture, or the one before, within the row. */
    public void move(int by) {
        if (!subjects.get().isEmpty()) {
            choose(Math.clamp(chosen.get() + (long) by, 0, subjects.get().size() - 1));
        }
    }

    /** Compares with another picture. */
    public void refer(int place) {
        if (place >= 0 && place < subjects.get().size()) {
            reference.set(place);
        }
    }

    /** Compares with the next picture, or the one before. */
    public void moveReference(int by) {
        if (!subjects.get().isEmpty()) {
            refer(Math.clamp(reference.get() + (long) by, 0, subjects.get().size() - 1));
        }
    }

    /** More or fewer pictures side by side. */
    public void panes(int count) {
        panes.set(Math.clamp(count, FEWEST_PANES, MOST_PANES));
    }

    /** All of the picture, or all of the pane: one after the other. */
    public void fitOrFill() {
        zoom(
                viewport.get().zoom() instanceof Viewport.Zoom.Fit
                        ? new Viewport.Zoom.Fill()
                        : new Viewport.Zoom.Fit());
    }

    public void zoom(Viewport.Zoom zoom) {
        viewport.set(
                zoom instanceof Viewport.Zoom.Fit ? Viewport.WHOLE : viewport.get().with(zoom));
    }

    /** Places of the pictures that stand side by side: the reference, then the chosen one and those after it. */
    public List<Integer> sideBySide() {
        int count = subjects.get().size();
        List<Integer> places = new ArrayList<>();
        if (count == 0) {
            return places;
        }
        places.add(reference.get());
        for (int i = 0; i < count && places.size() < panes.get(); i++) {
            int place = (chosen.get() + i) % count;
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }

    /** The two that are swiped, blinked or subtracted: reference and chosen; the next one where they are the same. */
    public List<Integer> pair() {
        int count = subjects.get().size();
        if (count < 2) {
            return count == 0 ? List.of() : List.of(0);
        }
        int other = chosen.get() == reference.get() ? (chosen.get() + 1) % count : chosen.get();
        return List.of(reference.get(), other);
    }
}
