package eliq.catalog;

import eliq.image.ContentHash;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What people said of an image in a rated data set.
 *
 * @param name of the rating, such as {@code quality}
 * @param value the mean opinion, on the data set's own scale
 * @param spread standard deviation between raters
 * @param count of raters
 */
public record Rating(
        String dataset,
        ContentHash image,
        String name,
        double value,
        OptionalDouble spread,
        OptionalInt count) {}
