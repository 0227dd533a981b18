package eliq.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that can be named, in the order in which they are listed. */
public final class Metrics {
    private final Map<String, MetricSource> byName = new LinkedHashMap<>();

    /**
     * @throws MetricException if two have the same name
     */
    public Metrics(List<MetricSource> sources) throws MetricException {
        for (MetricSource source : sources) {
            if (byName.putIfAbsent(source.facts().name(), source) != null) {
                throw new MetricException(
                        "Two metrics are called '"
                                + source.facts().name()
                                + "'; rename the one that was added");
            }
        }
    }

    public List<MetricSource> all() {
        return List.copyOf(byName.values());
    }

    /**
     * @throws MetricException if there is none of this name; the message lists those there are
     */
    public MetricSource find(String name) throws MetricException {
        MetricSource source = byName.get(name);
        if (source == null) {
            throw new MetricException(
                    "There is no metric '"
                            + name
                            + "'. There are: "
                            + String.join(", ", new ArrayList<>(byName.keySet()))
                            + "; 'eliq metric add' brings in another");
        }
        return source;
    }

    /** Opens the metric of this name. */
    public ImageMetric open(String name) throws MetricException {
        return find(name).open();
    }
}
