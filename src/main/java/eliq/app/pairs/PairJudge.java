package eliq.app.pairs;

import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.scorer.PairPicture;
import java.util.Map;

/** A critic with a scorer that says what it thinks of pictures. Slow; called from one thread, not the JavaFX one. */
public interface PairJudge {

    /** Which scorer judges, in a few words. */
    String name();

    /** What it has said of a set's pictures before. */
    Map<PairPicture, Score> known(TupleSet set) throws ReviewException;

    /** Judges what of a tuple is not known; what cannot be judged is absent from the answer. */
    Map<PairPicture, Score> judge(Tuple tuple, Map<PairPicture, Score> known)
            throws ReviewException;
}
