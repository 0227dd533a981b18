package eliq.app.library;

import eliq.catalog.ImageRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * The rows that were looked at last, page by page; others are asked for once, and ahead of whoever scrolls: all tiles of a page
 * that comes while they are in sight are filled in one frame. JavaFX thread only.
 */
final class Pages {
    /** Rows of a page. */
    static final int LENGTH = 200;

    private static final int KEPT = 30;

    private final IntConsumer read;
    private final IntSupplier length;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<ImageRow>> pages =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, List<ImageRow>> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @param read gets a page from the catalogue, to be {@link #put} here
     * @param length how many rows there are
     */
    Pages(IntConsumer read, IntSupplier length) {
        this.read = read;
        this.length = length;
    }

    /** The row at a place; empty while its page is on the way. */
    Optional<ImageRow> row(int place) {
        int page = place / LENGTH;
        // Whoever reads may answer at once.
        ask(page);
        List<ImageRow> rows = pages.get(page);
        if (rows == null) {
            return Optional.empty();
        }
        int within = place % LENGTH;
        ask(within < LENGTH / 2 ? page - 1 : page + 1);
        return within < rows.size() ? Optional.of(rows.get(within)) : Optional.empty();
    }

    private void ask(int page) {
        boolean there = page >= 0 && (long) page * LENGTH < length.getAsInt();
        if (there && !pages.containsKey(page) && asked.add(page)) {
            read.accept(page);
        }
    }

    void put(int page, List<ImageRow> rows) {
        pages.put(page, rows);
        asked.remove(page);
    }

    void clear() {
        pages.clear();
        asked.clear();
    }
}
