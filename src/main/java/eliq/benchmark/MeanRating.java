package eliq.benchmark;

import java.util.Optional;

/**
 * What people said of an image.
 *
 * @param value mean opinion, on the set's own scale
 * @param spread standard deviation between raters, in the unit in which the set gives it
 * @param count of raters
 */
public record MeanRating(double value, Optional<Double> spread, Optional<Integer> count) {

    /** A rating of which only the mean is known. */
    public static MeanRating of(double value) {
        return new MeanRating(value, Optional.empty(), Optional.empty());
    }
}
