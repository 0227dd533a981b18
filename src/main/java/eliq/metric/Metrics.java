package eliq.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that can be named: those of the program, and those that were added to a workspace. */
public final class Metrics {
    private final Map<String, MetricSource> builtIn = new LinkedHashMap<>();
    private final Shelf added;

    /** Where added metrics are; asked anew each time. */
    @FunctionalInterface
    public interface Shelf {
        List<MetricSource> all() throws MetricException;
    }

    /** Metrics with different names, and none that was added. */
    public Metrics(List<MetricSource> builtIn) {
        this(builtIn, List::of);
    }

    /**
     * @param builtIn with different names
     */
    public Metrics(List<MetricSource> builtIn, Shelf added) {
        for (MetricSource source : builtIn) {
            if (this.builtIn.putIfAbsent(source.facts().name(), source) != null) {
                throw new IllegalArgumentException("two metrics " + source.facts().name());
            }
        }
        this.added = added;
    }

    /** In the order in which they are listed; an added metric does not hide one of the program. */
    public List<MetricSource> all() throws MetricException {
        Map<String, MetricSource> all = new LinkedHashMap<>(builtIn);
        for (MetricSource source : added.all()) {
            all.putIfAbsent(source.facts().name(), source);
        }
        return List.copyOf(all.values());
    }

    /** Names of the program's own metrics. */
    public List<String> builtIn() {
        return List.copyOf(builtIn.keySet());
    }

    /**
     * @throws MetricException if there is none of this name; the message lists those there are
     */
    public MetricSource find(String name) throws MetricException {
        if (builtIn.containsKey(name)) {
            return builtIn.get(name);
        }
        List<String> names = new ArrayList<>();
        for (MetricSource source : all()) {
            if (source.facts().name().equals(name)) {
                return source;
            }
            names.add(source.facts().name());
        }
        throw new MetricException(
                "There is no metric '"
                        + name
                        + "'. There are: "
                        + String.join(", ", names)
                        + "; 'eliq metric add' brings in another");
    }

    /**
     * The metric that a user asks for.
     *
     * @param wish {@code NAME}, or {@code NAME=PLACE} with the file, folder or model that its parameters are taken from
     */
    public MetricSource wished(String wish) throws MetricException {
        int equals = wish.indexOf('=');
        return equals < 0
                ? find(wish.strip())
                : find(wish.substring(0, equals).strip()).at(wish.substring(equals + 1).strip());
    }

    /** Opens the metric that a user asks for, see {@link #wished}. */
    public ImageMetric open(String wish) throws MetricException {
        return wished(wish).open();
    }
}
