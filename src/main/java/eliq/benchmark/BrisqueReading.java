package eliq.benchmark;

import eliq.image.Pixels;
import eliq.metric.MetricException;
import eliq.metric.nss.BrisqueFeatures;
import eliq.metric.nss.BrisqueModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Reads BRISQUE's features off pictures, and learns ratings from them. It gives no score of its own: only what it learned on the
 * labelled part of a split has one.
 */
final class BrisqueReading implements Judge {
    private static final BrisqueModel.Settings SETTINGS = BrisqueModel.Settings.STANDARD;

    /** How it is trained, for a run's record. */
    static final String SETTINGS_TEXT =
            "epsilon-SVR (libsvm), C "
                    + SETTINGS.cost()
                    + ", gamma "
                    + SETTINGS.gamma()
                    + ", epsilon "
                    + SETTINGS.epsilon();

    private final BrisqueFeatures features = new BrisqueFeatures();

    @Override
    public Method method() {
        return new Method("BRISQUE features", Method.Origin.MEASURED, false, SETTINGS_TEXT);
    }

    @Override
    public boolean needsPrompt() {
        return false;
    }

    @Override
    public Ready ready(Pixels picture) {
        return new Ready.Plain(picture);
    }

    @Override
    public Verdict of(Ready picture, Optional<String> prompt) {
        if (!(picture instanceof Ready.Plain(Pixels pixels))) {
            throw new IllegalArgumentException("BRISQUE takes pixels");
        }
        Optional<double[]> read = features.of(pixels);
        return new Verdict(
                Optional.empty(),
                Optional.empty(),
                read.map(BrisqueReading::floats).orElse(new float[0]),
                new float[0],
                read.isPresent() ? Optional.empty() : Optional.of(BrisqueFeatures.whyNot(pixels)));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> floats[i] = (float) values[i]);
        return floats;
    }

    @Override
    public void close() {}

    /**
     * Trains on a labelled part.
     *
     * @param ratings higher is better
     * @return from features to a rating in the units of the labels
     * @throws BenchmarkException if there are fewer than ten, or all ratings are equal
     */
    static ToDoubleFunction<double[]> train(List<double[]> features, double[] ratings)
            throws BenchmarkException {
        try {
            BrisqueModel model = BrisqueModel.train(features, ratings, SETTINGS);
            double best = Arrays.stream(ratings).max().orElseThrow();
            double worst = Arrays.stream(ratings).min().orElseThrow();
            // The model speaks of distortion, from 0 for the best rating to 100 for the worst.
            return values -> best - (best - worst) * model.predict(values) / 100;
        } catch (MetricException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }
}
