package eliq.demo;

import eliq.benchmark.Correlation;
import eliq.catalog.Aspect;
import java.util.List;

/**
 * How a held-out image's visual score falls as it is degraded.
 *
 * @param aspect degraded
 * @param strengths ascending, above 0
 * @param untouched score of the image itself
 * @param scores at each strength
 */
record StrengthResult(Aspect aspect, double[] strengths, double untouched, double[] scores) {

    /** Rank correlation of score and strength, the sign turned: 1 where every stronger degradation scores lower. */
    double srcc() {
        double srcc = -Correlation.spearman(strengths, scores);
        // Scores that do not move at all follow no strength.
        return Double.isNaN(srcc) ? 0 : srcc;
    }

    /** Mean over images; NaN where there are none. */
    static double mean(List<StrengthResult> results) {
        return results.stream().mapToDouble(StrengthResult::srcc).average().orElse(Double.NaN);
    }

    /** Mean over the images of one aspect's series; NaN where there are none. */
    static double mean(List<StrengthResult> results, Aspect aspect) {
        return mean(results.stream().filter(each -> each.aspect() == aspect).toList());
    }
}
