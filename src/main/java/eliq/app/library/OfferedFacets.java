package eliq.app.library;

import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What images can be narrowed by, the scorers among it whose scores are shown. Knows no scene graph. */
final class OfferedFacets {
    private final ImageShelf shelf;
    private final ReadOnlyObjectWrapper<ImageFacets> facets =
            new ReadOnlyObjectWrapper<>(ImageFacets.NONE);

    OfferedFacets(ImageShelf shelf) {
        this.shelf = shelf;
    }

    ReadOnlyObjectProperty<ImageFacets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /** Asks the catalogue; off the JavaFX thread. */
    ImageFacets read() {
        try {
            return shelf.facets();
        } catch (ImageShelf.ShelfException e) {
            // The images that are asked for next cannot be read either, and say so.
            return ImageFacets.NONE;
        }
    }

    /** Why an image shows no score: those shown are of one scorer. */
    String unscored(ImageFilter filter) {
        if (facets.get().scorers().isEmpty()) {
            return "not scored yet; S scores what is chosen";
        }
        return filter.scorer().isPresent()
                ? "not scored yet by this scorer; S scores what is chosen"
                : "no scorer is chosen in the filters";
    }

    /**
     * Offers these from now on.
     *
     * @return the filter that follows: scores are those of one scorer, the one with most of them where nobody chose
     */
    ImageFilter offer(ImageFacets now, ImageFilter filter) {
        facets.set(now);
        return filter.scorer().isEmpty() && !now.scorers().isEmpty()
                ? filter.withScorer(now.scorers().getFirst())
                : filter;
    }
}
