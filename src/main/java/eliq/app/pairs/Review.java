package eliq.app.pairs;

import eliq.app.words.Failure;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decisions as they are made: shown at once, written behind, and taken back in turn. JavaFX thread only. */
final class Review {
    private final PairShelf shelf;
    private final ReviewThreads threads;
    private final Consumer<Tuple> show;
    private final Consumer<String> say;
    private final Deque<Tuple> before = new ArrayDeque<>();

    /**
     * @param show takes a tuple as it is now decided
     * @param say takes a sentence
     */
    Review(PairShelf shelf, ReviewThreads threads, Consumer<Tuple> show, Consumer<String> say) {
        this.shelf = shelf;
        this.threads = threads;
        this.show = show;
        this.say = say;
    }

    /** Nothing can be taken back any more. */
    void forget() {
        before.clear();
    }

    /** Decides on a picture of a tuple. */
    void decide(Tuple tuple, Decision decision, String sentence) {
        decide(tuple, List.of(decision), sentence);
    }

    /** Decides on several at once, to be taken back at once. */
    void decide(Tuple tuple, List<Decision> decisions, String sentence) {
        Tuple after = tuple;
        for (Decision each : decisions) {
            after = each.appliedTo(after);
        }
        say.accept(sentence);
        if (!after.equals(tuple)) {
            before.push(tuple);
            write(tuple, after, decisions);
        }
    }

    /** Accepts the positive and every negative on which nobody decided. */
    void acceptAll(Tuple tuple) {
        List<Decision> all = new ArrayList<>();
        all.add(Decision.of(tuple).with(Verdict.ACCEPTED));
        for (Negative each : tuple.negatives()) {
            if (each.verdict() == Verdict.NONE) {
                all.add(Decision.of(tuple, each).with(Verdict.ACCEPTED));
            }
        }
        decide(tuple, all, "Tuple %d accepted. U undoes.".formatted(tuple.id()));
    }

    /**
     * Takes the last decision back.
     *
     * @return the tuple's id; empty where there is nothing to take back
     */
    Optional<Long> undo(ReviewedSet set) {
        if (before.isEmpty()) {
            say.accept("Nothing to undo.");
            return Optional.empty();
        }
        Tuple old = before.pop();
        List<Decision> decisions = new ArrayList<>();
        decisions.add(Decision.of(old));
        old.negatives().forEach(each -> decisions.add(Decision.of(old, each)));
        Tuple now = set.tuple(old.id()).orElse(old);
        decisions.removeIf(each -> each.appliedTo(now).equals(now));
        say.accept("Undone: tuple %d is as before.".formatted(old.id()));
        write(now, old, decisions);
        return Optional.of(old.id());
    }

    private void write(Tuple from, Tuple to, List<Decision> decisions) {
        show.accept(to);
        threads.catalog()
                .execute(
                        () -> {
                            try {
                                shelf.keep(decisions);
                            } catch (ReviewException e) {
                                threads.ui()
                                        .execute(
                                                () -> {
                                                    before.removeFirstOccurrence(from);
                                                    show.accept(from);
                                                    say.accept(Failure.sentence(e));
                                                });
                            }
                        });
    }

    /** What a verdict means, in a sentence. */
    static String words(Decision decision) {
        String what =
                decision.negative().isPresent()
                        ? "Negative " + decision.negative().getAsLong()
                        : "Tuple " + decision.tuple();
        return switch (decision.verdict()) {
            case ACCEPTED -> what + " accepted. U undoes.";
            case REJECTED ->
                    decision.negative().isPresent()
                            ? what + " rejected: nothing is trained on it. U undoes."
                            : what + " rejected: nothing of it is trained on. U undoes.";
            case NONE -> what + " is undecided again.";
        };
    }
}
