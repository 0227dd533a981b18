package eliq.pairs;

import eliq.generate.GenerateException;
import eliq.generate.Generators;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who draws for a tuple.
 *
 * @param own drew the positive, or is to draw what an image of the user's needs; absent: nothing is drawn
 * @param weak for the aesthetic AI-specific negatives, the weakest first; empty: the own one is asked for less
 * @param editor absent: pictures are edited by operations of this program
 */
public record TupleArtists(
        Optional<ImageGenerator> own, List<ImageGenerator> weak, Optional<ImageEditor> editor) {

    public TupleArtists {
        weak = List.copyOf(weak);
    }

    /** One generator for everything. */
    public static TupleArtists of(ImageGenerator own) {
        return new TupleArtists(Optional.of(own), List.of(), Optional.empty());
    }

    /** Nobody: what needs a generator is left out. */
    public static TupleArtists nobody() {
        return new TupleArtists(Optional.empty(), List.of(), Optional.empty());
    }

    /** Those of these names. */
    static TupleArtists of(Optional<String> own, BuildPairs.Artists names, Generators generators)
            throws PairsException {
        try {
            List<ImageGenerator> weak = new ArrayList<>();
            for (String name : names.weak()) {
                weak.add(generators.generator(name));
            }
            return new TupleArtists(
                    own.isPresent()
                            ? Optional.of(generators.generator(own.get()))
                            : Optional.empty(),
                    weak,
                    names.editor().isPresent()
                            ? Optional.of(generators.editor(names.editor().get()))
                            : Optional.empty());
        } catch (GenerateException e) {
            throw new PairsException(e.getMessage(), e);
        }
    }

    /** The generator of this name among them. */
    ImageGenerator generator(String name) {
        return own.filter(generator -> generator.name().equals(name))
                .or(() -> weak.stream().filter(g -> g.name().equals(name)).findFirst())
                .orElseThrow(() -> new IllegalStateException(name + " was not planned for"));
    }
}
