package eliq.app.library;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Score;
import java.nio.file.Path;
import java.util.List;

/** The shelf over a workspace's catalogue. */
public final class CatalogShelf implements ImageShelf {

    /** Brings files into the catalogue; the import job behind it. */
    @FunctionalInterface
    public interface Importer {
        String run(List<Path> files, ImportProgress progress) throws ShelfException;
    }

    private final Catalog catalog;
    private final Importer importer;

    public CatalogShelf(Catalog catalog, Importer importer) {
        this.catalog = catalog;
        this.importer = importer;
    }

    @Override
    public long count(ImageFilter filter) throws ShelfException {
        try {
            return catalog.images().count(filter);
        } catch (CatalogException e) {
            throw new ShelfException(e.getMessage(), e);
        }
    }

    @Override
    public List<ImageRow> page(ImageFilter filter, ImageSort sort, long offset, int limit)
            throws ShelfException {
        try {
            return catalog.images().page(filter, sort, offset, limit);
        } catch (CatalogException e) {
            throw new ShelfException(e.getMessage(), e);
        }
    }

    @Override
    public ImageFacets facets() throws ShelfException {
        try {
            return catalog.images().facets();
        } catch (CatalogException e) {
            throw new ShelfException(e.getMessage(), e);
        }
    }

    @Override
    public List<Score> history(ImageRow row) throws ShelfException {
        try {
            return catalog.scores().ofImage(row.image().hash());
        } catch (CatalogException e) {
            throw new ShelfException(e.getMessage(), e);
        }
    }

    @Override
    public Path path(ImageRow row) {
        return catalog.path(row.image());
    }

    @Override
    public String bringIn(List<Path> files, ImportProgress progress) throws ShelfException {
        return importer.run(files, progress);
    }
}
