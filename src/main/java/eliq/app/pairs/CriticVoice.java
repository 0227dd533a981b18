package eliq.app.pairs;

import eliq.app.words.Failure;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.scorer.PairPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Has the critic judge what is looked at, and hands its answers to the set. JavaFX thread only. */
public final class CriticVoice {
    private final PairJudge judge;
    private final ReviewThreads threads;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper silence = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper answers = new ReadOnlyLongWrapper();
    private ReviewedSet set = new ReviewedSet(List.of(), Optional.empty());
    private boolean ready;
    private boolean away;
    private Optional<Runnable> missed = Optional.empty();
    // Answers of before the last turn, to another set or by another scorer, are dropped.
    private long turn;
    // Read on the judging thread, to pass over what is no longer looked at.
    private volatile long wanted;

    CriticVoice(PairJudge judge, ReviewThreads threads) {
        this.judge = judge;
        this.threads = threads;
        name.set(judge.name());
    }

    /** Who judges. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Why the critic says nothing; empty while it is asked or has answered. */
    public ReadOnlyStringProperty silenceProperty() {
        return silence.getReadOnlyProperty();
    }

    /** Why a number is missing. */
    String absence() {
        return silence.get().isEmpty() ? "not judged yet" : silence.get();
    }

    /** Changes with every answer. */
    public ReadOnlyLongProperty answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** Nobody looks: it, which may be large, is not turned to anything before somebody does. */
    void leave() {
        away = true;
    }

    /** Somebody looks again: it turns to what it was to turn to last. */
    void appear() {
        away = false;
        missed.ifPresent(Runnable::run);
    }

    /**
     * Turns to another set, or lets another scorer speak of the same one.
     *
     * @param heard runs once it is known what was said of it before
     */
    void turnTo(TupleSet chosen, ReviewedSet loaded, Runnable heard) {
        missed = away ? Optional.of(() -> turnTo(chosen, loaded, heard)) : Optional.empty();
        if (away) {
            return;
        }
        long now = ++turn;
        set = loaded;
        ready = false;
        silence.set("");
        name.set(judge.name());
        threads.judging()
                .execute(
                        () -> {
                            try {
                                Map<PairPicture, Score> known = judge.known(chosen);
                                answer(
                                        now,
                                        () -> {
                                            ready = true;
                                            loaded.judged(known);
                                            answers.set(answers.get() + 1);
                                            heard.run();
                                        });
                            } catch (ReviewException e) {
                                answer(now, () -> silence.set(Failure.sentence(e)));
                            }
                        });
    }

    /** Has a tuple judged, where that is not done, and then the one that comes next. */
    void ask(Tuple tuple, Optional<Tuple> next) {
        wanted = tuple.id();
        if (!ready) {
            return;
        }
        if (!set.complete(tuple)) {
            submit(tuple, tuple);
        }
        next.filter(one -> !set.complete(one)).ifPresent(one -> submit(tuple, one));
    }

    private void submit(Tuple lookedAt, Tuple judged) {
        long now = turn;
        Map<PairPicture, Score> known = new HashMap<>();
        for (PairPicture each : PairPicture.all(judged)) {
            Optional.ofNullable(set.scores().get(each)).ifPresent(s -> known.put(each, s));
        }
        threads.judging()
                .execute(
                        () -> {
                            if (wanted != lookedAt.id()) {
                                return;
                            }
                            try {
                                Map<PairPicture, Score> said = judge.judge(judged, known);
                                answer(now, () -> hear(judged, said));
                            } catch (ReviewException e) {
                                answer(now, () -> silence.set(Failure.sentence(e)));
                            }
                        });
    }

    private void hear(Tuple tuple, Map<PairPicture, Score> said) {
        set.judged(tuple, said);
        answers.set(answers.get() + 1);
    }

    private void answer(long asked, Runnable answer) {
        threads.ui()
                .execute(
                        () -> {
                            if (asked == turn) {
                                answer.run();
                            }
                        });
    }
}
