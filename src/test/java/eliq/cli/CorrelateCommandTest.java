package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.table.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ratings, scores and reports by commands alone. */
class CorrelateCommandTest {
    @TempDir Path folder;

    private TestTerminal run(int code, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        TestTerminal t = new TestTerminal(false);
        assertEquals(code, t.run(all.toArray(String[]::new)), t.err());
        return t;
    }

    @Test
    void scoresAndRatingsOfDifferentOrderAreJoinedByName() throws Exception {
        Path ratings = folder.resolve("ratings.csv");
        Path scores = folder.resolve("scores.csv");
        Files.writeString(ratings, "image;mos\na.png;1,5\nb.png;2,5\nc.png;3,5\nd.png;4,5\n");
        Files.writeString(scores, "name,score\nd.png,0.9\nx/c.png,0.7\na.png,0.1\n");
        TestTerminal t =
                run(
                        0,
                        "correlate",
                        "--scores",
                        "mine=" + scores,
                        "--ratings",
                        ratings.toString(),
                        "--draws",
                        "0",
                        "--format",
                        "json",
                        "--out",
                        folder.resolve("out").toString(),
                        "--form",
                        "latex,csv");
        JsonNode row = new ObjectMapper().readTree(t.out()).get(0);
        assertEquals("mine", row.path("method").asText());
        assertEquals(3, row.path("scored").asInt());
        assertEquals(4, row.path("listed").asInt());
        assertEquals(1, row.path("srcc").asDouble(), 1e-12);
        assertTrue(row.path("srcc_lower").isNull());
        assertTrue(
                t.err().contains("1 images do not count: not among the scores (b.png)"), t.err());
        assertTrue(Files.isRegularFile(folder.resolve("out/tables.tex")));
        assertTrue(Files.isRegularFile(folder.resolve("out/tables/visual-agreement.csv")));
        run(0, "report", folder.resolve("out").toString(), "--form", "markdown");
        assertTrue(Files.readString(folder.resolve("out/report.md")).contains("3 of 4"));
    }

    @Test
    void whatKeepsScoresFromBeingHeldAgainstRatingsIsSaidWithItsRemedy() throws Exception {
        String ratings = file("ratings.csv", "image,mos\na.png,1\nb.png,2\n");
        String others = file("others.csv", "image,score\nx.png,1\ny.png,2\n");
        String nameless = file("nameless.csv", "a,b\n1,2\n");
        String scoreless = file("scoreless.csv", "image,a,b\na.png,1,2\n");
        String broken = Files.createDirectories(folder.resolve("broken")).toString();
        file("broken/evaluation.json", "{\n \"set\": ");

        assertEquals(
                "eliq: No image has both a rating and a score: of the 2 names in the ratings, such as"
                        + " a.png, none is in the files of scores; check both columns of image names.",
                correlate(others, ratings));
        assertTrue(correlate(nameless, ratings).contains("name it with --score-image-column."));
        assertTrue(correlate(scoreless, ratings).contains("name it with --score-column or"));
        assertEquals(
                "eliq: Cannot read "
                        + Path.of(broken, "evaluation.json")
                        + ": it is no whole JSON (line 2, column 9); evaluate again.",
                run(1, "report", broken).errLines().getLast());
    }

    @Test
    void aMetricThatIsKnownToFallForBetterImagesIsNotTakenForTheOtherInSilence() throws Exception {
        String ratings = file("ratings.csv", "image,mos\na.png,1\nb.png,2\nc.png,3\n");
        String niqe = file("niqe.csv", "image,NIQE\na.png,9\nb.png,5\nc.png,4\n");

        String taken = said(ratings, "--scores", niqe);
        assertTrue(taken.contains("NIQE is lower for better images"), taken);
        assertFalse(said(ratings, "--scores-lower", niqe).contains("NIQE is lower"));
    }

    private String said(String ratings, String option, String scores) {
        return run(0, "correlate", option, scores, "--ratings", ratings, "--draws", "0").err();
    }

