package eliq.app.pairs;

import eliq.app.frame.StatusViewModel;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.image.ContentHash;
import eliq.pairs.AuditPairs.Finding;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The tuples of a set, one of which is looked at and decided on. JavaFX thread only. Knows no scene graph. */
public final class PairsViewModel {
    private final PairShelf shelf;
    private final LatestReading reading;
    private final CriticVoice critic;
    private final Review review;
    private final ShownTuple shown;
    private final SetWork work;
    private final SetChoice choice = new SetChoice();
    private final TupleList list = new TupleList();
    private final ReadOnlyObjectWrapper<PairsState> state =
            new ReadOnlyObjectWrapper<>(new PairsState.Loading());
    private final ReadOnlyObjectWrapper<ReviewCount> count =
            new ReadOnlyObjectWrapper<>(new ReviewCount(0, 0, 0, 0));
    private final ObjectProperty<PairFilter> filter = new SimpleObjectProperty<>(PairFilter.ALL);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private ReviewedSet loaded = new ReviewedSet(List.of(), Optional.empty());

    public PairsViewModel(
            PairShelf shelf, PairJudge judge, ReviewThreads threads, StatusViewModel status) {
        this.shelf = shelf;
        this.reading = new LatestReading(threads.catalog(), threads.ui());
        this.critic = new CriticVoice(judge, threads);
        this.review = new Review(shelf, threads, this::put, notice::set);
        this.shown = new ShownTuple(review);
        this.work = new SetWork(threads, status, notice::set);
        filter.subscribe((_, _) -> listAnew());
        critic.answersProperty().subscribe((_, _) -> counted());
    }

    // Properties

    public ObservableList<TupleSet> sets() {
        return choice.sets();
    }

    public ReadOnlyObjectProperty<Optional<TupleSet>> setProperty() {
        return choice.currentProperty();
    }

    /** The tuples that the filter lets through, in order. */
    public ObservableList<Tuple> listed() {
        return list.tuples();
    }

