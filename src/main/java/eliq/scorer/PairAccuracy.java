package eliq.scorer;

import eliq.catalog.Aspect;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Share of pairs of a positive and one of its negatives that the scores put in the right order. */
final class PairAccuracy {
    private PairAccuracy() {}

    /**
     * A tie counts half. Alignment pairs are compared by s_ali, the others by s_vis.
     *
     * @param scores of {@code terms.rows()}, which holds each tuple's positive followed by its usable negatives
     */
    static Map<Aspect, Double> of(
            List<EmbeddedTuple> tuples, RankingTerms terms, RowScores scores) {
        Map<Aspect, double[]> counts = new EnumMap<>(Aspect.class);
        int row = 0;
        for (EmbeddedTuple tuple : tuples) {
            int positive = row++;
            for (EmbeddedTuple.Negative negative : tuple.negatives()) {
                if (row >= terms.rows().size() || terms.rows().get(row) != negative.embeddings()) {
                    continue;
                }
                double[] of =
                        negative.aspect() == Aspect.ALIGNMENT
                                ? scores.alignment()
                                : scores.visual();
                double[] count = counts.computeIfAbsent(negative.aspect(), a -> new double[2]);
                count[0] += of[positive] > of[row] ? 1 : of[positive] == of[row] ? 0.5 : 0;
                count[1]++;
                row++;
            }
        }
        Map<Aspect, Double> shares = new EnumMap<>(Aspect.class);
        counts.forEach((aspect, count) -> shares.put(aspect, count[0] / count[1]));
        return Collections.unmodifiableMap(shares);
    }
}
