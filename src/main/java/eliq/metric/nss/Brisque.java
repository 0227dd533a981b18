package eliq.metric.nss;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import eliq.metric.ParameterFile;
import eliq.metric.ParameterFileSource;
import java.util.Optional;

/** BRISQUE: features of natural scenes, and a regression trained on ratings. */
public final class Brisque implements ImageMetric {
    public static final MetricFacts FACTS =
            new MetricFacts(
                    "brisque",
                    "BRISQUE",
                    true,
                    false,
                    "Mittal, Moorthy, Bovik: No-Reference Image Quality Assessment in the Spatial Domain, IEEE TIP 2012");

    private final BrisqueFeatures features = new BrisqueFeatures();
    private final BrisqueModel model;
    private final String parameters;

    /**
     * @param parameters what the model was trained on, for a run's record
     */
    public Brisque(BrisqueModel model, String parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /** BRISQUE with the model of a file, see {@link BrisqueModel}. */
    public static MetricSource source(ParameterFile file) {
        return new ParameterFileSource(
                FACTS,
                file,
                there -> new Brisque(BrisqueModel.read(there.require()), there.identity()));
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
        return features.of(image)
                .map(
                        values ->
                                MetricScore.of(
                                        model.predict(values),
                                        "the regression gives no number for it"))
                .orElseGet(() -> new MetricScore.None(BrisqueFeatures.whyNot(image)));
    }

    @Override
    public void close() {}
}
