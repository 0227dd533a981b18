package eliq.app.pairs;

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
    private final ReadOnlyStringWrapper silence = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper answers = new ReadOnlyLongWrapper();
    private ReviewedSet set = new ReviewedSet(List.of(), Optional.empty());
    private boolean ready;
    // Read on the judging thread, to pass over what is no longer looked at.
    private volatile long wanted;

    CriticVoice(PairJudge judge, ReviewThreads threads) {
        this.judge = judge;
        this.threads = threads;
    }

    /** Who judges. */
    public String name() {
        return judge.name();
    }

    /** Why the critic says nothing; empty while it is asked or has answered. */
    public ReadOnlyStringProperty silenceProperty() {
        return silence.getReadOnlyProperty();
    }

    /** Changes with every answer. */
    public ReadOnlyLongProperty answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /**
     * Turns to another set.
     *
     * @param heard runs once it is known what was said of it before
     */
    void turnTo(TupleSet chosen, ReviewedSet loaded, Runnable heard) {
        set = loaded;
        ready = false;
        silence.set("");
        threads.judging()
                .execute(
                        () -> {
                            try {
                                Map<PairPicture, Score> known = judge.known(chosen);
                                threads.ui()
                                        .execute(
                                                () -> {
                                                    if (set == loaded) {
                                                        ready = true;
                                                        loaded.judged(known);
                                                        answers.set(answers.get() + 1);
                                                        heard.run();
                                                    }
                                                });
                            } catch (ReviewException e) {
                                threads.ui().execute(() -> silence.set(e.getMessage()));
                            }
                        });
    }

    /** Has a tuple judged, where that is not done, and then the one that comes next. */
    void ask(Tuple tuple, Optional<Tuple> next) {
        wanted = tuple.id();
        if (!ready) {
            return;
        }
        ReviewedSet asked = set;
        if (asked.complete(tuple)) {
            next.filter(one -> !asked.complete(one)).ifPresent(one -> submit(tuple, one));
        } else {
            submit(tuple, tuple);
            next.filter(one -> !asked.complete(one)).ifPresent(one -> submit(tuple, one));
        }
    }

    private void submit(Tuple lookedAt, Tuple judged) {
        ReviewedSet asked = set;
        Map<PairPicture, Score> known = new HashMap<>();
        for (PairPicture each : PairPicture.all(judged)) {
            Optional.ofNullable(asked.scores().get(each)).ifPresent(s -> known.put(each, s));
        }
        threads.judging()
                .execute(
                        () -> {
                            if (wanted != lookedAt.id()) {
                                return;
                            }
                            try {
                                Map<PairPicture, Score> said = judge.judge(judged, known);
                                threads.ui().execute(() -> hear(asked, judged, said));
                            } catch (ReviewException e) {
                                threads.ui().execute(() -> silence.set(e.getMessage()));
                            }
                        });
    }

    private void hear(ReviewedSet of, Tuple tuple, Map<PairPicture, Score> said) {
        of.judged(tuple, said);
        if (of == set) {
            answers.set(answers.get() + 1);
        }
    }
}
