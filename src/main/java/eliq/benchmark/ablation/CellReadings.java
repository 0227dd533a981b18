package eliq.benchmark.ablation;

import eliq.catalog.Aspect;
import eliq.scorer.AspectEmbeddings;
import eliq.scorer.EmbeddedTuple;
import java.util.List;

/**
 * What one critic says of everything that its cells learn from and are tested on.
 *
 * @param training tuples with the negatives of the cells' families and aspects
 * @param heldOut tuples of held-out prompts with all their negatives
 * @param series of degraded held-out positives
 * @param rated images with human ratings; empty where none were asked for
 */
record CellReadings(
        List<EmbeddedTuple> training,
        List<EmbeddedTuple> heldOut,
        List<ReadSeries> series,
        Rated rated) {

    CellReadings {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
        series = List.copyOf(series);
    }

    /**
     * A held-out positive that is made worse step by step.
     *
     * @param strengths ascending
     * @param steps what is said of each
     */
    record ReadSeries(Aspect aspect, double[] strengths, List<AspectEmbeddings> steps) {
        ReadSeries {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param images what is said of each
     * @param visual rating of each; NaN where it has none
     * @param alignment likewise
     */
    record Rated(List<AspectEmbeddings> images, double[] visual, double[] alignment) {
        static final Rated NONE = new Rated(List.of(), new double[0], new double[0]);

        Rated {
            images = List.copyOf(images);
        }
    }
}
