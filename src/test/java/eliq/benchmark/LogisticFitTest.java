package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden fits: scipy 1.17.1, best of up to 66 starts each; compared by residual, and by parameters where they are determined. */
class LogisticFitTest {

    @TestFactory
    List<DynamicTest> residualsAreNoLargerThanTheReferencesBest() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (CorrelationCases.Case each : CorrelationCases.all()) {
            for (Mapping.Kind kind : List.of(Mapping.Kind.LOGISTIC4, Mapping.Kind.LOGISTIC5)) {
                String key = kind == Mapping.Kind.LOGISTIC4 ? "logistic4" : "logistic5";
                JsonNode golden = each.expected().path(key);
                if (golden.has("sse")) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    each.name() + " " + key, () -> check(each, kind, golden)));
                }
            }
        }
        assertTrue(tests.size() >= 14, "fits: " + tests.size());
        return tests;
    }

    private static void check(CorrelationCases.Case each, Mapping.Kind kind, JsonNode golden) {
        Mapping fitted = new LogisticFit(kind, each.x(), each.y()).fit();
        double sse = golden.get("sse").asDouble();
        double scale = Math.pow(fitted.ratingDeviation(), 2) * each.y().length;
        assertTrue(
                fitted.squaredError() <= sse * (1 + 1e-6) + 1e-12 * scale,
                fitted.squaredError() + " > " + sse);
        double[] mapped = fitted.apply(each.x());
        double actual = 0;
        for (int i = 0; i < mapped.length; i++) {
            actual += Math.pow(each.y()[i] - mapped[i], 2);
        }
        assertEquals(actual, fitted.squaredError(), 1e-9 * actual + 1e-12 * scale);
        // A smaller residual than the reference's best is another curve.
        boolean same = fitted.squaredError() >= sse * (1 - 1e-6);
        if (golden.get("identifiable").asBoolean() && same && kind == fitted.kind()) {
            assertEquals(
                    golden.get("plcc").asDouble(), Correlation.pearson(mapped, each.y()), 1e-6);
            assertEquals(
                    golden.get("rmse").asDouble(),
                    Math.sqrt(fitted.squaredError() / each.y().length),
                    1e-6 * Math.max(1e-3, golden.get("rmse").asDouble()) + 1e-7 * Math.sqrt(scale));
        }
        if (golden.get("identifiable").asBoolean() && same) {
            assertEquals(golden.get("monotone_on_data").asBoolean(), fitted.monotone());
        }
    }

    @Test
    void theFitDoesNotDependOnTheScalesOfScoresAndRatings() throws Exception {
        CorrelationCases.Case noisy =
                CorrelationCases.all().stream()
                        .filter(c -> c.name().equals("sigmoid_noisy"))
                        .findFirst()
                        .orElseThrow();
        double[] small = Arrays.stream(noisy.x()).map(x -> 1e-7 * x + 3).toArray();
        double[] large = Arrays.stream(noisy.y()).map(y -> 1e6 * y).toArray();
        Mapping plain = new LogisticFit(Mapping.Kind.LOGISTIC4, noisy.x(), noisy.y()).fit();
        Mapping scaled = new LogisticFit(Mapping.Kind.LOGISTIC4, small, large).fit();
        assertEquals(plain.squaredError(), scaled.squaredError() / 1e12, 1e-5);
    }

    @Test
    void aCurveThatFoldsTheScaleIsReported() throws Exception {
        CorrelationCases.Case parabola =
                CorrelationCases.all().stream()
                        .filter(c -> c.name().equals("parabola"))
                        .findFirst()
                        .orElseThrow();
        Mapping five = new LogisticFit(Mapping.Kind.LOGISTIC5, parabola.x(), parabola.y()).fit();
        assertFalse(five.monotone());
        assertTrue(five.note().orElseThrow().contains("folds the scale"));
    }

    @Test
    void plainParametersGiveTheSameCurve() throws Exception {
        for (CorrelationCases.Case each : CorrelationCases.all()) {
            if (each.expected().path("logistic4").has("sse") && each.x().length < 1000) {
                Mapping m = new LogisticFit(Mapping.Kind.LOGISTIC4, each.x(), each.y()).fit();
                if (m.kind() == Mapping.Kind.LOGISTIC4) {
                    List<Double> b = m.plainParameters();
                    double x = each.x()[0];
                    double direct =
                            b.get(1)
                                    + (b.get(0) - b.get(1))
                                            / (1 + Math.exp(-(x - b.get(2)) / b.get(3)));
                    assertEquals(m.apply(x), direct, 1e-6 * m.ratingDeviation(), each.name());
                }
            }
        }
    }
}
