package eliq.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** What the status bar says. Changed on the JavaFX thread only. */
public final class StatusViewModel {

    /**
     * The jobs that run and wait.
     *
     * @param text one line
     * @param share of the running one that is done, 0..1; empty where the end is not known
     */
    public record Jobs(String text, OptionalDouble share) {}

    private final ReadOnlyObjectWrapper<Optional<Jobs>> jobs =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Runnable> jobOpeners = new ArrayList<>();
    // Until something was done there is nothing to say: views may still be loading.
    private final ReadOnlyStringWrapper work = new ReadOnlyStringWrapper("");
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

    /** The jobs that run and wait; empty where there are none. */
    public ReadOnlyObjectProperty<Optional<Jobs>> jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    // Commands

    public void jobs(Optional<Jobs> now) {
        jobs.set(now);
    }

    /** Says what leads to the jobs. */
    public void jobsOpenedBy(Runnable opener) {
        jobOpeners.add(opener);
    }

    /** Leads to the jobs. */
    public void openJobs() {
        jobOpeners.forEach(Runnable::run);
    }

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
