package eliq.metric;

import java.util.Optional;

/**
 * A metric that needs one file.
 *
 * @param opening makes the metric from a file that is there
 */
public record ParameterFileSource(MetricFacts facts, ParameterFile file, Opening opening)
        implements MetricSource {

    /** From a file to a metric. */
    @FunctionalInterface
    public interface Opening {
        ImageMetric open(ParameterFile file) throws MetricException;
    }

    @Override
    public Optional<String> missing() {
        return file.missing();
    }

    @Override
    public ImageMetric open() throws MetricException {
        return opening.open(file);
    }

    @Override
    public MetricSource at(String place) throws MetricException {
        return new ParameterFileSource(facts, file.at(place), opening);
    }
}
