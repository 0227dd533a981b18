package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static List<RatedImage> images(int count, int perPrompt) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new RatedImage(
                                        "i" + i + ".png",
                                        perPrompt == 0
                                                ? Optional.empty()
                                                : Optional.of("prompt " + i / perPrompt),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Map.of(),
                                        Map.of(),
                                        i))
                .toList();
    }

    private static Sample sample(double[] x, double[] y, int perPrompt) {
        return Sample.of(images(x.length, perPrompt), x, y);
    }

    private static Agreement of(Sample sample, Bootstrap bootstrap) throws Exception {
        return Agreement.of(sample, false, Mapping.Kind.LOGISTIC4, bootstrap, Bootstrap.Stop.NEVER);
    }

    @Test
    void coefficientsEqualTheReferenceOnEveryCase() throws Exception {
        for (CorrelationCases.Case each : CorrelationCases.all()) {
            boolean finite =
                    Arrays.stream(each.x()).noneMatch(Double::isInfinite) && each.x().length < 5000;
            double pearson = each.expected("pearson");
            if (finite && !Double.isNaN(pearson) && each.expected().get("n_used").asInt() > 2) {
                Agreement a = Agreement.plain(sample(each.x(), each.y(), 0), false);
                double tolerance = each.name().equals("large_offset") ? 1e-9 : 1e-12;
                assertEquals(pearson, a.plcc().value(), tolerance, each.name());
                assertEquals(each.expected("spearman"), a.srcc().value(), 1e-12, each.name());
                assertEquals(each.expected("kendall_tau_b"), a.krcc().value(), 1e-12, each.name());
                JsonNode fit = each.expected().path("logistic4");
                if (fit.path("identifiable").asBoolean()) {
                    assertEquals(
                            fit.get("plcc").asDouble(), a.plccMapped().value(), 1e-6, each.name());
                    double rmse = fit.get("rmse").asDouble();
                    assertEquals(rmse, a.rmse().value(), 1e-6 * Math.max(1, rmse), each.name());
                }
            }
        }
    }

    @Test
    void aDrawCountsAsIfItsImagesStoodThereThatOften() {
        Random random = new Random(5);
        int n = 40;
        double[] x = random.doubles(n).map(v -> Math.round(8 * v)).toArray();
        double[] y = random.doubles(n).map(v -> Math.round(5 * v)).toArray();
        int[] weights = random.ints(n, 0, 4).toArray();
        double[] longX = new double[IntStream.of(weights).sum()];
        double[] longY = new double[longX.length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < weights[i]; k++) {
                longX[at] = x[i];
                longY[at++] = y[i];
            }
        }
        WeightedSample sample = new WeightedSample(x, y);
        assertEquals(Correlation.spearman(longX, longY), sample.spearman(weights), 1e-12);
        assertEquals(Correlation.pearson(longX, longY), sample.pearson(weights), 1e-12);
        assertEquals(Correlation.kendall(longX, longY), sample.pairs(weights).tau(), 1e-12);
    }

    @Test
    void pairAccuracyCountsHumanOrderedPairsAndHalvesTies() {
        // Pairs by rating: (1,2) (1,3) (2,3) ordered; scores order the first, tie the second,
        // reverse the third.
        Agreement a =
                Agreement.plain(sample(new double[] {1, 3, 1}, new double[] {1, 2, 3}, 0), false);
        assertEquals((1 + 0.5 + 0) / 3, a.pairAccuracy().value(), 1e-12);
        Agreement lower =
                Agreement.plain(sample(new double[] {3, 2, 1}, new double[] {1, 2, 3}, 0), true);
        assertEquals(1, lower.pairAccuracy().value());
        assertEquals(-1, lower.srcc().value(), 1e-12);
    }

    @Test
    void tooFewImagesConstantsAndMissingValuesAreSaidInWords() {
        assertEquals(
                "Only 2 images have both score and rating; at least 3 are needed.",
                Agreement.plain(
                                sample(new double[] {1, Double.NaN, 2}, new double[] {1, 2, 3}, 0),
                                false)
                        .notes()
                        .getFirst());
        Agreement constant =
                Agreement.plain(sample(new double[] {4, 4, 4}, new double[] {1, 2, 3}, 0), false);
        assertEquals("All scores are the same: they order nothing.", constant.notes().getFirst());
        assertTrue(Double.isNaN(constant.srcc().value()));
        assertEquals(
                "All ratings are the same: there is no order to agree with.",
                Agreement.plain(sample(new double[] {4, 2, 4}, new double[] {2, 2, 2}, 0), false)
                        .notes()
                        .getFirst());
    }

    private static Sample correlated(int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            y[i] = x[i] + random.nextGaussian();
        }
        return sample(x, y, 0);
    }

    @Test
    void intervalsAreTheSameForTheSameSeed() throws Exception {
        Sample sample = correlated(100, 11);
        Agreement first = of(sample, new Bootstrap(200, 7));
        assertEquals(first, of(sample, new Bootstrap(200, 7)));
        assertNotEquals(first, of(sample, new Bootstrap(200, 8)));
        assertTrue(first.rmse().lower() < first.rmse().value());
        assertTrue(first.plccMapped().upper() > first.plccMapped().value());
    }

    @Test
    void intervalsAreAsWideAsFishersWhereImagesAreIndependent() throws Exception {
        double width = 0;
        double fisher = 0;
        int n = 150;
        for (int i = 0; i < 12; i++) {
            Estimate plcc = of(correlated(n, i), new Bootstrap(200, 1)).plcc();
            width += plcc.upper() - plcc.lower();
            double z = Math.log((1 + plcc.value()) / (1 - plcc.value())) / 2;
            double half = 1.96 / Math.sqrt(n - 3.0);
            fisher += Math.tanh(z + half) - Math.tanh(z - half);
        }
        assertEquals(1, width / fisher, 0.08);
    }

    @Test
    void imagesOfOnePromptAreDrawnTogetherSoThatIntervalsAreHonest() throws Exception {
        // 20 prompts of 10 images which are all but copies: there are 20 observations, not 200.
        Random random = new Random(3);
        double[] x = new double[200];
        double[] y = new double[200];
        for (int p = 0; p < 20; p++) {
            double a = random.nextGaussian();
            double b = a + 2 * random.nextGaussian();
            for (int i = 0; i < 10; i++) {
                x[10 * p + i] = a + 0.001 * random.nextGaussian();
                y[10 * p + i] = b + 0.001 * random.nextGaussian();
            }
        }
        Estimate together = of(sample(x, y, 10), new Bootstrap(300, 1)).srcc();
        Estimate apart = of(sample(x, y, 0), new Bootstrap(300, 1)).srcc();
        assertTrue(
                together.upper() - together.lower() > 2 * (apart.upper() - apart.lower()),
                together + " " + apart);
    }

    @Test
    void dependentCorrelationsEqualTheReference() throws Exception {
        List<JsonNode> cases = new ArrayList<>();
        CorrelationCases.file().get("dependent_correlations").forEach(cases::add);
        assertEquals(9, cases.size());
        for (JsonNode each : cases) {
            DependentCorrelations d =
                    DependentCorrelations.of(
                            each.get("r12").asDouble(),
                            each.get("r13").asDouble(),
                            each.get("r23").asDouble(),
                            each.get("n").asInt());
            assertEquals(each.get("williams_t").asDouble(), d.williamsT(), 1e-9, each.toString());
            assertEquals(each.get("williams_p_two_sided").asDouble(), d.williamsP(), 1e-9);
            assertEquals(each.get("steiger_z").asDouble(), d.steigerZ(), 1e-9, each.toString());
            assertEquals(each.get("steiger_p_two_sided").asDouble(), d.steigerP(), 1e-9);
        }
    }

    @Test
    void holmsCorrectionIsTheTextbooks() {
        // Holm 1979: the smallest times m, the next times m - 1, never falling, never above 1.
        double[] adjusted = Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, Double.NaN});
        assertEquals(0.03, adjusted[0], 1e-12);
        assertEquals(0.06, adjusted[1], 1e-12);
        assertEquals(0.06, adjusted[2], 1e-12);
        assertEquals(0.02, adjusted[3], 1e-12);
        assertTrue(Double.isNaN(adjusted[4]));
    }
}
