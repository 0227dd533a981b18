package eliq.demo;

import eliq.benchmark.Proportion;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Pair accuracies of held-out tuples. */
final class PairResults {
    private final List<ScoredTuple> tuples;

    PairResults(List<ScoredTuple> tuples) {
        this.tuples = tuples;
    }

    /** Of all negatives of an aspect; empty where there are none. */
    Optional<Proportion> of(Aspect aspect) {
        return count(negative -> negative.aspect() == aspect);
    }

    /** Of one family's negatives of an aspect; empty where there are none. */
    Optional<Proportion> of(Aspect aspect, Family family) {
        return count(
                negative ->
                        negative.aspect() == aspect
                                && negative.negative().recipe().family() == family);
    }

    private Optional<Proportion> count(Predicate<ScoredTuple.ScoredNegative> wanted) {
        double right = 0;
        long total = 0;
        for (ScoredTuple tuple : tuples) {
            for (ScoredTuple.ScoredNegative negative : tuple.negatives()) {
                if (wanted.test(negative)) {
                    double better = ScoredTuple.compared(negative.aspect(), tuple.positive());
                    double worse = ScoredTuple.compared(negative.aspect(), negative.score());
                    right += better > worse ? 1 : better == worse ? 0.5 : 0;
                    total++;
                }
            }
        }
        return total == 0 ? Optional.empty() : Optional.of(new Proportion(right, total));
    }
}
