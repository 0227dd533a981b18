package eliq.app.pairs;

import eliq.app.compare.CompareViewModel;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.pairs.AuditPairs.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tuples of a set, one of which is looked at and decided on. JavaFX thread only. Knows no scene graph. */
public final class PairsViewModel {

    /** What the view shows. */
    public sealed interface State {
        record Loading() implements State {}

        /** There is no set of pairs, or an empty one. */
        record NoPairs() implements State {}

        /**
         * There are tuples, none of which the filter lets through.
         *
         * @param audited whether the set was ever audited
         * @param unjudged tuples that the critic has not seen whole
         */
        record NoMatch(PairFilter filter, boolean audited, long unjudged) implements State {}

        record Showing() implements State {}

        record Failed(String reason) implements State {}
    }

    /**
     * How far the review is.
     *
     * @param reviewed tuples that somebody decided on
     * @param all tuples of the set
     * @param listed tuples that the filter lets through
     * @param unjudged tuples with a picture that the critic has not seen
     */
    public record Count(long reviewed, long all, long listed, long unjudged) {}

    private final PairShelf shelf;
    private final ReviewThreads threads;
    private final CriticVoice critic;
    private final Review review;
    private final SetWork work;
    private final CompareViewModel<ContentHash> compare = new CompareViewModel<>();

    private final ObservableList<TupleSet> sets = FXCollections.observableArrayList();
    private final ObservableList<Tuple> listed = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TupleSet>> set =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyObjectWrapper<Optional<Tuple>> tuple =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Count> count =
            new ReadOnlyObjectWrapper<>(new Count(0, 0, 0, 0));
    private final ObjectProperty<PairFilter> filter = new SimpleObjectProperty<>(PairFilter.ALL);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private ReviewedSet loaded = new ReviewedSet(List.of(), Optional.empty());
    // Answers to an older question are dropped.
    private long question;

    public PairsViewModel(
            PairShelf shelf, PairJudge judge, ReviewThreads threads, StatusViewModel status) {
        this.shelf = shelf;
        this.threads = threads;
        this.critic = new CriticVoice(judge, threads);
        this.review = new Review(shelf, threads, this::put, notice::set);
        this.work = new SetWork(threads, status, notice::set);
        filter.subscribe((_, _) -> list());
        critic.answersProperty().subscribe((_, _) -> counted());
    }

    // Properties

    public ObservableList<TupleSet> sets() {
        return sets;
    }

    public ReadOnlyObjectProperty<Optional<TupleSet>> setProperty() {
        return set.getReadOnlyProperty();
    }

