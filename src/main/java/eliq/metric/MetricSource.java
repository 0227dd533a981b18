package eliq.metric;

import java.util.Optional;

/** A metric that can be opened, if what it needs is there. */
public interface MetricSource {

    MetricFacts facts();

    /** One sentence on what is missing and how to get it; empty where the metric is ready. Looks at no large file. */
    Optional<String> missing();

    /**
     * Reads parameters and weights.
     *
     * @throws MetricException if they are missing, damaged or do not fit the metric
     */
    ImageMetric open() throws MetricException;

    /**
     * The same metric with parameters from elsewhere.
     *
     * @param place a file, a folder or a model's name, as the user gave it
     * @throws MetricException if this metric has no parameters, or there is no such file
     */
    MetricSource at(String place) throws MetricException;
}
