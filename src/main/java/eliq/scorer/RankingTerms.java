package eliq.scorer;

import eliq.catalog.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The margin ranking loss of a batch as a list of terms {@code weight * max(0, margin - s(better) + s(worse))} over the
 * scores of its rows.
 *
 * <p>A tuple's loss has one term for every kind of negative it holds, a kind being aspect and family; where it holds
 * several of one kind, their mean stands for the term. Technical and aesthetic kinds rank the visual score, alignment
 * kinds the alignment score. The batch's loss is the mean over its tuples.
 *
 * @param rows the embeddings to score, each once: a positive followed by its negatives
 * @param withoutPrompt [rows] whether the row is read as an image without a prompt
 * @param visual terms over s_vis
 * @param alignment terms over s_ali
 */
record RankingTerms(
        List<AspectEmbeddings> rows,
        boolean[] withoutPrompt,
        List<Term> visual,
        List<Term> alignment) {

    /** {@code weight * max(0, margin - s[better] + s[worse])}. */
    record Term(int better, int worse, double margin, double weight) {}

    private record Kind(Aspect aspect, Object family) {}

    private record Indexed(EmbeddedTuple.Negative negative, int row) {}

    /**
     * @param dropPrompt [tuples] whether the tuple is read without its prompt; it then has no alignment terms
     */
    static RankingTerms of(
            List<EmbeddedTuple> tuples,
            boolean[] dropPrompt,
            double margin,
            boolean strengthTerms) {
        List<AspectEmbeddings> rows = new ArrayList<>();
        List<Boolean> without = new ArrayList<>();
        List<Term> visual = new ArrayList<>();
        List<Term> alignment = new ArrayList<>();
        for (int t = 0; t < tuples.size(); t++) {
            EmbeddedTuple tuple = tuples.get(t);
            boolean drop = dropPrompt[t] || tuple.positive().alignment().isEmpty();
            int positive = rows.size();
            rows.add(tuple.positive());
            without.add(drop);
            Map<Kind, List<Indexed>> kinds = new LinkedHashMap<>();
            for (EmbeddedTuple.Negative negative : tuple.negatives()) {
                boolean aligned = negative.aspect() == Aspect.ALIGNMENT;
                if (aligned && (drop || negative.embeddings().alignment().isEmpty())) {
                    continue;
                }
                kinds.computeIfAbsent(
                                new Kind(negative.aspect(), negative.family()),
                                kind -> new ArrayList<>())
                        .add(new Indexed(negative, rows.size()));
                rows.add(negative.embeddings());
                without.add(drop || negative.embeddings().alignment().isEmpty());
            }
            for (Map.Entry<Kind, List<Indexed>> kind : kinds.entrySet()) {
                List<Term> terms = kind.getKey().aspect() == Aspect.ALIGNMENT ? alignment : visual;
                double share = 1.0 / tuples.size() / kind.getValue().size();
                for (Indexed each : kind.getValue()) {
                    terms.add(new Term(positive, each.row(), margin, share));
                }
                if (strengthTerms && kind.getKey().aspect() != Aspect.ALIGNMENT) {
                    addStrengthTerms(kind.getValue(), margin, 1.0 / tuples.size(), terms);
                }
            }
        }
        boolean[] withoutPrompt = new boolean[rows.size()];
        for (int i = 0; i < withoutPrompt.length; i++) {
            withoutPrompt[i] = without.get(i);
        }
        return new RankingTerms(rows, withoutPrompt, visual, alignment);
    }

    /** Neighbouring strengths of one operation, their margin in proportion to the difference in strength. */
    private static void addStrengthTerms(
            List<Indexed> kind, double margin, double weight, List<Term> terms) {
        Map<String, List<Indexed>> operations = new LinkedHashMap<>();
        for (Indexed each : kind) {
            operations
                    .computeIfAbsent(each.negative().operation(), name -> new ArrayList<>())
                    .add(each);
        }
        List<Term> added = new ArrayList<>();
        for (List<Indexed> operation : operations.values()) {
            operation.sort(Comparator.comparingDouble(each -> each.negative().strength()));
            for (int i = 1; i < operation.size(); i++) {
                Indexed weak = operation.get(i - 1);
                Indexed strong = operation.get(i);
                double step = strong.negative().strength() - weak.negative().strength();
                if (step > 0) {
                    added.add(new Term(weak.row(), strong.row(), margin * step, 1));
                }
            }
        }
        for (Term term : added) {
            terms.add(new Term(term.better(), term.worse(), term.margin(), weight / added.size()));
        }
    }

    /** The loss for given scores, [rows] each; the tensor side computes the same. */
    double loss(double[] visualScores, double[] alignmentScores) {
        return sum(visual, visualScores) + sum(alignment, alignmentScores);
    }

    private static double sum(List<Term> terms, double[] scores) {
        double sum = 0;
        for (Term term : terms) {
            sum +=
                    term.weight()
                            * Math.max(
                                    0,
                                    term.margin() - scores[term.better()] + scores[term.worse()]);
        }
        return sum;
    }
}
