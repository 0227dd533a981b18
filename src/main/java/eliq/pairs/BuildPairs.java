package eliq.pairs;

import eliq.prompts.Category;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a {@link BuildPairsJob} is to build.
 *
 * @param set name of the tuple set; one of the same name, source and settings is completed
 * @param era label of the generators that draw the positives, for comparing eras
 * @param refreshes name of the set whose prompts are drawn anew, where this is one of another era
 * @param artists who draws besides the generators of the positives
 * @param distanceModel folder of a model whose embeddings say, beside the words, which prompts are different enough to be
 *     shuffled
 */
public record BuildPairs(
        String set,
        String era,
        Optional<String> refreshes,
        Source source,
        Artists artists,
        Optional<Path> distanceModel,
        PairSettings settings) {

    /** A set of its own, with nobody else to draw; the era is named after the generators. */
    public static BuildPairs of(String set, Source source, PairSettings settings) {
        return of(set, source, Artists.NONE, settings);
    }

    /** A set of its own; the era is named after the generators. */
    public static BuildPairs of(String set, Source source, Artists artists, PairSettings settings) {
        return new BuildPairs(
                set, source.era(), Optional.empty(), source, artists, Optional.empty(), settings);
    }

    /**
     * Who draws besides the generators of the positives, by name.
     *
     * @param weak generators for the aesthetic AI-specific negatives, the weakest first; none: the positive's own is asked
     *     for less
     * @param editor for the aesthetic conventional negatives; absent: they are made by operations of this program
     */
    public record Artists(List<String> weak, Optional<String> editor) {
        public static final Artists NONE = new Artists(List.of(), Optional.empty());

        public Artists {
            weak = List.copyOf(weak);
        }
    }

    /** Where positives come from. */
    public sealed interface Source {

        /** Who draws, joined by {@code +}. */
        String era();

        /**
         * Drawn for prompts: by every generator as many as the settings say.
         *
         * @param generators {@link eliq.generate.ImageGenerator#name} of each, at least one
         */
        record Prompts(List<PromptText> prompts, List<String> generators) implements Source {
            public Prompts {
                prompts = List.copyOf(prompts);
                generators = List.copyOf(generators);
                if (generators.isEmpty() || Set.copyOf(generators).size() < generators.size()) {
                    throw new IllegalArgumentException(
                            "generators are at least one, each named once, not " + generators);
                }
            }

            /** By one generator. */
            public static Prompts by(String generator, List<PromptText> prompts) {
                return new Prompts(prompts, List.of(generator));
            }

            @Override
            public String era() {
                return String.join("+", generators);
            }
        }

        /**
         * The user's own images, which stay where they are.
         *
         * @param generator for the negatives that have to be drawn; absent: these are left out
         */
        record OwnImages(List<OwnImage> images, Optional<String> generator) implements Source {
            public OwnImages {
                images = List.copyOf(images);
            }

            @Override
            public String era() {
                return "own images";
            }
        }
    }

    /**
     * A prompt with its categories.
     *
     * @param categories empty where nobody labelled it
     */
    public record PromptText(String text, List<Category> categories) {
        public PromptText {
            categories = categories.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(categories));
        }

        public static PromptText of(String text) {
            return new PromptText(text, List.of());
        }

        Set<String> titles() {
            return categories.stream().map(Category::title).collect(Collectors.toSet());
        }
    }

    /** An image of the user's with its prompt. */
    public record OwnImage(Path file, String prompt) {}

    /**
     * What came out.
     *
     * @param setId of the tuple set
     * @param tuples in the set
     * @param negatives in the set
     * @param skipped images that could not be used and negatives that could not be made, each a sentence
     */
    public record Result(long setId, long tuples, long negatives, List<String> skipped) {
        public Result {
            skipped = List.copyOf(skipped);
        }
    }
}
