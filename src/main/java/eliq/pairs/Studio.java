package eliq.pairs;

import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationWatch;
import eliq.image.Pixels;

/** Where the pictures of one tuple are drawn and edited. */
interface Studio {

    /** @param artist name of a generator */
    Pixels draw(String artist, GenerationRequest request) throws GenerateException;

    /** @param editor its name */
    Pixels edit(String editor, EditRequest request) throws GenerateException;

    /** Draws everything anew and keeps nothing. */
    static Studio of(TupleArtists artists) {
        return new Studio() {
            @Override
            public Pixels draw(String artist, GenerationRequest request) throws GenerateException {
                return artists.generator(artist).generate(request);
            }

            @Override
            public Pixels edit(String editor, EditRequest request) throws GenerateException {
                return artists.editor().orElseThrow().edit(request, GenerationWatch.NONE).pixels();
            }
        };
    }
}
