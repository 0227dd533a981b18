package eliq.metric.nss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.metric.ImageMetric;
import eliq.metric.MetricScore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values: the authors' code (see kodak-crops/values.json), within the tolerances that stand beside them. */
final class NaturalSceneStatisticsTest {

    @Test
    void brisqueFeaturesAreThoseOfTheAuthors() throws Exception {
        BrisqueFeatures brisque = new BrisqueFeatures();
        for (KodakCrops.Case each : KodakCrops.all()) {
            double[] features = brisque.of(each.pixels()).orElseThrow();
            double tolerance = each.sensitive("brisque") ? 5e-3 : 1e-9;
            assertArrayEquals(
                    each.numbers("brisque", "features_36"), features, tolerance, each.name());
        }
    }

    @Test
    void niqeFeaturesAreThoseOfTheAuthors() throws Exception {
        NiqeFeatures niqe = new NiqeFeatures();
        for (KodakCrops.Case each : KodakCrops.all()) {
            double[] mean = Statistics.mean(niqe.of(each.pixels()), NiqeFeatures.COUNT);
            double tolerance = each.sensitive("niqe") ? 1e-2 : 1e-9;
            assertArrayEquals(
                    each.numbers("niqe", "mean_features_36"), mean, tolerance, each.name());
        }
    }

    @Test
    void niqeIsThatOfTheAuthors() throws Exception {
        try (ImageMetric niqe =
                Niqe.source(KodakCrops.parameters("niqe_modelparameters.mat")).open()) {
            for (KodakCrops.Case each : KodakCrops.all()) {
                double value = value(niqe, each);
                if (each.sensitive("niqe")) {
                    double[] interval = each.numbers("niqe", "accept_interval");
                    assertTrue(
                            interval[0] <= value && value <= interval[1],
                            each.name() + " " + value);
                } else {
                    assertEquals(each.number("niqe", "value"), value, 1e-6, each.name());
                }
            }
        }
    }

    @Test
    void ilNiqeIsThatOfTheAuthors() throws Exception {
        try (ImageMetric ilNiqe =
                IlNiqe.source(KodakCrops.parameters("ilniqe_templateModel.mat")).open()) {
            for (KodakCrops.Case each : KodakCrops.all()) {
                double golden = each.number("ilniqe", "value");
                double value = value(ilNiqe, each);
                assertEquals(golden, value, 5e-4 * golden, each.name());
            }
        }
    }

    private static double value(ImageMetric metric, KodakCrops.Case each) {
        return switch (metric.score(each.pixels(), Optional.empty())) {
            case MetricScore.Value(double value) -> value;
            case MetricScore.None(String reason) -> throw new AssertionError(reason);
        };
    }
}
