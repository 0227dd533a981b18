package eliq.app.benchmark;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rated sets and the evaluations on them, as they were read last. JavaFX thread only, but for reading. */
final class RatedShelf {
    private final Bench bench;
    private final ObservableList<SetSummary> sets = FXCollections.observableArrayList();
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();

    RatedShelf(Bench bench) {
        this.bench = bench;
    }

    /**
     * What there is.
     *
     * @param runs the newest first
     * @param choices of methods
     */
    record Found(List<SetSummary> sets, List<PastRun> runs, List<Choice> choices) {}

    ObservableList<SetSummary> sets() {
        return sets;
    }

    /** The newest first. */
    ObservableList<PastRun> runs() {
        return runs;
    }

    /** Reads what there is; slow, not for the JavaFX thread. */
    Found read() throws BenchException {
        return new Found(bench.sets(), bench.runs(PastRun.Kind.EVALUATION), bench.choices());
    }

    /**
     * Shows what was read.
     *
     * @return the first set that was not there before
     */
    Optional<SetSummary> fill(Found found) {
        List<String> before = sets.stream().map(SetSummary::name).toList();
        sets.setAll(found.sets());
        runs.setAll(found.runs());
        return sets.stream().filter(set -> !before.contains(set.name())).findFirst();
    }

    /** The set of a name. */
    Optional<SetSummary> set(String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** The evaluation of this job, else the newest. */
    Optional<PastRun> runOrNewest(long job) {
        return runs.stream()
                .filter(run -> run.job() == job)
                .findFirst()
                .or(() -> runs.stream().findFirst());
    }
}
