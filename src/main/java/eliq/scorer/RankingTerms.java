package eliq.scorer;

import eliq.catalog.Aspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The margin ranking loss of a batch as a list of terms {@code weight * max(0, margin - s(better) + s(worse))} over the
 * scores of its rows.
 *
 * <p>A tuple's loss has one term for every kind of negative it holds, a kind being aspect and family; where it holds
 * several of one kind, their mean stands for the term. {@link RankingLoss} may leave one kind of them. Technical and aesthetic kinds rank the visual score, alignment
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

    /** All terms of these tuples, as they are validated; of {@link RankingLoss#SINGLE} too. */
    static RankingTerms all(List<EmbeddedTuple> tuples, TrainingSettings settings) {
        return of(
                tuples,
                new boolean[tuples.size()],
                settings.with(RankingLoss.MULTIPLE),
                new SplittableRandom(0));
    }

    /**
     * @param dropPrompt [tuples] whether the tuple is read without its prompt; it then has no alignment terms
     * @param draw chooses the kind where a tuple has a single term
     */
    static RankingTerms of(
            List<EmbeddedTuple> tuples,
            boolean[] dropPrompt,
            TrainingSettings settings,
            SplittableRandom draw) {
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
            double share = 1.0 / tuples.size();
            for (Kind kind : chosen(kinds.keySet(), settings.ranking(), draw)) {
                List<Term> terms = kind.aspect() == Aspect.ALIGNMENT ? alignment : visual;
                addTerms(kind, positive, kinds.get(kind), settings, share, terms);
            }
        }
        boolean[] withoutPrompt = new boolean[rows.size()];
        for (int i = 0; i < withoutPrompt.length; i++) {
            withoutPrompt[i] = without.get(i);
        }
        return new RankingTerms(rows, withoutPrompt, visual, alignment);
    }

    private static List<Kind> chosen(Set<Kind> kinds, RankingLoss ranking, SplittableRandom draw) {
        if (ranking == RankingLoss.MULTIPLE) {
            return List.copyOf(kinds);
        }
        List<Kind> single = new ArrayList<>();
        for (boolean aligned : new boolean[] {false, true}) {
            List<Kind> open =
                    kinds.stream()
                            .filter(k -> aligned == (k.aspect() == Aspect.ALIGNMENT))
                            .toList();
            if (!open.isEmpty()) {
                single.add(open.get(draw.nextInt(open.size())));
            }
        }
        return single;
    }

    private static void addTerms(
            Kind kind,
            int positive,
            List<Indexed> negatives,
            TrainingSettings settings,
            double share,
            List<Term> terms) {
        boolean aligned = kind.aspect() == Aspect.ALIGNMENT;
        for (Indexed each : negatives) {
            double margin =
                    aligned ? settings.margin() : settings.margin(each.negative().strength());
            terms.add(new Term(positive, each.row(), margin, share / negatives.size()));
        }
        if (settings.strengthTerms() && settings.ranking() == RankingLoss.MULTIPLE && !aligned) {
            addStrengthTerms(negatives, settings, share, terms);
        }
    }

    /** Every two strengths of one operation, their margin in proportion to the difference. */
    private static void addStrengthTerms(
            List<Indexed> kind, TrainingSettings settings, double share, List<Term> terms) {
        double margin = settings.margin() * settings.strengthMargin();
        List<Term> added = new ArrayList<>();
        for (Indexed weak : kind) {
            for (Indexed strong : kind) {
                double step = strong.negative().strength() - weak.negative().strength();
                if (step > 0 && weak.negative().operation().equals(strong.negative().operation())) {
                    added.add(new Term(weak.row(), strong.row(), margin * step, 1));
                }
            }
        }
        double weight = share * settings.strengthWeight() / added.size();
        for (Term term : added) {
            terms.add(new Term(term.better(), term.worse(), term.margin(), weight));
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
