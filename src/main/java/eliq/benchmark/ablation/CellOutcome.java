package eliq.benchmark.ablation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one training of a cell came to on held-out prompts.
 *
 * @param cell its key
 * @param seed of the training
 * @param bestEpoch the one whose weights were kept
 * @param figures by the key of the {@link Figure}; what the cell did not learn is absent
 */
public record CellOutcome(String cell, long seed, int bestEpoch, Map<String, Double> figures) {
    public CellOutcome {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
