package eliq.metric.nss;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import eliq.metric.ParameterFile;
import eliq.metric.ParameterFileSource;
import java.util.List;
import java.util.Optional;

/**
 * NIQE: how far the statistics of a picture's blocks are from those of sound photographs. Follows the authors' release,
 * its treatment of flat blocks included: their features are NaN and are left out.
 */
public final class Niqe implements ImageMetric {
    public static final MetricFacts FACTS =
            new MetricFacts(
                    "niqe",
                    "NIQE",
                    true,
                    false,
                    "Mittal, Soundararajan, Bovik: Making a \"Completely Blind\" Image Quality Analyzer, IEEE SPL 2013");

    private final NiqeFeatures features = new NiqeFeatures();
    private final PristineModel model;
    private final String parameters;

    Niqe(PristineModel model, String parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /** NIQE with the pristine model of a MATLAB file, the authors' or a fitted one. */
    public static MetricSource source(ParameterFile file) {
        return new ParameterFileSource(
                FACTS,
                file,
                there -> new Niqe(PristineFiles.niqe(there.require()), there.identity()));
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
        int blocks = image.width() / NiqeFeatures.BLOCK * (image.height() / NiqeFeatures.BLOCK);
        if (blocks < 2) {
            return new MetricScore.None(
                    "NIQE needs at least two blocks of 96 x 96 pixels; the picture has "
                            + image.width()
                            + " x "
                            + image.height()
                            + " pixels");
        }
        List<double[]> rows = features.of(image);
        List<double[]> complete = Statistics.complete(rows);
        if (complete.size() < 2) {
            return new MetricScore.None(
                    "only "
                            + complete.size()
                            + " of "
                            + blocks
                            + " blocks have detail; NIQE needs two, the others are flat");
        }
        double[] difference = Statistics.mean(rows, NiqeFeatures.COUNT);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = model.mean()[i] - difference[i];
        }
        SymmetricMatrix spread =
                model.covariance().middle(Statistics.covariance(complete, NiqeFeatures.COUNT));
        return MetricScore.of(
                Math.sqrt(spread.inverseForm().of(difference)),
                "the statistics of the picture's blocks are degenerate");
    }

    @Override
    public void close() {}
}
