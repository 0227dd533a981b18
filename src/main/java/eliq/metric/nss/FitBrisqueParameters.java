package eliq.metric.nss;

import java.nio.file.Path;
import java.util.List;

/**
 * @param images pictures with a rating
 * @param ratings of each, higher is better
 * @param out file of the model
 */
public record FitBrisqueParameters(
        List<Path> images, List<Double> ratings, BrisqueModel.Settings settings, Path out) {

    public FitBrisqueParameters {
        images = List.copyOf(images);
        ratings = List.copyOf(ratings);
        if (images.size() != ratings.size()) {
            throw new IllegalArgumentException(
                    images.size() + " pictures, " + ratings.size() + " ratings");
        }
    }
}