    public ReadOnlyObjectProperty<PairsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The tuple that is looked at. */
    public ShownTuple shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<ReviewCount> countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObjectProperty<PairFilter> filterProperty() {
        return filter;
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public CriticVoice critic() {
        return critic;
    }

    /** Categories of the set's prompts, in alphabetical order. */
    public SortedSet<String> categories() {
        return loaded.categories();
    }

    /** What is said of the picture at a place of the row. */
    public Opinion opinion(int place) {
        return tuple().map(one -> Opinion.of(one, shown.negative(place), loaded.scores()))
                .orElse(Opinion.NONE);
    }

    /** What the audit found of a tuple. */
    public List<Finding> findings(Tuple of) {
        return loaded.findings(of);
    }

    /** What critic and audit say of a tuple, in short. */
    public Standing standing(Tuple of) {
        return loaded.standing(of);
    }

    // Sets

    /** The view came to the screen: sets are looked for, and the critic is asked. */
    public void appear() {
        read(shelf::sets, this::found);
        critic.appear();
    }

    /** The view left the screen: the critic turns to nothing new before it comes back. */
    public void leave() {
        critic.leave();
    }

    /** Goes to a place as soon as it is there. */
    public void goTo(ReviewPlace place) {
        choice.want(place);
    }

    /** Where somebody is in the review. */
    public Optional<ReviewPlace> where() {
        return set().flatMap(s -> tuple().map(t -> new ReviewPlace(s.name(), t.id())));
    }

    private Optional<Tuple> tuple() {
        return shown.tupleProperty().get();
    }

    private Optional<TupleSet> set() {
        return choice.currentProperty().get();
    }

    /** Reads the sets anew, and the tuples of the one that was shown, or of the newest. */
    public void refresh() {
        read(shelf::sets, found -> choice.found(found).ifPresentOrElse(this::open, this::nothing));
    }

    /** As {@link #refresh}, but a set that is shown and has not grown stays as it is. */
    private void found(List<TupleSet> found) {
        Optional<TupleSet> chosen = choice.found(found);
        if (chosen.isEmpty()) {
            nothing();
        } else if (!read() || !choice.shows(chosen.get())) {
            open(chosen.get());
        }
    }

    private void nothing() {
        state.set(new PairsState.NoPairs());
    }

    /** Shows a set. */
    public void open(TupleSet chosen) {
        Optional<Long> place = choice.show(chosen).or(() -> tuple().map(Tuple::id));
        state.set(new PairsState.Loading());
        read(
                () -> new ReviewedSet(shelf.tuples(chosen), shelf.findings(chosen)),
                read -> {
                    loaded = read;
                    shown.turnTo(place.flatMap(read::tuple));
                    list();
                    listenToCritic();
                });
    }

    private <T> void read(LatestReading.Reading<T> what, Consumer<T> then) {
        reading.read(what, then, reason -> state.set(new PairsState.Failed(reason)));
    }

    // Critic

    /** Another scorer judges from now on; what the one before said is dropped. */
    public void judgeChanged() {
        loaded.unjudge();
        listenToCritic();
        counted();
    }

    private void listenToCritic() {
        set().ifPresent(one -> critic.turnTo(one, loaded, this::heard));
    }

    private void heard() {
        if (!filter.get().equals(PairFilter.ALL)) {
            listAnew();
        }
        tuple().ifPresent(this::ask);
    }

    private void ask(Tuple one) {
        critic.ask(one, list.at(list.place(one.id()) + 1));
    }

    // The list

    private void listAnew() {
        if (read()) {
            list();
        }
    }

    private boolean read() {
        return state.get() instanceof PairsState.Showing
                || state.get() instanceof PairsState.NoMatch;
    }

    /** Applies filter and order; the tuple that is looked at stays where it may. */
    public void list() {
        list.tuples().setAll(filter.get().of(loaded));
        counted();
        if (loaded.tuples().isEmpty()) {
            nothing();
        } else if (listed().isEmpty()) {
            state.set(new PairsState.NoMatch(filter.get(), loaded.audited(), loaded.incomplete()));
        } else {
            state.set(new PairsState.Showing());
            select(Math.max(0, place()));
        }
    }

    private void counted() {
        count.set(ReviewCount.of(loaded, listed().size()));
    }

    /** Place of the tuple in the list, -1 where it is not there. */
    public int place() {
        return tuple().map(one -> list.place(one.id())).orElse(-1);
    }

    /** Looks at the tuple at a place of the list. */
    public void select(int place) {
        list.at(place).filter(shown::show).ifPresent(this::ask);
    }

    /** Looks at the next tuple, or the one before. */
    public void move(int by) {
        if (!listed().isEmpty()) {
            select(Math.clamp((long) Math.max(0, place()) + by, 0, listed().size() - 1));
        }
    }

    /** The pictures that will be wanted next: those of the tuples beside the one that is looked at. */
    public List<ContentHash> ahead() {
        return list.picturesBeside(place());
    }

    // Decisions

    /** Accepts the positive and every negative on which nobody decided, and goes on to the next tuple. */
    public void acceptTuple() {
        shown.accept();
        move(1);
    }

    /** Rejects the tuple and goes on to the next one. */
    public void rejectTuple() {
        shown.reject();
        move(1);
    }

    /** Takes the last decision back and shows its tuple. */
    public void undo() {
        review.undo(loaded).ifPresent(id -> select(list.place(id)));
    }

    private void put(Tuple now) {
        loaded.replace(now);
        list.replace(now);
        shown.replace(now);
        counted();
    }

    // Long work

    /** Looks the whole set over, then shows what was found. */
    public void audit() {
        set().ifPresent(one -> work.run("Checking pairs", one, shelf::audit, this::refresh));
    }

    /** Has the critic judge the whole set, then applies filter and order anew. */
    public void judgeAll() {
        set().ifPresent(one -> work.run("Scoring pairs", one, shelf::score, this::refresh));
    }
}
