package eliq.demo;

import eliq.catalog.Aspect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found on held-out prompts.
 *
 * @param tuples with all scores
 * @param strengths one series for each held-out image and degraded aspect
 */
record Evaluation(List<ScoredTuple> tuples, List<StrengthResult> strengths) {

    Evaluation {
        tuples = List.copyOf(tuples);
        strengths = List.copyOf(strengths);
    }

    PairResults pairs() {
        return new PairResults(tuples);
    }

    /** The main figures by the names of the summary; what there is nothing of is left out. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Aspect aspect : Aspect.values()) {
            pairs().of(aspect).ifPresent(p -> figures.put(aspect.key(), p.value()));
        }
        if (!strengths.isEmpty()) {
            figures.put("strengthSrcc", StrengthResult.mean(strengths));
        }
        return figures;
    }
}
