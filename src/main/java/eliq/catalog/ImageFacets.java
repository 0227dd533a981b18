package eliq.catalog;

import java.util.List;

/**
 * What images can be narrowed by: only what occurs, each in alphabetical order.
 *
 * @param categories of prompts that images are judged by
 * @param generators that images name
 * @param eras of sets of pairs
 * @param scorers identities of those whose scores are kept, the one with most scores first
 */
public record ImageFacets(
        List<String> categories, List<String> generators, List<String> eras, List<String> scorers) {

    /** Nothing to narrow by. */
    public static final ImageFacets NONE =
            new ImageFacets(List.of(), List.of(), List.of(), List.of());

    public ImageFacets {
        categories = List.copyOf(categories);
        generators = List.copyOf(generators);
        eras = List.copyOf(eras);
        scorers = List.copyOf(scorers);
    }
}
