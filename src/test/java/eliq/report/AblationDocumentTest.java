package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationPreset;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.ablation.CellOutcome;
import eliq.benchmark.ablation.Spread;
import eliq.benchmark.eras.EraScore;
import eliq.benchmark.eras.ErasResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationDocumentTest {
    @TempDir Path folder;

    private static AblationResult.Row row(String cell, String title, double mean, double spread) {
        return new AblationResult.Row(
                cell, title, 3, Map.of("technical_pairs", new Spread(mean, spread, 3)));
    }

    private static AblationResult result() {
        return new AblationResult(
                List.of(
                        new AblationResult.Table(
                                "components",
                                "Parts of the method",
                                List.of(
                                        row("mean", "mean instead of gates", 0.8125, 0.01),
                                        new AblationResult.Row(
                                                "alignment", "alignment", 3, Map.of()),
                                        row("full", "ELIQ (full)", 0.9375, 0.02)))),
                List.of(new CellOutcome("full", 1, 7, Map.of("technical_pairs", 0.9375))),
                Map.of("held-out tuples", 8L),
                Map.of("scorers", 12.5),
                Path.of("ablation.json"));
    }

    private void write() throws Exception {
        AblateParameters parameters =
                AblationPreset.QUICK.painted(Path.of("model"), Path.of("out"), 1);
        DocumentFiles.write(
                AblationDocument.of(parameters, result(), "test"),
                EnumSet.allOf(ReportForm.class),
                folder);
    }

    @Test
    void theTableStandsInLatexWithItsSpread() throws Exception {
        write();
        String latex = Files.readString(folder.resolve("tables.tex"));
        assertTrue(latex.contains("\\toprule"), latex);
        assertTrue(latex.contains("mean instead of gates & 0.813 & 0.010"), latex);
        assertTrue(latex.contains("ELIQ (full) & 0.938 & 0.020"), latex);
        assertTrue(latex.contains("alignment & -- & --"), latex);
    }

    @Test
    void programsGetAllDigitsAndNothingWhereNothingWasLearned() throws Exception {
        write();
        assertEquals(
                List.of(
                        "cell,technical_pairs,technical_pairs_deviation",
                        "mean instead of gates,0.8125,0.01",
                        "alignment,,",
                        "ELIQ (full),0.9375,0.02"),
                Files.readAllLines(folder.resolve("tables").resolve("components.csv")));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        JsonNode rows = json.get("tables").get("components");
        assertEquals(0.9375, rows.get(2).get("technical_pairs").asDouble());
        assertTrue(rows.get(1).get("technical_pairs").isNull());
    }

    @Test
    void everyFormIsThere() throws Exception {
        write();
        for (ReportForm form : ReportForm.values()) {
            assertTrue(Files.exists(folder.resolve(form.file())), form.file());
        }
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("mean instead of gates") && html.contains("<svg"));
    }

    @Test
    void erasAreLaidOutLikewise() throws Exception {
        EraScore score =
                new EraScore(
                        "new <1>",
                        "later",
                        "flux",
                        "a.png",
                        Path.of("a.png"),
                        Optional.of("a cat"),
                        1.5,
                        Optional.of(0.5));
        ErasResult eras =
                new ErasResult(
                        List.of("early", "later"),
                        List.of(new ErasResult.JudgeFacts("new <1>", "s", "ab", "c", "cd")),
                        List.of(
                                new ErasResult.Distribution(
                                        "new <1>",
                                        EraScore.Kind.VISUAL,
                                        "later",
                                        "",
                                        1,
                                        1.5,
                                        0,
                                        new double[] {1.5, 1.5, 1.5, 1.5, 1.5})),
                        List.of(
                                new ErasResult.Drift(
                                        "new <1>",
                                        EraScore.Kind.VISUAL,
                                        "later",
                                        1,
                                        true,
                                        0.25,
                                        0.125,
                                        0.375,
                                        0.5)),
                        List.of(),
                        List.of(),
                        List.of(score),
                        List.of("b.png was left out"),
                        Path.of("eras.json"));
        DocumentFiles.write(ErasDocument.of(eras, "test"), EnumSet.allOf(ReportForm.class), folder);
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("new &lt;1&gt;") && html.contains("b.png was left out"), html);
        assertEquals(
                List.of(
                        "judge,score,era,images,compared,change,change_lower,change_upper,effect",
                        "new <1>,visual,later,1,the same prompts,0.25,0.125,0.375,0.5"),
                Files.readAllLines(folder.resolve("tables").resolve("drift.csv")));
    }
}
