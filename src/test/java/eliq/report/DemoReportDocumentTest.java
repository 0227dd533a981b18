package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.report.DemoReport.DataFacts;
import eliq.report.DemoReport.RunFacts;
import eliq.report.DemoReport.StrengthFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportDocumentTest {

    private final String html = DemoReportDocument.html(ExampleReport.create());

    @Test
    void theDocumentNeedsNothingOutsideItself() {
        Matcher sources = Pattern.compile("(?:src|href)=\"([^\"]{0,40})").matcher(html);
        int pictures = 0;
        while (sources.find()) {
            String source = sources.group(1);
            assertTrue(
                    source.startsWith("data:image/jpeg;base64,") || source.startsWith("#"), source);
            pictures += source.startsWith("data:") ? 1 : 0;
        }
        assertEquals(6 + 8 + 3, pictures, "tuples, scored pictures, mistakes");
        assertFalse(html.contains("@import"));
        assertFalse(html.contains("url("));
    }

    @Test
    void textFromOutsideIsNeverMarkup() {
        assertTrue(html.contains("&lt;script&gt;"));
        assertTrue(html.contains("alert(&#39;x&#39;) &amp; &quot;y&quot;"));
        assertTrue(html.contains("&lt;b&gt;dawn&lt;/b&gt;"));
        assertFalse(html.contains("<b>dawn"));
    }

    @Test
    void everyElementThatBeginsEnds() {
        for (String element :
                List.of(
                        "div", "section", "table", "tr", "td", "th", "figure", "svg", "p",
                        "article", "text", "header", "nav", "dl")) {
            assertEquals(
                    count("<" + element + "[ >]"),
                    count("</" + element + ">"),
                    "<" + element + ">");
        }
    }

    @Test
    void everyPartAndNumberIsThere() {
        for (String id : List.of("data", "training", "results", "pictures", "run")) {
            assertTrue(html.contains("<section id=\"" + id + "\""), id);
            assertTrue(html.contains("href=\"#" + id + "\""), id);
        }
        assertTrue(html.contains(">98.2%<"));
        assertTrue(html.contains("✓ target 95.0% reached"));
        assertTrue(html.contains("✗ target 90.0% missed"));
        assertTrue(html.contains("./eliq demo --out demo"));
        assertEquals(2 + 2 + 1 + 2 + 2 + 1 + 1, count("<svg "), "figures");
    }

    @Test
    void picturesStandHighestScoreFirst() {
        Matcher rows =
                Pattern.compile("<td class=\"thumb\">.*?data-value=\"([^\"]+)\"", Pattern.DOTALL)
                        .matcher(html);
        double last = Double.POSITIVE_INFINITY;
        int seen = 0;
        while (rows.find()) {
            double visual = Double.parseDouble(rows.group(1));
            assertTrue(visual <= last);
            last = visual;
            seen++;
        }
        assertEquals(8, seen);
    }

    @Test
    void theSameReportGivesTheSameDocument() {
        assertEquals(html, DemoReportDocument.html(ExampleReport.create()));
    }

    @Test
    void aRunThatFoundNothingStillGivesADocument() {
        DemoReport empty =
                new DemoReport(
                        "Empty",
                        "Nothing was done.",
                        new RunFacts("0", "eliq demo", Instant.EPOCH, Map.of(), Map.of(), Map.of()),
                        List.of(),
                        new DataFacts("No data.", Map.of(), List.of(), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        new StrengthFacts(Optional.empty(), Optional.empty(), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());
        String text = DemoReportDocument.html(empty);
        assertTrue(text.contains("Nothing was done."));
        assertFalse(text.contains("NaN"));
        assertFalse(text.contains("<svg"));
    }

    @Test
    void theFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new").resolve("report.html");
        DemoReportDocument.write(ExampleReport.create(), file);
        assertEquals(html, Files.readString(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
        Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("report.html");
        ReportException e =
                assertThrows(
                        ReportException.class,
                        () -> DemoReportDocument.write(ExampleReport.create(), blocked));
        assertTrue(e.getMessage().startsWith(blocked + ": the report could not be written"));
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }
}
