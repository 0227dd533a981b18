package eliq.app.pairs;

import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.pairs.AuditPairs.Finding;
import java.util.List;
import java.util.Optional;

/** Sets of tuples, as the view needs them. Slow; called off the JavaFX thread only. */
public interface PairShelf {

    /** Every set, newest first. */
    List<TupleSet> sets() throws ReviewException;

    /** The tuples of a set, in the order in which they were built. */
    List<Tuple> tuples(TupleSet set) throws ReviewException;

    /** What the newest audit of the set found; absent where none was made since it was built. */
    Optional<List<Finding>> findings(TupleSet set) throws ReviewException;

    /** Keeps what a person decided, all of it or nothing. */
    void keep(List<Decision> decisions) throws ReviewException;

    /** Looks the set over, to its end. */
    void audit(TupleSet set, Progress progress) throws ReviewException;

    /** Scores all pictures of the set, to its end. */
    void score(TupleSet set, Progress progress) throws ReviewException;

    /** How far something is. Called on the calling thread of the work. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }
}
