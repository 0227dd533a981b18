package eliq.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An image of a rated set, as its index file has it.
 *
 * @param name unique in the set; a relative path with forward slashes where file names repeat
 * @param prompt it was made for; absent for photographs
 * @param generator that made it
 * @param split that the set's authors put it in
 * @param groups further names to compare within, such as {@code style}, by kind
 * @param ratings by name; what the index leaves empty is absent
 * @param row of the index that it stands in
 */
public record RatedImage(
        String name,
        Optional<String> prompt,
        Optional<String> generator,
        Optional<String> split,
        Map<String, String> groups,
        Map<String, MeanRating> ratings,
        long row) {

    public RatedImage {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        ratings = Collections.unmodifiableMap(new LinkedHashMap<>(ratings));
    }

    /** What images of one prompt have in common; an image without a prompt stands alone. */
    public String promptKey() {
        return prompt.map(RatedImage::promptKey).orElse("\0" + name);
    }

    /** A prompt without what does not make it another one: capitals, spaces, closing full stops. */
    public static String promptKey(String prompt) {
        return prompt.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll("[.\\s]+$", "");
    }

    /** Mean opinion of a rating; NaN where there is none. */
    public double rating(String ratingName) {
        MeanRating rating = ratings.get(ratingName);
        return rating == null ? Double.NaN : rating.value();
    }
}
