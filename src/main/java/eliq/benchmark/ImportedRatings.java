package eliq.benchmark;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * What an import came to.
 *
 * @param name of the set
 * @param layout that was found
 * @param listed images in the index
 * @param prompts how many different ones
 * @param found images with a file
 * @param missing names of images without one; empty where no folder was given
 * @param ambiguous names that several files have, each a sentence
 * @param extra files that the index does not name
 * @param visual name of the rating, and how many images have it
 * @param columns which column was taken for what
 * @param remarks each a sentence
 */
public record ImportedRatings(
        String name,
        String layout,
        int listed,
        int prompts,
        int found,
        List<String> missing,
        List<String> ambiguous,
        List<String> extra,
        Optional<RatingCount> visual,
        Optional<RatingCount> alignment,
        List<String> columns,
        List<String> remarks) {

    /**
     * @param name of the rating
     * @param images that have it
     * @param withSpread of them, with the spread between raters
     * @param lowest of the mean opinions
     * @param highest of the mean opinions
     */
    public record RatingCount(
            String name, int images, int withSpread, double lowest, double highest) {

        /** What a set has of a rating. */
        public static RatingCount of(RatedSet set, String name) {
            List<MeanRating> ratings =
                    set.images().stream()
                            .filter(i -> i.ratings().containsKey(name))
                            .map(i -> i.ratings().get(name))
                            .toList();
            DoubleSummaryStatistics range =
                    ratings.stream().mapToDouble(MeanRating::value).summaryStatistics();
            return new RatingCount(
                    name,
                    ratings.size(),
                    (int) ratings.stream().filter(r -> r.spread().isPresent()).count(),
                    ratings.isEmpty() ? 0 : range.getMin(),
                    ratings.isEmpty() ? 0 : range.getMax());
        }
    }
}
