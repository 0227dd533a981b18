package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureTest {

    private static final LineChart.Series SERIES =
            new LineChart.Series("a <b>", new double[] {0, 1, 2}, new double[] {1, Double.NaN, 3});

    @Test
    void everyFigureIsWellFormedSvgOfItsOwn() throws Exception {
        for (Figure figure :
                List.of(
                        new LineChart("t", "x & y", "\"y\"", List.of(SERIES), Optional.empty()),
                        new BarChart(
                                "t",
                                "x",
                                List.of(
                                        new BarChart.Bar("<i>", 0.5, 1),
                                        new BarChart.Bar("none", Double.NaN, 2)),
                                Optional.empty(),
                                2),
                        new Histogram(
                                "t",
                                "x",
                                List.of(new Histogram.Group("g", 0, new double[] {1, 2, 2})),
                                5),
                        new ScatterChart(
                                "t",
                                "x",
                                "y",
                                List.of(new ScatterChart.Point(1, 2, "p", 0)),
                                Optional.of(
                                        new ScatterChart.Fit(
                                                "f", new double[] {0, 2}, new double[] {1, 9}))),
                        new BalanceChart(
                                "t", "l", "r", List.of(new BalanceChart.Row("a", 0, 0))))) {
            Document svg = parse(figure.standaloneSvg());
            assertEquals("svg", svg.getDocumentElement().getTagName());
            assertEquals("t", svg.getDocumentElement().getAttribute("aria-label"));
            assertFalse(figure.standaloneSvg().contains("NaN"), figure.standaloneSvg());
            assertFalse(figure.standaloneSvg().contains("Infinity"), figure.standaloneSvg());
        }
    }

    @Test
    void figuresWithoutDataAreDrawnEmpty() throws Exception {
        for (Figure figure :
                List.of(
                        new LineChart("t", "x", "y", List.of(), Optional.empty()),
                        new BarChart("t", "x", List.of(), Optional.empty(), 2),
                        new Histogram("t", "x", List.of(), 5),
                        new ScatterChart("t", "x", "y", List.of(), Optional.empty()),
                        new BalanceChart("t", "l", "r", List.of()))) {
            parse(figure.svg());
            assertFalse(figure.svg().contains("NaN"));
        }
    }

    @Test
    void theBandOfAFitLiesOnBothSidesAndEndsWithTheAxis() {
        ScatterChart chart =
                new ScatterChart(
                        "t",
                        "x",
                        "y",
                        List.of(
                                new ScatterChart.Point(0, 0, "p", 0),
                                new ScatterChart.Point(10, 10, "q", 0)),
                        Optional.of(
                                new ScatterChart.Fit(
                                        "f", new double[] {0, 10}, new double[] {5, 5}, 2)));
        // 262 units for ten: five is at 143, seven at 90.6, three at 195.4.
        assertTrue(
                chart.svg().contains("d=\"M58 90.6L546 90.6L546 195.4L58 195.4Z\""), chart.svg());
        ScatterChart.Fit wide =
                new ScatterChart.Fit("f", new double[] {0, 10}, new double[] {5, 5}, 50);
        String svg = new ScatterChart("t", "x", "y", chart.points(), Optional.of(wide)).svg();
        assertTrue(svg.contains("d=\"M58 12L546 12L546 274L58 274Z\""), svg);
        assertFalse(
                new ScatterChart(
                                "t",
                                "x",
                                "y",
                                chart.points(),
                                Optional.of(
                                        new ScatterChart.Fit(
                                                "f", new double[] {0, 10}, new double[] {5, 5})))
                        .svg()
                        .contains("band"));
    }

    @Test
    void ticksStandAtRoundNumbers() {
        assertEquals(
                List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
                ticks(Axis.around("", 0.03, 0.97, 5)));
        assertEquals(List.of("0", "50", "100", "150"), ticks(Axis.exactly("", -3, 187, 4)));
        assertEquals(
                List.of("-0.010", "-0.005", "0.000", "0.005"),
                ticks(Axis.around("", -0.009, 0.004, 4)));
        assertEquals(List.of("6.5", "7.0", "7.5"), ticks(Axis.around("", 7, 7, 2)));
    }

    @Test
    void histogramSharesOfAGroupAddUpToOneAndTheLargestValueIsInTheLastBin() {
        String svg =
                new Histogram(
                                "t",
                                "x",
                                List.of(new Histogram.Group("g", 0, new double[] {0, 0, 0, 10})),
                                10)
                        .svg();
        assertTrue(svg.contains("g: 75.0% between 0 and 1"), svg);
        assertTrue(svg.contains("g: 25.0% between 9 and 10"), svg);
    }

    @Test
    void aSeriesWithSidesOfDifferentLengthIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LineChart.Series("s", new double[2], new double[3]));
    }

    private static List<String> ticks(Axis axis) {
        return axis.ticks().stream().map(axis::text).toList();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
