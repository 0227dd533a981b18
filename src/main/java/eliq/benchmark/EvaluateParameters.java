package eliq.benchmark;

import eliq.scorer.CriticChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to evaluate.
 *
 * @param set name of a rated set in the workspace
 * @param visual name of the rating of visual quality; absent: the set's own choice
 * @param alignment likewise of alignment
 * @param scorer folder of a scorer; absent: none is run
 * @param critic that the scorer reads with; absent: the one it was trained on
 * @param metrics names of baselines
 * @param imported scores of other tools
 * @param statistics how numbers are counted
 * @param weak labels for the linear regressor
 * @param monotonicity degradations to try; with no images it is left out
 * @param output folder for {@code evaluation.json}
 */
public record EvaluateParameters(
        String set,
        Optional<String> visual,
        Optional<String> alignment,
        Optional<Path> scorer,
        Optional<CriticChoice> critic,
        List<String> metrics,
        List<ScoreSource> imported,
        Statistics statistics,
        Weak weak,
        Monotonicity monotonicity,
        Path output) {

    public EvaluateParameters {
        metrics = List.copyOf(metrics);
        imported = List.copyOf(imported);
    }

    /**
     * @param curve for what is after mapping
     * @param bootstrap draws and their seed
     */
    public record Statistics(Mapping.Kind curve, Bootstrap bootstrap) {
        public static final Statistics DEFAULT =
                new Statistics(Mapping.Kind.LOGISTIC4, Bootstrap.DEFAULT);
    }

    /**
     * @param share of the labels; absent: 0.2, and 0.3 for photographs, as in the publication
     * @param repeats splits; 0 for none
     * @param seed of the first split
     * @param brisque whether BRISQUE is trained and tested on the same splits, where the images are at hand
     */
    public record Weak(Optional<Double> share, int repeats, long seed, boolean brisque) {
        public static final Weak DEFAULT = new Weak(Optional.empty(), 10, 1, true);

        public Weak {
            if (share.isPresent() && !(share.get() > 0 && share.get() < 1) || repeats < 0) {
                throw new IllegalArgumentException(
                        "a share between 0 and 1, and no fewer than 0 repeats");
            }
        }
    }

    /**
     * @param images to degrade, spread over the set
     * @param steps strengths above 0
     * @param seed of the degradations
     */
    public record Monotonicity(int images, int steps, long seed) {
        public static final Monotonicity DEFAULT = new Monotonicity(8, 5, 1);

        public Monotonicity {
            if (images < 0 || steps < 2 || steps > 50) {
                throw new IllegalArgumentException("no fewer than 0 images, and 2 to 50 strengths");
            }
        }
    }
}
