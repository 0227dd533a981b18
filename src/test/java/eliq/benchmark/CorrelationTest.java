package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden values: scipy 1.17.1, Pearson checked with 50-digit arithmetic, Kendall by counting all pairs. */
class CorrelationTest {

    @TestFactory
    List<DynamicTest> agreesWithTheReferenceOnEveryCase() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in =
                getClass().getResourceAsStream("/correlation/correlation_cases.json")) {
            for (JsonNode each : new ObjectMapper().readTree(in).get("cases")) {
                tests.add(DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
            }
        }
        assertEquals(27, tests.size());
        return tests;
    }

    private static void check(JsonNode each) {
        String name = each.get("name").asText();
        double[] x = each.has("x") ? values(each.get("x")) : formulaX(name);
        double[] y = each.has("y") ? values(each.get("y")) : formulaY(name, x);
        JsonNode expected = each.get("expected");
        double tolerance = name.equals("large_offset") ? 1e-9 : 1e-12;
        assertEquals(expected.get("n_used").asInt(), Correlation.complete(x, y).count());
        assertEquals(value(expected.get("pearson")), Correlation.pearson(x, y), tolerance);
        assertEquals(value(expected.get("spearman")), Correlation.spearman(x, y), tolerance);
        assertEquals(value(expected.get("kendall_tau_b")), Correlation.kendall(x, y), tolerance);
        assertEquals(value(expected.get("kendall_tau_b")), Correlation.kendall(y, x), tolerance);
    }

    private static double[] formulaX(String name) {
        LongUnaryOperator x = i -> i * 7919 % 10007;
        return tabulate(name.equals("large_ties") ? i -> x.applyAsLong(i) % 5 : x);
    }

    private static double[] formulaY(String name, double[] x) {
        return tabulate(
                i ->
                        switch (name) {
                            case "large_n10000" -> (long) x[(int) i] + i * 104729 % 5003;
                            case "large_ties" -> (long) x[(int) i] + i * 104729 % 5003 % 4;
                            case "large_negative" -> (long) -x[(int) i] - i * 104729 % 20011;
                            default -> throw new IllegalStateException("no formula for " + name);
                        });
    }

    private static double[] tabulate(LongUnaryOperator formula) {
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = formula.applyAsLong(i);
        }
        return values;
    }

    private static double[] values(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(array.get(i));
        }
        return values;
    }

    /** Numbers that JSON has no word for stand there as text. */
    private static double value(JsonNode node) {
        if (node.isNull()) {
            return Double.NaN;
        }
        return node.isTextual()
                ? switch (node.asText()) {
                    case "NaN" -> Double.NaN;
                    case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
                    case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.parseDouble(node.asText());
                }
                : node.doubleValue();
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
