package eliq.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Golden cases: scipy 1.17.1, coefficients checked with 50-digit arithmetic, fits by up to 66 starts. */
final class CorrelationCases {
    private CorrelationCases() {}

    record Case(String name, double[] x, double[] y, JsonNode expected) {
        double expected(String coefficient) {
            return value(expected.get(coefficient));
        }
    }

    static JsonNode file() throws IOException {
        try (InputStream in =
                CorrelationCases.class.getResourceAsStream("/correlation/correlation_cases.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode each : file().get("cases")) {
            String name = each.get("name").asText();
            double[] x = each.has("x") ? values(each.get("x")) : formulaX(name);
            double[] y = each.has("y") ? values(each.get("y")) : formulaY(name, x);
            cases.add(new Case(name, x, y, each.get("expected")));
        }
        return cases;
    }

    private static double[] values(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(array.get(i));
        }
        return values;
    }

    /** NaN and infinities are strings. */
    static double value(JsonNode node) {
        return node.isTextual()
                ? Double.parseDouble(node.asText().replace("inf", "Infinity"))
                : node.asDouble();
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

    private static double[] tabulate(LongUnaryOperator f) {
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsLong(i);
        }
        return values;
    }
}
