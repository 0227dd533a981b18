package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden values: scipy 1.17.1, Pearson checked with 50-digit arithmetic, Kendall by counting all pairs. */
class CorrelationTest {

    @TestFactory
    List<DynamicTest> agreesWithTheReferenceOnEveryCase() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (CorrelationCases.Case each : CorrelationCases.all()) {
            tests.add(DynamicTest.dynamicTest(each.name(), () -> check(each)));
        }
        assertEquals(27, tests.size());
        return tests;
    }

    private static void check(CorrelationCases.Case each) {
        double[] x = each.x();
        double[] y = each.y();
        double tolerance = each.name().equals("large_offset") ? 1e-9 : 1e-12;
        assertEquals(each.expected().get("n_used").asInt(), Correlation.complete(x, y).count());
        assertEquals(each.expected("pearson"), Correlation.pearson(x, y), tolerance);
        assertEquals(each.expected("spearman"), Correlation.spearman(x, y), tolerance);
        assertEquals(each.expected("kendall_tau_b"), Correlation.kendall(x, y), tolerance);
        assertEquals(each.expected("kendall_tau_b"), Correlation.kendall(y, x), tolerance);
    }

    @Test
    void tiesShareTheMeanOfTheirRanks() {
        assertArrayEquals(
                new double[] {2.5, 1, 2.5, 4}, Correlation.averageRanks(new double[] {5, 1, 5, 9}));
    }

    @Test
    void samplesOfDifferentLengthAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Correlation.spearman(new double[3], new double[4]));
    }

    @Test
    void wilsonsIntervalIsTheTextbooks() {
        // Newcombe 1998, table I: 81 of 263, and 0 of 20.
        Proportion many = new Proportion(81, 263);
        assertEquals(0.2553, many.lower(), 5e-5);
        assertEquals(0.3662, many.upper(), 5e-5);
        Proportion none = new Proportion(0, 20);
        assertEquals(0, none.lower(), 1e-12);
        assertEquals(0.1611, none.upper(), 5e-5);
    }

    @Test
    void pairsThatTieCountHalf() {
        Proportion pairs = Proportion.ofPairs(new double[] {2, 1, 0}, new double[] {1, 1, 1});
        assertEquals(0.5, pairs.value());
        assertTrue(Double.isNaN(new Proportion(0, 0).value()));
    }
}
