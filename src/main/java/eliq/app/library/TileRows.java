package eliq.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * As many rows of tiles as can be in sight at once. They are built when the window is, and stay: a row that leaves at one end is
 * filled anew and comes in at the other, so that scrolling builds and styles nothing.
 */
final class TileRows {
    private final List<List<ImageTile>> rows = new ArrayList<>();
    private final Supplier<ImageTile> build;
    private int columns;

    TileRows(Supplier<ImageTile> build) {
        this.build = build;
    }

    /** @return whether tiles were built or given up */
    boolean become(int count, int wide) {
        if (rows.size() == count && columns == wide) {
            return false;
        }
        columns = wide;
        rows.forEach(row -> fit(row, wide));
        while (rows.size() < count) {
            List<ImageTile> row = new ArrayList<>();
            fit(row, wide);
            rows.add(row);
        }
        while (rows.size() > count) {
            rows.removeLast().forEach(ImageTile::leave);
        }
        return true;
    }

    private void fit(List<ImageTile> row, int wide) {
        while (row.size() < wide) {
            row.add(build.get());
        }
        while (row.size() > wide) {
            row.removeLast().leave();
        }
    }

    int count() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    /** The tiles that stand for a row of the grid, while it is in sight. */
    List<ImageTile> of(int row) {
        return rows.get(row % rows.size());
    }

    Stream<ImageTile> tiles() {
        return rows.stream().flatMap(List::stream);
    }

    void each(Consumer<ImageTile> what) {
        rows.forEach(row -> row.forEach(what));
    }
}
