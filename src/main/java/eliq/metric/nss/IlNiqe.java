package eliq.metric.nss;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import eliq.metric.ParameterFile;
import eliq.metric.ParameterFileSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * IL-NIQE: the mean distance of a picture's blocks from the statistics of sound photographs, in structure, gradients,
 * colours and log-Gabor responses. Follows the authors' release.
 */
public final class IlNiqe implements ImageMetric {
    public static final MetricFacts FACTS =
            new MetricFacts(
                    "ilniqe",
                    "IL-NIQE",
                    true,
                    false,
                    "Zhang, Zhang, Bovik: A Feature-Enriched Completely Blind Image Quality Evaluator, IEEE TIP 2015");

    /** What stands for an infinite feature. */
    private static final double INFINITE = 10_000;

    /** Below this side the enlargement to 524 pixels invents most of what is measured. */
    private static final int SMALLEST = 32;

    private final IlNiqeFeatures features = new IlNiqeFeatures();
    private final IlNiqeModel model;
    private final String parameters;

    IlNiqe(IlNiqeModel model, String parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /** IL-NIQE with the pristine model of a MATLAB file, the authors' or a fitted one. */
    public static MetricSource source(ParameterFile file) {
        return new ParameterFileSource(
                FACTS,
                file,
                there -> new IlNiqe(PristineFiles.ilNiqe(there.require()), there.identity()));
    }

    @Override
    public MetricFacts facts() {
        return FACTS;
    }

    @Override
    public String parameters() {
        return parameters;
    }

    @Override
    public MetricScore score(Pixels image, Optional<String> prompt) {
        if (image.width() < SMALLEST || image.height() < SMALLEST) {
            return new MetricScore.None(
                    "IL-NIQE needs at least "
                            + SMALLEST
                            + " x "
                            + SMALLEST
                            + " pixels; the picture has "
                            + image.width()
                            + " x "
                            + image.height());
        }
        List<double[]> projected = new ArrayList<>();
        for (double[] row : features.of(image)) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.isInfinite(row[i]) ? INFINITE : row[i];
            }
            projected.add(model.project(row));
        }
        int size = model.model().mean().length;
        List<double[]> complete = Statistics.complete(projected);
        if (complete.size() < 2) {
            return new MetricScore.None(
                    "only "
                            + complete.size()
                            + " of "
                            + IlNiqeFeatures.BLOCKS
                            + " blocks have detail; IL-NIQE needs two, the others are flat");
        }
        double[] mean = Statistics.mean(projected, size);
        SymmetricMatrix.Form form =
                model.model()
                        .covariance()
                        .middle(Statistics.covariance(complete, size))
                        .inverseForm();
        double sum = 0;
        for (double[] row : projected) {
            double[] difference = new double[size];
            for (int i = 0; i < size; i++) {
                difference[i] = (Double.isNaN(row[i]) ? mean[i] : row[i]) - model.model().mean()[i];
            }
            sum += Math.sqrt(form.of(difference));
        }
        return MetricScore.of(
                sum / projected.size(), "the statistics of the picture's blocks are degenerate");
    }

    @Override
    public void close() {}
}
