package eliq.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;

/**
 * As many rows of tiles as can be in sight at once. They are built when the window is, and stay: a row that leaves at one end is
 * filled anew and comes in at the other, so that scrolling builds and styles nothing.
 */
final class TileRows extends Pane {
    private final List<List<ImageTile>> rows = new ArrayList<>();
    private final Supplier<ImageTile> build;
    private int columns;

    TileRows(Supplier<ImageTile> build) {
        this.build = build;
        // Placed by the grid, not by the layout of whatever stands around: scrolling lays nothing
        // out.
        setManaged(false);
    }

    /** Builds the tiles that are missing, gives up those that are too many. */
    void become(int count, int wide) {
        if (rows.size() == count && columns == wide) {
            return;
        }
        columns = wide;
        rows.forEach(this::fit);
        while (rows.size() < count) {
            List<ImageTile> row = new ArrayList<>();
            fit(row);
            rows.add(row);
        }
        while (rows.size() > count) {
            rows.removeLast().forEach(this::giveUp);
        }
        // Seen in this frame, which is past the time of styles.
        applyCss();
    }

    private void fit(List<ImageTile> row) {
        while (row.size() < columns) {
            ImageTile tile = build.get();
            row.add(tile);
            getChildren().add(tile);
        }
        while (row.size() > columns) {
            giveUp(row.removeLast());
        }
    }

    private void giveUp(ImageTile tile) {
        tile.leave();
        getChildren().remove(tile);
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
