package eliq.app.follow;

import eliq.app.words.Amounts;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A job as it stands now. Changed on the JavaFX thread only. */
public final class FollowedJob {
    /** The newest of what a job says; all of it stands in the job's log. */
    private static final int MESSAGES = 500;

    private final long id;
    private final String title;
    private final String unit;
    private final ReadOnlyObjectWrapper<JobState> state;
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ObservableList<String> messages = FXCollections.observableArrayList();

    /**
     * @param title what it does, in a few words
     * @param unit that its steps are counted in, such as {@code MB}; empty where they are of several sorts
     */
    FollowedJob(JobRecord job, String title, String unit) {
        this.id = job.id();
        this.title = title;
        this.unit = unit;
        this.state = new ReadOnlyObjectWrapper<>(job.state());
        now(job);
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    // Properties

    public ReadOnlyObjectProperty<JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Share of the stage that is done, 0..1; -1 where not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** How much is done, how fast it goes and how long it still takes, in words. */
    public ReadOnlyStringProperty paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /** Why it failed; empty where it did not. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What it said, oldest first. */
    public ObservableList<String> messages() {
        return messages;
    }

    /** Whether it waits or works. */
    public boolean isActive() {
        return state.get() == JobState.QUEUED || state.get() == JobState.RUNNING;
    }

    void now(JobRecord job) {
        error.set(job.state() == JobState.FAILED ? job.error().orElse("") : "");
        state.set(job.state());
        if (!isActive()) {
            pace.set("");
        }
    }

    void advanced(Progress now) {
        stage.set(now.stage());
        fraction.set(now.fraction().orElse(-1));
        List<String> words = new ArrayList<>();
        words.add(
                now.total() > 0
                        ? Amounts.format("%,d of %,d%s", now.done(), now.total(), after())
                        : Amounts.format("%,d%s", now.done(), after()));
        now.perSecond().ifPresent(rate -> words.add(Amounts.format("%.3g%s/s", rate, after())));
        Optional<String> left = now.remaining().map(time -> Amounts.time(time) + " left");
        left.filter(_ -> !now.complete()).ifPresent(words::add);
        pace.set(String.join(", ", words));
    }

    private String after() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    void said(String text) {
        if (messages.size() == MESSAGES) {
            messages.removeFirst();
        }
        messages.add(text);
    }
}
