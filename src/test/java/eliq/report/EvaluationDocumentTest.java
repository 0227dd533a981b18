package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import eliq.benchmark.LabelledSplit;
import eliq.benchmark.Mapping;
import eliq.benchmark.RatedSetReader;
import eliq.benchmark.ScoreComparison;
import eliq.benchmark.ScoreSource;
import eliq.benchmark.Target;
import eliq.benchmark.WeakSupervision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** One evaluation in every form: the same numbers, and nothing that its texts could break. */
class EvaluationDocumentTest {
    @TempDir static Path folder;
    private static Evaluation evaluation;
    private static String srcc;

    @BeforeAll
    static void evaluate() throws Exception {
        Random random = new Random(1);
        StringBuilder ratings = new StringBuilder("image,prompt,generator,quality,alignment\n");
        StringBuilder good = new StringBuilder("image,visual,alignment\n");
        StringBuilder lower = new StringBuilder("image,score\n");
        for (int i = 0; i < 60; i++) {
            double q = 1 + 4 * random.nextDouble();
            ratings.append("p/i").append(i).append(".png,\"<b>&</b> | 50% _of_ 狐 ").append(i / 4);
            ratings.append("\",").append(i % 3 == 0 ? "old_one" : "new").append(',').append(q);
            ratings.append(',').append(q / 2 + random.nextDouble()).append('\n');
            good.append("i").append(i).append(".png,").append(q + random.nextGaussian());
            good.append(',').append(random.nextDouble()).append('\n');
            lower.append("i").append(i).append(".png,").append(-q).append('\n');
        }
        Path table = Files.writeString(folder.resolve("ratings.csv"), ratings);
        Path a = Files.writeString(folder.resolve("good.csv"), good);
        Path b = Files.writeString(folder.resolve("lower.csv"), lower);
        evaluation =
                new ScoreComparison(
                                RatedSetReader.guessing("tricky").read(table),
                                new EvaluateParameters.Statistics(
                                        Mapping.Kind.LOGISTIC4, new Bootstrap(40, 1)),
                                "ELIQ Workbench test")
                        .of(
                                List.of(
                                        ScoreSource.of("A_1 & <co>", a),
                                        new ScoreSource(
                                                "NIQE",
                                                b,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                true)),
                                Bootstrap.Stop.NEVER);
        evaluation = withBrisque(evaluation);
        DocumentFiles.write(
                EvaluationDocument.of(evaluation), EnumSet.allOf(ReportForm.class), folder);
        double value =
                evaluation.targets().getFirst().methods().getFirst().agreement().srcc().value();
        srcc = String.format(Locale.ROOT, "%.3f", value);
    }

    /** The same with BRISQUE on two splits: SRCC 0.625 and 0.675. */
    private static Evaluation withBrisque(Evaluation e) {
        List<WeakSupervision.Split> splits =
                List.of(
                        new WeakSupervision.Split(
                                1, 12, 48, 0, 0.625, 0.5, 0.75, Double.NaN, Optional.empty()),
                        new WeakSupervision.Split(
                                2, 12, 48, 0, 0.675, 0.5, 0.75, Double.NaN, Optional.empty()));
        WeakSupervision brisque =
                new WeakSupervision(
                        WeakSupervision.Learner.BRISQUE,
                        Target.VISUAL,
                        LabelledSplit.Unit.PROMPT,
                        0.2,
                        splits);
        return new Evaluation(
                e.set(),
                e.images(),
                e.targets(),
                List.of(brisque),
                e.learning(),
                e.monotonicity(),
                e.published(),
                e.run());
    }

    private static String pdf() throws Exception {
        PdfReader reader = new PdfReader(Files.readAllBytes(folder.resolve("report.pdf")));
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        assertTrue(reader.getNumberOfPages() >= 3);
        return text.toString();
    }

    private static String text(String name) throws Exception {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void everyFormHasTheSameNumber() throws Exception {
        assertTrue(text("report.html").contains(srcc));
        assertTrue(text("report.md").contains(srcc));
        assertTrue(text("tables.tex").contains(srcc));
        JsonNode rows =
                new ObjectMapper().readTree(text("report.json")).at("/tables/visual-agreement");
        String full = Double.toString(rows.get(0).get("srcc").asDouble());
        assertTrue(full.startsWith(srcc.substring(0, 4)), full + " " + srcc);
        assertTrue(text("tables/visual-agreement.csv").contains("," + full + ","), full);
    }

    @Test
    void thePdfsTextCanBeSelected() throws Exception {
        String text = pdf();
        assertTrue(text.contains("Evaluation on tricky"), text.substring(0, 400));
        assertTrue(text.contains(srcc));
        assertTrue(text.contains("mean rating"), "axis labels are text");
    }

    @Test
    void whatIsSupervisedSaysSoInEveryForm() throws Exception {
        // Mean and deviation over the splits.
        String spread = "0.650 ± 0.035";
        for (String form :
                List.of(
                        text("report.html"),
                        text("report.md"),
                        text("report.json"),
                        text("tables/weak-supervision.csv"))) {
            assertTrue(form.contains("supervised, measured here"));
            assertTrue(form.contains("BRISQUE, SVR"));
            assertTrue(form.contains(spread));
        }
        String tex = text("tables.tex");
        assertTrue(tex.contains("supervised, measured here"));
        assertTrue(tex.contains("0.650 $\\pm$ 0.035") || tex.contains(spread), tex);
        String pdf = pdf().replaceAll("\\s+", " ");
        assertTrue(pdf.contains("supervised, measured here"), pdf);
        assertTrue(pdf.contains("0.650"), pdf);
    }

    @Test
    void theHtmlLoadsNothingAndEscapesEverything() throws Exception {
        String html = text("report.html");
        assertFalse(html.contains("<b>&</b>"));
        assertTrue(html.contains("&lt;b&gt;&amp;&lt;/b&gt;"));
        assertFalse(html.replace("http://www.w3.org/2000/svg", "").matches("(?s).*https?:.*"));
        assertTrue(html.contains("class=\"sortable\""));
    }

    @Test
    void latexAndMarkdownAreEscaped() throws Exception {
        String tex = text("tables.tex");
        assertTrue(tex.contains("A\\_1 \\& <co> $\\uparrow$"), tex.substring(0, 600));
        assertTrue(tex.contains("\\toprule") && tex.contains("\\bottomrule"));
        assertEquals(
                tex.split("begin\\{tabular\\}", -1).length,
                tex.split("end\\{tabular\\}", -1).length);
        assertTrue(text("report.md").contains("\\| 50% _of_"));
    }

    @Test
    void theReportSaysWhereEachNumberIsFromAndHowToRepeatIt() throws Exception {
        String md = text("report.md");
        assertTrue(md.contains("imported"));
        assertTrue(md.contains("seed: bootstrap"));
        assertTrue(md.contains(evaluation.set().files().getFirst().sha256()));
        assertTrue(md.contains("partial SRCC"));
    }

    @Test
    void anEvaluationIsReadBackAsItWas() throws Exception {
        Path file = EvaluationFile.write(folder, evaluation);
        Evaluation again = EvaluationFile.read(file);
        assertEquals(evaluation.targets(), again.targets());
        assertEquals(evaluation.images(), again.images());
        assertEquals(evaluation.run(), again.run());
    }
}