    /** The tuples that the filter lets through, in order. */
    public ObservableList<Tuple> listed() {
        return listed;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The tuple that is looked at. */
    public ReadOnlyObjectProperty<Optional<Tuple>> tupleProperty() {
        return tuple.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObjectProperty<PairFilter> filterProperty() {
        return filter;
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How the tuple's pictures are compared: the positive, then the negatives in the row's order. */
    public CompareViewModel<ContentHash> compare() {
        return compare;
    }

    public CriticVoice critic() {
        return critic;
    }

    /** Categories of the set's prompts, in alphabetical order. */
    public SortedSet<String> categories() {
        return loaded.categories();
    }

    /** The chosen negative of the tuple; empty where the positive is chosen. */
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

    /** What is said of the picture at a place of the row. */
    public Opinion opinion(int place) {
        return tuple.get()
                .map(one -> Opinion.of(one, negative(place), loaded.scores()))
                .orElse(Opinion.NONE);
    }

    /** What the audit found of a tuple. */
    public List<Finding> findings(Tuple of) {
        return loaded.findings(of);
    }

    /** How many negatives of a tuple the critic puts before their positive. */
    public long wrong(Tuple of) {
        return loaded.wrong(of);
    }

    /** The critic's smallest margin within a tuple, in words; a dash while nobody knows. */
    public String margin(Tuple of) {
        return Opinion.signed(loaded.smallestMargin(of));
    }

    // Commands

    /** Reads the sets anew, and the tuples of the one that was shown, or of the newest. */
    public void refresh() {
        Optional<Long> before = set.get().map(TupleSet::id);
        long now = ++question;
        read(
                now,
                shelf::sets,
                found -> {
                    sets.setAll(found);
                    found.stream()
                            .filter(each -> before.filter(id -> id == each.id()).isPresent())
                            .findFirst()
                            .or(() -> found.stream().findFirst())
                            .ifPresentOrElse(this::open, () -> state.set(new State.NoPairs()));
                });
    }

    /** Shows a set. */
    public void open(TupleSet chosen) {
        long now = ++question;
        Optional<Long> place = tuple.get().map(Tuple::id);
        set.set(Optional.of(chosen));
        state.set(new State.Loading());
        read(
                now,
                () -> new ReviewedSet(shelf.tuples(chosen), shelf.findings(chosen)),
                read -> {
                    loaded = read;
                    review.forget();
                    tuple.set(place.flatMap(read::tuple));
                    compare.compare(List.of());
                    list();
                    critic.turnTo(chosen, read, this::heard);
                });
    }

    /** Slow reading. */
    private interface Reading<T> {
        T read() throws ReviewException;
    }

    private <T> void read(long now, Reading<T> reading, java.util.function.Consumer<T> then) {
        threads.catalog()
                .execute(
                        () -> {
                            try {
                                T result = reading.read();
                                threads.ui()
                                        .execute(
                                                () -> {
                                                    if (now == question) {
                                                        then.accept(result);
                                                    }
                                                });
                            } catch (ReviewException e) {
                                threads.ui()
                                        .execute(
                                                () -> {
                                                    if (now == question) {
                                                        state.set(new State.Failed(e.getMessage()));
                                                    }
                                                });
                            }
                        });
    }

    private void heard() {
        if (!filter.get().equals(PairFilter.ALL)) {
            list();
        }
        tuple.get().ifPresent(this::ask);
    }

    /** Applies filter and order; the tuple that is looked at stays where it may. */
    public void list() {
        listed.setAll(filter.get().of(loaded));
        counted();
        if (loaded.tuples().isEmpty()) {
            state.set(new State.NoPairs());
        } else if (listed.isEmpty()) {
            state.set(new State.NoMatch(filter.get(), loaded.audited(), loaded.incomplete()));
        } else {
            state.set(new State.Showing());
            select(Math.max(0, place()));
        }
    }

    private void counted() {
        count.set(
                new Count(
                        loaded.reviewed(),
                        loaded.tuples().size(),
                        listed.size(),
                        loaded.incomplete()));
    }

    /** Place of the tuple in the list, -1 where it is not there. */
    public int place() {
        return tuple.get().map(one -> place(one.id())).orElse(-1);
    }

    private int place(long id) {
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** Looks at the tuple at a place of the list. */
    public void select(int place) {
        if (place < 0 || place >= listed.size()) {
            return;
        }
        Tuple chosen = listed.get(place);
        boolean other = tuple.get().map(Tuple::id).filter(id -> id == chosen.id()).isEmpty();
        tuple.set(Optional.of(chosen));
        if (other || compare.subjectsProperty().get().isEmpty()) {
            compare.compare(Titles.subjects(chosen));
            ask(chosen);
        }
    }

    private void ask(Tuple one) {
        int next = place(one.id()) + 1;
        critic.ask(one, next < listed.size() ? Optional.of(listed.get(next)) : Optional.empty());
    }

    /** Looks at the next tuple, or the one before. */
    public void move(int by) {
        if (!listed.isEmpty()) {
            select(Math.clamp((long) Math.max(0, place()) + by, 0, listed.size() - 1));
        }
    }

    /** The pictures that will be wanted next: those of the tuples beside the one that is looked at. */
    public List<ContentHash> ahead() {
        int place = place();
        List<ContentHash> ahead = new ArrayList<>();
        for (int i : new int[] {place + 1, place - 1}) {
            if (i >= 0 && i < listed.size()) {
                Titles.subjects(listed.get(i)).forEach(each -> ahead.add(each.key()));
            }
        }
        return ahead.stream().distinct().toList();
    }

    // Decisions

    /** What is decided of the chosen picture. */
    public Optional<Decision> decision() {
        return tuple.get()
                .map(one -> negative().map(n -> Decision.of(one, n)).orElse(Decision.of(one)));
    }

    /** Decides on the chosen negative; on the whole tuple where the positive is chosen. */
    public void decide(Verdict verdict) {
        tuple.get()
                .ifPresent(
                        one -> {
                            Decision now = decision().orElseThrow().with(verdict);
                            review.decide(one, now, Review.words(now));
                        });
    }

    /** Accepts the positive and every negative on which nobody decided, and goes on to the next tuple. */
    public void acceptTuple() {
        tuple.get().ifPresent(review::acceptAll);
        move(1);
    }

    /** Rejects the tuple and goes on to the next one. */
    public void rejectTuple() {
        tuple.get()
                .ifPresent(
                        one -> {
                            Decision now = Decision.of(one).with(Verdict.REJECTED);
                            review.decide(one, now, Review.words(now));
                        });
        move(1);
    }

    /** Keeps a note on the chosen picture. */
    public void note(String text) {
        tuple.get()
                .ifPresent(
                        one ->
                                review.decide(
                                        one,
                                        decision().orElseThrow().with(text.strip()),
                                        "Note kept. U undoes."));
    }

    /** Takes the last decision back and shows its tuple. */
    public void undo() {
        review.undo(loaded).ifPresent(id -> select(place(id)));
    }

    private void put(Tuple now) {
        loaded.replace(now);
        int place = place(now.id());
        if (place >= 0) {
            listed.set(place, now);
        }
        if (tuple.get().filter(one -> one.id() == now.id()).isPresent()) {
            tuple.set(Optional.of(now));
        }
        counted();
    }

    // Long work

    /** Looks the whole set over, then shows what was found. */
    public void audit() {
        set.get().ifPresent(one -> work.run("Checking pairs", one, shelf::audit, this::refresh));
    }

    /** Has the critic judge the whole set, then applies filter and order anew. */
    public void judgeAll() {
        set.get().ifPresent(one -> work.run("Scoring pairs", one, shelf::score, this::refresh));
    }
}
