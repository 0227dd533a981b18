package eliq.app.score;

/**
 * Which region of a picture moves its score: the change of the score when the region is covered, by cell of a grid.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param visual row by row; positive where the region raises the visual score
 * @param alignment likewise; empty without a prompt
 */
public record Explanation(int columns, int rows, double[] visual, double[] alignment) {

    /** Told after each region on the worker thread; false stops the work. */
    @FunctionalInterface
    public interface Steps {
        boolean done(int regions, int of);
    }

    /** Values of a measure in -1..1, by the largest of all; all 0 where nothing moves the score. */
    double[] shares(Measure measure) {
        double[] values = measure == Measure.VISUAL ? visual : alignment;
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length && most > 0; i++) {
            shares[i] = values[i] / most;
        }
        return shares;
    }
}
