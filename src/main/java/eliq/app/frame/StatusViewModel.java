package eliq.app.frame;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** What the status bar says. Changed on the JavaFX thread only. */
public final class StatusViewModel {

    private final ReadOnlyStringWrapper work = new ReadOnlyStringWrapper("Ready");
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("none loaded yet");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");

    // Properties

    public ReadOnlyStringProperty workProperty() {
        return work.getReadOnlyProperty();
    }

    /** 0..1, or -1 where the end is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    // Commands

    /**
     * Something is going on.
     *
     * @param share 0..1, or -1 where the end is not known
     */
    public void working(String what, double share) {
        work.set(what);
        progress.set(share);
        busy.set(true);
    }

    /** Nothing is going on; {@code result} says what came of it. */
    public void idle(String result) {
        work.set(result);
        busy.set(false);
    }

    public void model(String name) {
        model.set(name);
    }

    public void memory(String used) {
        memory.set(used);
    }
}
