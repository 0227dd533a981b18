package eliq.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {
    private static final List<Point> SAW =
            IntStream.range(0, 5000).mapToObj(i -> new Point(i, i == 2500 ? 900 : i % 7)).toList();

    private static Chart chart(Series... series) {
        return new Chart("Loss", Axis.of("step", ""), Axis.of("loss", "nats"), List.of(series));
    }

    private static Series line(String name, Point... points) {
        return new Series(name, Tone.FIRST, Series.Look.LINE, List.of(points));
    }

    @Test
    void ticksStandAtRoundNumbers() {
        assertArrayEquals(
                new double[] {0, 20, 40, 60, 80},
                Ticks.within(0, 97, 5).values().stream().mapToDouble(d -> d).toArray(),
                1e-9);
        assertArrayEquals(
                new double[] {0.65, 0.7, 0.75, 0.8},
                Ticks.within(0.63, 0.81, 4).values().stream().mapToDouble(d -> d).toArray(),
                1e-9);
    }

    @Test
    void labelsHaveAsManyDecimalsAsTheirStepNeedsInTheReadersLocale() {
        assertEquals("0.05", Ticks.within(0, 0.2, 4).label(0.05, Locale.US));
        assertEquals("0,05", Ticks.within(0, 0.2, 4).label(0.05, Locale.GERMANY));
        assertEquals("1,200", Ticks.within(0, 4000, 4).label(1200, Locale.US));
        assertEquals("−0.05", Ticks.within(-0.2, 0, 4).label(-0.05, Locale.US));
        assertEquals("2e-6", Ticks.within(0, 8e-6, 4).label(2e-6, Locale.US));
        assertEquals("0.41235", Ticks.exact(0.41234567, Locale.US));
        assertEquals("2.5e-4", Ticks.exact(2.5e-4, Locale.US));
    }

    @Test
    void smoothingBeginsAtTheFirstValueAndKeepsAConstant() {
        List<Point> constant = IntStream.range(0, 9).mapToObj(i -> new Point(i, 3)).toList();
        Smoothing.exponential(constant, 0.9).forEach(p -> assertEquals(3, p.y(), 1e-12));
        // (0.5 * 0.5 * 1 + 0.5 * 3) / 0.75, by hand.
        assertEquals(
                7.0 / 3,
                Smoothing.exponential(List.of(new Point(0, 1), new Point(1, 3)), 0.5).get(1).y(),
                1e-12);
    }

    @Test
    void thinningKeepsEnoughPointsAndEveryPeak() {
        List<Point> thin = Smoothing.thinned(SAW, 200);
        assertTrue(thin.size() <= 900, () -> thin.size() + " points");
        assertTrue(thin.contains(new Point(2500, 900)));
        assertEquals(SAW.getFirst(), thin.getFirst());
        assertEquals(SAW.getLast(), thin.getLast());
    }

    @Test
    void theReadoutSaysTheExactValuesOfTheNearestMeasuredPlace() {
        Chart chart =
                chart(
                        line("raw", new Point(1, 0.5), new Point(3, 0.25)),
                        line("held out", new Point(3, 0.75)));
        assertEquals(
                "step 3: raw 0.25, held out 0.75 nats",
                Readout.near(chart, 2.6).orElseThrow().text(chart, Locale.US));
        assertEquals(1, Readout.beside(chart, 3, -1).orElseThrow().x());
        assertEquals(3, Readout.beside(chart, 3, 1).orElseThrow().x());
        assertTrue(Readout.near(chart(), 2).isEmpty());
    }

    @Test
    void theSvgIsWellFormedAndHoldsAxesTitlesAndCurves() throws Exception {
        String svg =
                ChartSvg.of(
                        chart(
                                line("a < b & c", new Point(0, 1), new Point(10, 2)),
                                new Series("raw", Tone.FIRST, Series.Look.FAINT, SAW)),
                        640,
                        360);
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertEquals(2, document.getElementsByTagName("polyline").getLength());
        assertTrue(svg.contains(">loss (nats)<"));
        assertTrue(svg.contains(">step<"));
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void lettersStandAtTheEndsOfTheAspectsCurvesAndApartWhereTheseMeet() {
        Chart chart =
                chart(
                        aspect("T technical", Tone.TECHNICAL, 1),
                        aspect("A aesthetic", Tone.AESTHETIC, 0.5),
                        aspect("P alignment", Tone.ALIGNMENT, 1),
                        line("mean", new Point(0, 0), new Point(9, 0.8)));
        List<CurveEnds.End> ends = CurveEnds.of(chart, ChartLayout.of(chart, 400, 200, Locale.US));
        assertEquals(
                List.of("T", "P", "A"), ends.stream().map(end -> end.tone().letter()).toList());
        assertTrue(ends.get(1).down() - ends.get(0).down() >= 12);
    }

    private static Series aspect(String name, Tone tone, double last) {
        return new Series(
                name, tone, Series.Look.LINE, List.of(new Point(0, 0.2), new Point(9, last)));
    }

    @Test
    void curvesThatLieOnOneAnotherHaveOtherDashesOnPaper() {
        String svg =
                ChartSvg.of(
                        chart(
                                aspect("T technical", Tone.TECHNICAL, 1),
                                aspect("P alignment", Tone.ALIGNMENT, 1)),
                        640,
                        360);
        List<String> curves = svg.lines().filter(line -> line.startsWith("<polyline")).toList();
        assertEquals(
                List.of(false, true),
                curves.stream()
                        .map(
                                curve ->
                                        curve.contains(
                                                "stroke-dasharray=\""
                                                        + Tone.ALIGNMENT.dashes()
                                                        + "\""))
                        .toList());
        assertTrue(svg.contains(">T</text>") && svg.contains(">P</text>"));
    }

    @Test
    void paperHasTheHuesOfTheLightTheme() throws Exception {
        try (InputStream in = ChartTest.class.getResourceAsStream("/eliq/app/workbench.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String light = css.substring(0, css.indexOf("}"));
            for (Tone tone : Tone.values()) {
                String name = tone.name().toLowerCase(Locale.ROOT);
                String colour = tone.letter().isEmpty() ? "-eliq-tone-" + name : "-eliq-" + name;
                assertTrue(light.contains(colour + ": " + tone.onWhite() + ";"), colour);
            }
        }
    }

    @Test
    void theRawValuesOfOneRunAreNamedAndThoseOfSeveralAreNot() {
        Series raw = new Series("raw", Tone.FIRST, Series.Look.FAINT, List.of(new Point(0, 1)));
        Series other =
                new Series("other", Tone.SECOND, Series.Look.FAINT, List.of(new Point(0, 2)));
        Series smooth = line("smoothed", new Point(0, 1));
        assertEquals(List.of(raw, smooth), chart(raw, smooth).named());
        assertEquals(List.of(smooth), chart(raw, other, smooth).named());
    }

    @Test
    void theLegendOnPaperDrawsRawValuesAsFaintAsTheirCurve() {
        Series raw = new Series("raw", Tone.FIRST, Series.Look.FAINT, List.of(new Point(0, 1)));
        List<String> legend =
                ChartSvg.of(chart(raw, line("smoothed", new Point(0, 1))), 640, 360)
                        .lines()
                        .filter(line -> line.contains("y1=\"36\""))
                        .toList();
        assertEquals(2, legend.size());
        assertTrue(
                legend.getFirst().contains("stroke-width=\"1\" stroke-opacity=\"0.7\""),
                legend.getFirst());
        assertTrue(legend.getLast().contains("stroke-width=\"3\""), legend.getLast());
    }

    @Test
    void lettersOfCurvesThatEndAtTheBottomStayInsideThePlot() {
        Chart chart =
                chart(
                        aspect("T technical", Tone.TECHNICAL, 0),
                        aspect("A aesthetic", Tone.AESTHETIC, 0),
                        aspect("P alignment", Tone.ALIGNMENT, 1));
        ChartLayout layout = ChartLayout.of(chart, 400, 200, Locale.US);
        List<CurveEnds.End> ends = CurveEnds.of(chart, layout);
        assertTrue(ends.getLast().down() <= layout.top() + layout.height());
        assertTrue(ends.get(2).down() - ends.get(1).down() >= 12);
    }

    @Test
    void lettersOfCurvesThatEndElsewhereStayBesideTheirCurves() {
        Series early =
                new Series(
                        "T technical",
                        Tone.TECHNICAL,
                        Series.Look.LINE,
                        List.of(new Point(0, 0.2), new Point(4, 1)));
        Chart chart = chart(early, aspect("P alignment", Tone.ALIGNMENT, 1));
        ChartLayout layout = ChartLayout.of(chart, 400, 200, Locale.US);
        List<CurveEnds.End> ends = CurveEnds.of(chart, layout);
        assertEquals(ends.getFirst().down(), ends.getLast().down(), 1e-9);
    }

    @Test
    void aChartOfOneValueHasRoomOnBothSides() {
        ChartLayout layout =
                ChartLayout.of(chart(line("one", new Point(5, 2))), 400, 200, Locale.US);
        assertTrue(layout.x().low() < 5 && layout.x().high() > 5);
        assertTrue(layout.downOf(2) > layout.top());
        assertTrue(layout.downOf(2) < layout.top() + layout.height());
    }
}
