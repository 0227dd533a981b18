package eliq.pairs;

import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** A tuple's pictures from the shelf; what is not there yet is drawn and put there. For one thread. */
final class StoringStudio implements Studio {
    private final DrawingShelf shelf;
    private final TupleArtists artists;
    private final long promptId;
    private final ContentHash source;
    private final Map<Pixels, ContentHash> given = new IdentityHashMap<>();

    /**
     * @param promptId the prompt that the drawings are judged by
     * @param source the identity of the positive's drawing; its content hash where it is the user's
     */
    StoringStudio(DrawingShelf shelf, TupleArtists artists, long promptId, ContentHash source) {
        this.shelf = shelf;
        this.artists = artists;
        this.promptId = promptId;
        this.source = source;
    }

    @Override
    public Pixels draw(String artist, GenerationRequest request) throws GenerateException {
        return remember(shelf.draw(artists.generator(artist), request, promptId));
    }

    @Override
    public Pixels edit(String editor, EditRequest request) throws GenerateException {
        return remember(
                shelf.edit(
                        artists.editor().orElseThrow(),
                        request,
                        source,
                        stored(request.image()).orElse(source),
                        promptId));
    }

    /** Where a picture that was given here is stored; empty for any other. */
    Optional<ContentHash> stored(Pixels pixels) {
        return Optional.ofNullable(given.get(pixels));
    }

    private Pixels remember(DrawingShelf.Kept kept) {
        given.put(kept.pixels(), kept.hash());
        return kept.pixels();
    }
}
