package eliq.app.library;

import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The files of chosen places, read page by page, so that a choice among very many takes no more than its pages. */
final class ChosenFiles {
    private ChosenFiles() {}

    /** @param chosen places in the order of what matches the filter */
    static List<Path> of(ImageShelf shelf, BitSet chosen, ImageFilter filter, ImageSort order)
            throws ImageShelf.ShelfException {
        List<Path> files = new ArrayList<>();
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            int start = i / Pages.LENGTH * Pages.LENGTH;
            List<ImageRow> rows = shelf.page(filter, order, start, Pages.LENGTH);
            for (int j = i - start; j < rows.size(); j++) {
                if (chosen.get(start + j)) {
                    files.add(shelf.path(rows.get(j)));
                }
            }
            i = start + Pages.LENGTH - 1;
        }
        return List.copyOf(files);
    }
}