    @Test
    void aRatedSetThatAnotherOptionWouldMendLeavesNoJobBehind() throws Exception {
        String table = file("table.csv", "image,a,b\na.png,1,2\n");

        TestTerminal t = run(1, "import-ratings", "s", table);

        assertEquals(
                "eliq: table.csv: no column looks like ratings; name one with --visual-column or"
                        + " --alignment-column. There are: image, a, b.",
                t.errLines().getLast().replace(folder + java.io.File.separator, ""));
        assertEquals("[]\n", run(0, "jobs", "list", "--format", "json").out());
        run(2, "import-ratings", "a/b", table);
    }

    private String correlate(String scores, String ratings) {
        TestTerminal t =
                run(1, "correlate", "--scores", scores, "--ratings", ratings, "--draws", "0");
        return t.errLines().getLast();
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aPreviewSaysWhatWouldBeTakenAndImportsNothing() throws Exception {
        Path ratings =
                Files.writeString(
                        folder.resolve("ratings.csv"),
                        "image,score,appeal,raters\na.png,1.5,4,20\nb.png,2,5,22\n");
        TestTerminal t =
                run(0, "import-ratings", "s", ratings.toString(), "--preview", "--format", "csv");
        List<String> lines = t.out().lines().toList();
        assertTrue(lines.contains("visual rating score,\"2 images, 1.5 to 2.0\""), t.out());
        assertTrue(lines.contains("raters,20 to 22"), t.out());
        assertTrue(t.err().contains("columns: image, score, appeal, raters"), t.err());
        t = run(1, "import-ratings", "s", ratings.toString(), "--preview", "--visual-column", "");
        assertTrue(t.err().contains("No column is taken for a rating"), t.err());
        assertEquals(1, run(0, "benchmark", "list", "--format", "csv").out().lines().count());
    }

    @Test
    void agiqa3ksOwnFileGivesTheFactsMeasuredByOthers() throws Exception {
        Path set = SharedData.folder("ratings").resolve("AGIQA-3K");
        run(0, "import-ratings", "agiqa", set.resolve("data.csv").toString(), "--quiet");
        TestTerminal shown = run(0, "benchmark", "show", "agiqa", "--format", "csv");
        for (String fact :
                List.of(
                        "images,2982",
                        "prompts,300",
                        "images of sd1.5,1200",
                        "images of midjourney,592",
                        "images of DALLE2,290")) {
            assertTrue(shown.out().contains(fact), fact + " in " + shown.out());
        }
        assertEquals(0.742, value(shown.out(), "SRCC of the two ratings"), 5e-4);
        assertEquals(0.814, value(shown.out(), "PLCC of the two ratings"), 5e-4);
        TestTerminal leaks =
                run(
                        1,
                        "benchmark",
                        "leaks",
                        "agiqa",
                        "--train",
                        set.resolve("split-by-image/train.csv").toString(),
                        "--test",
                        set.resolve("split-by-image/test.csv").toString());
        assertTrue(
                leaks.err()
                        .contains(
                                "268 of the 268 test prompts are also in training (597 of 597 test images)."),
                leaks.err());
    }

    private static double value(String csv, String fact) {
        return csv.lines()
                .filter(line -> line.startsWith(fact + ","))
                .mapToDouble(line -> Double.parseDouble(line.substring(fact.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void missingAndExtraImagesAreReportedAndTheRestIsKept() throws Exception {
        Path images = Files.createDirectories(folder.resolve("images"));
        Path one = Path.of("src/test/resources/qwen3vl/images/small.png");
        Files.copy(one, images.resolve("a.png"));
        Files.copy(one, images.resolve("extra.png"));
        Path ratings = folder.resolve("r.csv");
        Files.writeString(
                ratings, "image,prompt,quality,quality_std\na.png,x,3,0.5\nb.png,y,4,0.6\n");
        TestTerminal t =
                run(
                        1,
                        "import-ratings",
                        "mine",
                        ratings.toString(),
                        "--images",
                        images.toString(),
                        "--format",
                        "json");
        JsonNode row = new ObjectMapper().readTree(t.out()).get(0);
        assertEquals(2, row.path("listed").asInt());
        assertEquals(1, row.path("found").asInt());
        assertEquals(1, row.path("missing").asInt());
        assertEquals(1, row.path("extra").asInt());
        assertTrue(t.err().contains("b.png has no file."), t.err());
        assertTrue(
                run(0, "benchmark", "list", "--format", "csv")
                        .out()
                        .contains("mine,table of ratings,2,1,2"));
    }
}
