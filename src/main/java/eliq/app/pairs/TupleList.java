package eliq.app.pairs;

import eliq.app.compare.Subject;
import eliq.catalog.Tuple;
import eliq.image.ContentHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tuples that a filter lets through, in its order. */
final class TupleList {
    private final ObservableList<Tuple> tuples = FXCollections.observableArrayList();

    ObservableList<Tuple> tuples() {
        return tuples;
    }

    /** Place of a tuple, -1 where it is not listed. */
    int place(long id) {
        for (int i = 0; i < tuples.size(); i++) {
            if (tuples.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** The tuple at a place; empty beyond the ends. */
    Optional<Tuple> at(int place) {
        return place >= 0 && place < tuples.size()
                ? Optional.of(tuples.get(place))
                : Optional.empty();
    }

    /** Puts a tuple in place of the one of its id, where that is listed. */
    void replace(Tuple tuple) {
        int place = place(tuple.id());
        if (place >= 0) {
            tuples.set(place, tuple);
        }
    }

    /** Pictures of the tuples beside a place: the next one's first. */
    List<ContentHash> picturesBeside(int place) {
        return Stream.of(at(place + 1), at(place - 1))
                .flatMap(Optional::stream)
                .flatMap(tuple -> Titles.subjects(tuple).stream())
                .map(Subject::key)
                .distinct()
                .toList();
    }
}
