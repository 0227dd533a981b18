package eliq.app.score;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ObservableList;

/** What was taken out of the list, to be put back in turn. JavaFX thread only. */
final class Removals {

    /**
     * Rows that stood one after another.
     *
     * @param place of the first
     */
    private record Run(int place, List<ScoreRow> rows) {}

    private final ObservableList<ScoreRow> rows;
    private final Deque<List<Run>> removed = new ArrayDeque<>();

    Removals(ObservableList<ScoreRow> rows) {
        this.rows = rows;
    }

    /** Takes rows out of the list. */
    void remove(Collection<ScoreRow> gone) {
        Set<ScoreRow> wanted = new HashSet<>(gone);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (wanted.contains(rows.get(i))) {
                int from = i;
                while (i < rows.size() && wanted.contains(rows.get(i))) {
                    i++;
                }
                runs.add(new Run(from, List.copyOf(rows.subList(from, i))));
            }
        }
        if (!runs.isEmpty()) {
            removed.push(runs);
            rows.removeAll(wanted);
        }
    }

    /**
     * Puts back what was taken out last, where it stood.
     *
     * @return those rows; fewer where some were added anew meanwhile, none where nothing was taken out
     */
    List<ScoreRow> undo() {
        List<ScoreRow> back = new ArrayList<>();
        if (!removed.isEmpty()) {
            Set<Path> listed = new HashSet<>();
            rows.forEach(row -> listed.add(row.path()));
            for (Run run : removed.pop()) {
                List<ScoreRow> missing =
                        run.rows().stream().filter(row -> !listed.contains(row.path())).toList();
                rows.addAll(Math.min(run.place(), rows.size()), missing);
                back.addAll(missing);
            }
        }
        return back;
    }

    /** All rows that can be put back. */
    Stream<ScoreRow> rows() {
        return removed.stream().flatMap(List::stream).flatMap(run -> run.rows().stream());
    }

    boolean isEmpty() {
        return removed.isEmpty();
    }
}
