package eliq.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metrics that a job kept in its folder ({@code metrics.jsonl}), while it runs and whenever after. A step that was
 * repeated after a crash counts as it came out last; lines that cannot be read are passed over. Not for several threads.
 */
public final class MetricHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineTail tail;
    private final Map<String, SortedMap<Long, Double>> series = new TreeMap<>();

    /**
     * @param folder of the job
     */
    public MetricHistory(Path folder) {
        this.tail = new LineTail(folder.resolve(JobExecution.METRICS));
    }

    /**
     * Reads what is new.
     *
     * @return whether there was something
     * @throws IOException if the file is there and cannot be read
     */
    public boolean refresh() throws IOException {
        LineTail.News news = tail.more();
        if (news.anew()) {
            series.clear();
        }
        news.lines().forEach(this::add);
        return news.anew() || !news.lines().isEmpty();
    }

    /** A metric's values by step; empty where nothing was kept of it. */
    public SortedMap<Long, Double> of(String metric) {
        return new TreeMap<>(series.getOrDefault(metric, new TreeMap<>()));
    }

    private void add(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.path("step").isIntegralNumber()) {
                return;
            }
            long step = node.path("step").asLong();
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("step") && field.getValue().isNumber())
                    .forEach(
                            field ->
                                    series.computeIfAbsent(field.getKey(), _ -> new TreeMap<>())
                                            .put(step, field.getValue().asDouble()));
        } catch (JsonProcessingException e) {
            // Cut short by a crash, and written on after it: the values of one step are lost.
        }
    }
}
