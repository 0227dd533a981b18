package eliq.app.pairs;

import eliq.app.compare.CompareViewModel;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The tuple that is looked at: its pictures compared, one of them chosen, and what is decided of it. JavaFX thread only. */
public final class ShownTuple {
    private final Review review;
    private final CompareViewModel<ContentHash> compare = new CompareViewModel<>();
    private final ReadOnlyObjectWrapper<Optional<Tuple>> tuple =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ShownTuple(Review review) {
        this.review = review;
    }

    /** Empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Tuple>> tupleProperty() {
        return tuple.getReadOnlyProperty();
    }

    /** How its pictures are compared: the positive, then the negatives in the row's order. */
    public CompareViewModel<ContentHash> compare() {
        return compare;
    }

    /** The chosen negative; empty where the positive is chosen. */
    public Optional<Negative> negative() {
        return negative(compare.chosenProperty().get());
    }

    /** The negative at a place of the row; empty for the positive. */
    public Optional<Negative> negative(int place) {
        return tuple.get()
                .map(Titles::inOrder)
                .filter(all -> place > 0 && place <= all.size())
                .map(all -> all.get(place - 1));
    }

    /** What is decided of the chosen picture. */
    public Optional<Decision> decision() {
        return tuple.get()
                .map(one -> negative().map(n -> Decision.of(one, n)).orElse(Decision.of(one)));
    }

    /** Decides on the chosen negative; on the whole tuple where the positive is chosen. */
    public void decide(Verdict verdict) {
        decision().ifPresent(now -> decide(now.with(verdict)));
    }

    /** Keeps a note on the chosen picture. */
    public void note(String text) {
        decision()
                .ifPresent(
                        now ->
                                review.decide(
                                        tuple.get().orElseThrow(),
                                        now.with(text.strip()),
                                        "Note kept. U undoes."));
    }

    /** Accepts the positive and every negative on which nobody decided. */
    void accept() {
        tuple.get().ifPresent(review::acceptAll);
    }

    /** Rejects the tuple, whatever is chosen of it. */
    void reject() {
        tuple.get().ifPresent(one -> decide(Decision.of(one).with(Verdict.REJECTED)));
    }

    private void decide(Decision now) {
        review.decide(tuple.get().orElseThrow(), now, Review.words(now));
    }

    /**
     * Looks at a tuple.
     *
     * @return whether its pictures were not shown before
     */
    boolean show(Tuple chosen) {
        boolean other = tuple.get().filter(t -> t.id() == chosen.id()).isEmpty();
        tuple.set(Optional.of(chosen));
        boolean anew = other || compare.subjectsProperty().get().isEmpty();
        if (anew) {
            compare.compare(Titles.subjects(chosen));
        }
        return anew;
    }

    /** Another set is there: its pictures are shown when it is listed. */
    void turnTo(Optional<Tuple> other) {
        review.forget();
        tuple.set(other);
        compare.compare(List.of());
    }

    /** Shows what is decided now, where it is this tuple. */
    void replace(Tuple now) {
        if (tuple.get().filter(one -> one.id() == now.id()).isPresent()) {
            tuple.set(Optional.of(now));
        }
    }
}
