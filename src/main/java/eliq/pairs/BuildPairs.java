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
 */
public record BuildPairs(String set, Source source, PairSettings settings) {

    /** Where positives come from. */
    public sealed interface Source {

        /**
         * Drawn for prompts.
         *
         * @param generator {@link eliq.generate.ImageGenerator#name}
         */
        record Prompts(List<PromptText> prompts, String generator) implements Source {
            public Prompts {
                prompts = List.copyOf(prompts);
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
