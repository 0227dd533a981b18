package eliq.app.score;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;

/** Has rows judged one after another, and counts those to go. Asked on the JavaFX thread only. */
final class JudgingQueue {
    private final Scoring scoring;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;
    private final ObservableList<ScoreRow> rows;
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);

    /**
     * @param worker judges, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param rows that are counted when all are judged
     */
    JudgingQueue(
            Scoring scoring,
            Executor worker,
            Executor ui,
            StatusViewModel status,
            ObservableList<ScoreRow> rows) {
        this.scoring = scoring;
        this.worker = worker;
        this.ui = ui;
        this.status = status;
        this.rows = rows;
    }

    /** Rows that wait or run. */
    ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Judges a row in its turn. Its file is asked for the prompt where nobody gave it one, and was not asked before. */
    void judge(ScoreRow row) {
        long ticket = row.takeTicket();
        boolean unknown = !row.isPromptKnown();
        Optional<String> given =
                Optional.of(row.promptProperty().get()).filter(text -> !text.isEmpty());
        move(row, new ScoreRow.State.Waiting());
        worker.execute(
                () -> {
                    if (row.isCurrent(ticket)) {
                        score(row, ticket, unknown, given);
                    }
                });
    }

    /** Rows that nobody waits for any more; what is being found out about one of them is thrown away. */
    void leave(Collection<ScoreRow> gone) {
        for (ScoreRow row : gone) {
            row.takeTicket();
            if (row.isPending()) {
                move(row, new ScoreRow.State.Added());
            }
        }
        report();
    }

    private void score(ScoreRow row, long ticket, boolean unknown, Optional<String> given) {
        Optional<Scoring.FoundPrompt> found =
                unknown ? scoring.promptOf(row.path()) : Optional.empty();
        ui.execute(
                () -> {
                    if (row.isCurrent(ticket)) {
                        if (unknown) {
                            row.promptFound(found);
                        }
                        move(row, new ScoreRow.State.Running());
                        status.working(
                                "Scoring " + row.name() + " (" + pending.get() + " left)", -1);
                    }
                });
        ScoreRow.State result;
        try {
            Optional<String> prompt = found.map(Scoring.FoundPrompt::text).or(() -> given);
            result = new ScoreRow.State.Scored(scoring.score(row.path(), prompt));
        } catch (Scoring.ScoringException e) {
            result = new ScoreRow.State.Failed(e.getMessage());
        }
        ScoreRow.State state = result;
        ui.execute(
                () -> {
                    if (row.isCurrent(ticket)) {
                        move(row, state);
                        report();
                    }
                });
    }

    /** Says what came of the list once nothing waits. */
    void report() {
        if (pending.get() > 0) {
            return;
        }
        long failed =
                rows.stream()
                        .filter(row -> row.stateProperty().get() instanceof ScoreRow.State.Failed)
                        .count();
        status.idle(rows.isEmpty() ? "Ready" : "Score: " + words(rows.size() - failed, failed));
    }

    private static String words(long scored, long failed) {
        if (scored == 0) {
            return Amounts.count(failed, "image") + " could not be scored";
        }
        return Amounts.count(scored, "image")
                + " scored"
                + (failed == 0 ? "" : Amounts.format(", %,d could not be scored", failed));
    }

    private void move(ScoreRow row, ScoreRow.State to) {
        boolean wasPending = row.isPending();
        row.state(to);
        if (row.isPending() && !wasPending) {
            pending.set(pending.get() + 1);
        } else if (wasPending && !row.isPending()) {
            pending.set(pending.get() - 1);
        }
    }
}
