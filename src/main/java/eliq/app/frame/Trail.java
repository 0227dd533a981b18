package eliq.app.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Where somebody was, to go back and forward as in a browser.
 *
 * @param <T> a place
 */
final class Trail<T> {
    private static final int LONGEST = 100;

    private final Deque<T> behind = new ArrayDeque<>();
    private final Deque<T> ahead = new ArrayDeque<>();
    private Optional<T> here = Optional.empty();

    /** Went there; what lay ahead is forgotten. Staying is no step. */
    void go(T place) {
        if (here.equals(Optional.of(place))) {
            return;
        }
        here.ifPresent(behind::push);
        if (behind.size() > LONGEST) {
            behind.removeLast();
        }
        ahead.clear();
        here = Optional.of(place);
    }

    /** One step back; empty at the beginning. */
    Optional<T> back() {
        return step(behind, ahead);
    }

    /** One step forward again; empty where nobody came from. */
    Optional<T> forward() {
        return step(ahead, behind);
    }

    private Optional<T> step(Deque<T> from, Deque<T> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        here.ifPresent(to::push);
        here = Optional.of(from.pop());
        return here;
    }
}
