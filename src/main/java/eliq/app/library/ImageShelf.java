package eliq.app.library;

import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Score;
import java.nio.file.Path;
import java.util.List;

/** What the Library view reads from: the catalogue, and the import into it. Slow, so called off the JavaFX thread. */
public interface ImageShelf {

    long count(ImageFilter filter) throws ShelfException;

    List<ImageRow> page(ImageFilter filter, ImageSort sort, long offset, int limit)
            throws ShelfException;

    /** What images can be narrowed by. */
    ImageFacets facets() throws ShelfException;

    /** Every score the image ever got, newest first. */
    List<Score> history(ImageRow row) throws ShelfException;

    /** Where the image's bytes are. */
    Path path(ImageRow row);

    /**
     * Brings files and folders into the catalogue; those that are there already are left out.
     *
     * @return one sentence on what came in and what did not
     */
    String bringIn(List<Path> files, ImportProgress progress) throws ShelfException;

    /** Told on the worker thread. */
    @FunctionalInterface
    interface ImportProgress {
        void at(long done, long total);
    }

    /** What failed, in one sentence for the user. */
    final class ShelfException extends Exception {
        private static final long serialVersionUID = 1L;

        public ShelfException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
