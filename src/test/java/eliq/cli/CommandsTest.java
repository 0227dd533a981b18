package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    @TempDir Path folder;
    private final TestTerminal t = new TestTerminal(false);

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = folder.resolve("home").toString();
        return t.run(all);
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String path : paths(new CommandLineInterface(t.terminal()).commandLine(), "")) {
            TestTerminal own = new TestTerminal(false);
            String[] words = (path + " --help").strip().split(" ");
            assertEquals(0, own.run(words), path);
            assertTrue(own.out().contains("Example"), path + ": " + own.out());
            assertTrue(own.out().contains("eliq " + path), path + ": " + own.out());
        }
    }

    private static List<String> paths(CommandLine command, String prefix) {
        List<String> all = new java.util.ArrayList<>();
        for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
            String path = (prefix + " " + sub.getKey()).strip();
            all.add(path);
            all.addAll(paths(sub.getValue(), path));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score",
                "score a.png --format yaml",
                "score a.png --prompt x --prompts y.csv",
                "score a.png --prompts absent.csv",
                "score a.png --csv absent/scores.csv",
                "metric niqe a.png --csv src",
                "embed a.png",
                "embed a.png --text x --model m --dtype bfloat17",
                "embed a.png --text x --model m --device gpu",
                "runtime --device cuda:",
                "jobs",
                "jobs show twelve",
                "ablate --tables nonsense",
                "ablate --seeds 0",
                "ablate --preset hasty",
                "eras --pairs first",
                "eras --scorer some",
                "eras --scorer some --images early=absent-folder",
                "prompts",
                "prompts import",
                "prompts import absent.csv",
                "prompts list --category cars",
                "prompts list absent.csv",
                "prompts export prompts.xls",
                "prompts check --bank --alike 2",
                "prompts taxonomy --taxonomy absent.txt",
                "prompts label --base-url http://127.0.0.1:9",
                "prompts label --bank --model m --base-url ftp://h",
                "prompts generate --model m",
                "prompts generate --count 3",
                "prompts generate --count 0 --model m",
                "prompts generate --count 3 --model m --words 9",
                "prompts generate --count 3 --model m --category cars",
                "prompts generate --count 3 --model m --max-requests -1",
                "prompts rewrite --bank --strength 2",
                "prompts rewrite --bank --kind mood",
                "pairs",
                "pairs build s --count 0",
                "pairs build s --count 3 --images .",
                "pairs build s --schedule none",
                "pairs build s --negatives blots=2",
                "pairs build s --bank --count 3",
                "pairs plan s --size big",
                "pairs refresh s",
                "pairs audit s --reject blots",
                "pairs reject twelve",
                "models random --like 2B --out src",
                "models budget m --max-pixels 65536 --out src",
                "import-ratings a/b absent.csv",
                "pairs show s --aspect beauty",
                "train",
                "train critic c",
                "train critic c --pairs s --epochs 1 --steps 2",
                "train critic c --pairs s --batch 0",
                "train critic ../c --pairs s",
                "train scorer c --pairs s --margin 0",
                "train scorer c --pairs s --set network.layers=0",
                "train scorer c --pairs s --set network.colour=3",
                "demo --prompts p.csv",
                "demo --images absent",
                "correlate --ratings r.csv",
                "correlate --scores s.csv --ratings r.csv --curve 6",
                "evaluate s --labels 2",
                "import-ratings s absent.csv",
                "benchmark leaks s --train a.csv --test b.csv",
                "monotonicity a.png --operation rain",
                "monotonicity a.png --no-scorer",
                "report absent",
                "import",
                "paint"
            })
    void wrongUsageEndsWithTwoAndSaysWhatToDo(String line) {
        assertEquals(2, t.run(line.split(" ")), line);
        assertEquals("", t.out());
        assertFalse(t.err().isBlank());
        assertFalse(t.err().contains("\tat "), t.err());
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void anEmptyWorkspaceListsNothingInEachFormat() {
        assertEquals(0, run("jobs", "list", "--format", "json"));
        assertEquals("[]\n", t.out());
        TestTerminal csv = new TestTerminal(false);
        csv.run("pairs", "list", "--format", "CSV", "--home", folder.resolve("home").toString());
        assertEquals("name,tuples,era,generators,refreshes,created,reviewed\r\n", csv.out());
    }

    @Test
    void whatIsNotThereIsNamedInOneSentence() {
        assertEquals(1, run("jobs", "show", "12"));
        assertEquals(1, run("jobs", "resume", "12"));
        assertEquals(1, run("pairs", "show", "first"));
        assertEquals(1, run("score", folder.toString(), "--scorer", "nobody"));
        assertEquals(
                List.of(
                        "eliq: There is no job 12; 'eliq jobs list' shows them.",
                        "eliq: There is no job 12; 'eliq jobs list' shows them.",
                        "eliq: There is no set of pairs named 'first'; 'eliq pairs list' shows them."),
                t.errLines().subList(0, 3));
        assertEquals(
                "eliq: " + folder + ": holds no image; name a folder that has some.",
                t.errLines().getLast());
        assertEquals("", t.out());
    }

    @Test
    void aWordWhereANumberIsExpectedIsSaidWithoutTheNamesOfTypes() {
        assertEquals(2, t.run("pairs", "reject", "twelve"));
        assertTrue(t.err().contains("'twelve' is not a whole number."), t.err());
        assertEquals(2, t.run("degrade", "a.png", "--out", "b", "--strength", "much"));
        assertTrue(t.err().contains("'much' is not a number."), t.err());
    }

    @Test
    void aFolderWithoutImagesIsNotImportedInSilence() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        assertEquals(1, run("import", none.toString()));
        assertTrue(t.err().contains(none + ": holds no image;"), t.err());
    }

    @Test
    void anImportTakesAPromptForAllBeforeTheTable() throws Exception {
        Path image = Path.of("src/test/resources/qwen3vl/images/small.png");
        Path table = folder.resolve("prompts.csv");
        Files.writeString(table, "image,prompt\nsmall.png,from the table\n");

        int code =
                run(
                        "import",
                        image.toString(),
                        "--prompt",
                        "for all",
                        "--prompts",
                        table.toString());

        assertEquals(0, code, t.err());
    }

    @Test
    void everySettingCanBeListedAndSetByName() {
        String model = "src/test/resources/qwen3vl/tiny-a-fp32-tied/model";
        assertEquals(
                0,
                run(
                        "train",
                        "critic",
                        "c",
                        "--pairs",
                        "s",
                        "--model",
                        model,
                        "--set",
                        "training.optimizer.weightDecay=0.25",
                        "--settings",
                        "--format",
                        "csv"),
                t.err());
        assertTrue(t.out().contains("training.optimizer.weightDecay,0.25\r\n"), t.out());
        assertTrue(t.out().contains("instructions.technical,"), t.out());
        assertTrue(t.out().contains("mode.rank,8\r\n"), t.out());
    }

    @Test
    void pairsArePlannedAuditedJudgedAndRefreshed() {
        String[] set = {"first", "--count", "3", "--size", "48x48", "--schedule", "mild"};
        String[] options = java.util.Arrays.copyOfRange(set, 1, set.length);
        assertEquals(0, run(join("pairs plan first", options, "--format", "csv")), t.err());
        assertTrue(t.out().contains("painter,positive,3,0,3,,"), t.out());
        assertTrue(t.err().contains("it has drawn nothing yet"), t.err());

        TestTerminal built = new TestTerminal(false);
        assertEquals(0, runIn(built, join("pairs build first", options)), built.err());
        assertTrue(
                built.errLines().getFirst().startsWith("Plan of set first: 3 prompts, 3 positives"),
                built.err());

        TestTerminal audit = new TestTerminal(false);
        assertEquals(0, runIn(audit, join("pairs audit first --format csv")), audit.err());
        assertTrue(
                audit.out().contains("painter,ai-specific,alignment,changed-image,painter,3,0,0,"),
                audit.out());
        TestTerminal judged = new TestTerminal(false);
        assertEquals(0, runIn(judged, join("pairs reject 1 2 --note seen")), judged.err());
        assertEquals(0, runIn(judged, join("pairs accept 3")), judged.err());
        assertEquals(0, runIn(judged, join("pairs reject 3 --positives")), judged.err());
        assertEquals(0, runIn(judged, join("pairs audit first --by verdict --format csv")));
        assertTrue(judged.out().contains("rejected,2"), judged.out());
        assertEquals(1, runIn(judged, join("pairs reject 1 999")));
        assertTrue(judged.err().contains("There is no negative 999"), judged.err());

        TestTerminal refreshed = new TestTerminal(false);
        assertEquals(
                0,
                runIn(refreshed, join("pairs refresh first --generator painter --era later")),
                refreshed.err());
        assertTrue(refreshed.err().contains("Nothing has to be drawn"), refreshed.err());
        TestTerminal listed = new TestTerminal(false);
        assertEquals(0, runIn(listed, join("pairs list --era later --format csv")));
        assertTrue(listed.out().contains("first@later,3,later,painter,first,"), listed.out());
    }

    private static String[] join(String line, String... more) {
        return java.util.stream.Stream.concat(
                        java.util.Arrays.stream(line.split(" ")), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static String[] join(String line, String[] options, String... more) {
        return java.util.stream.Stream.concat(
                        java.util.Arrays.stream(join(line, options)), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private int runIn(TestTerminal terminal, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = folder.resolve("home").toString();
        return terminal.run(all);
    }

    @Test
    void pairsAreBuiltListedAndShown() {
        assertEquals(
                0,
                run(
                        "pairs",
                        "build",
                        "first",
                        "--count",
                        "3",
                        "--family",
                        "conventional",
                        "--held-out",
                        "0",
                        "--format",
                        "json",
                        "--quiet"),
                t.err());
        assertTrue(t.out().contains("\"set\":\"first\",\"tuples\":3"), t.out());
        assertEquals("", t.err());

        TestTerminal shown = new TestTerminal(false);
        String home = folder.resolve("home").toString();
        assertEquals(
                0,
                shown.run(
                        "pairs",
                        "show",
                        "first",
                        "--aspect",
                        "technical",
                        "--format",
                        "csv",
                        "--home",
                        home));
        assertEquals(4, shown.out().lines().count(), shown.out());
        TestTerminal jobs = new TestTerminal(false);
        assertEquals(0, jobs.run("jobs", "list", "--format", "csv", "--home", home));
        assertTrue(jobs.out().contains(",build-pairs,done,"), jobs.out());
    }
}
