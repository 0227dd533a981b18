package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.prompts.ChatServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {
    private static final String KEY = "sk-cli-secret-123456";

    @TempDir Path folder;
    private TestTerminal t = new TestTerminal(false);

    private int run(Map<String, String> environment, String... arguments) {
        t = new TestTerminal(false, environment);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = folder.resolve("home").toString();
        return t.run(all);
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    @Test
    void promptsComeInAreLabelledListedAndGoOut() throws Exception {
        Path csv = folder.resolve("mine.csv");
        Files.writeString(
                csv, "id,caption\n1,two dogs in the snow\n2,melancholy\n3,Two dogs in the  snow\n");
        assertEquals(0, run("prompts", "import", csv.toString(), "--format", "csv"), t.err());
        assertEquals("added,known,labelled,skipped\r\n2,1,0,0\r\n", t.out());
        assertTrue(t.err().contains("prompts from column 'caption'"), t.err());

        assertEquals(0, run("prompts", "label"), t.err());
        assertTrue(t.err().contains("1 certain, 1 uncertain."), t.err());
        assertEquals(0, run("prompts", "list", "--uncertain", "--format", "csv"));
        assertTrue(t.out().contains("melancholy,"), t.out());
        assertFalse(t.out().contains("dogs"), t.out());

        Path out = folder.resolve("out.jsonl");
        assertEquals(0, run("prompts", "export", out.toString(), "--category", "natural scenes"));
        assertEquals(
                "{\"prompt\":\"two dogs in the snow\",\"categories\":[\"Natural Scenes\"]}\n",
                Files.readString(out));
    }

    @Test
    void aModelWritesPromptsAndItsKeyIsShownNowhere() throws Exception {
        try (ChatServer server = new ChatServer()) {
            server.first(
                    ChatServer.error(500, "busy " + KEY).with("retry-after-ms", "5"),
                    ChatServer.says(
                            "{\"prompts\": [\"Three ripe mangos and a lime in a wicker basket near the door\"]}"));
            Path out = folder.resolve("new.csv");
            Map<String, String> environment =
                    Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server.baseUrl());
            String[] command = {
                "prompts",
                "generate",
                "--count",
                "1",
                "--category",
                "food",
                "--model",
                "m",
                "--out",
                out.toString(),
                "--format",
                "csv"
            };
            String[] dry = java.util.Arrays.copyOf(command, command.length + 1);
            dry[command.length] = "--dry-run";
            assertEquals(0, run(environment, dry), t.err());
            assertTrue(t.out().contains("Write 1 prompt of the category"), t.out());
            assertTrue(t.err().contains("Nothing was sent"), t.err());
            assertEquals(0, server.questions().size());

            assertEquals(0, run(environment, command), t.err());
            assertEquals("Bearer " + KEY, server.keys().getFirst());
            assertTrue(t.out().contains("Three ripe mangos"), t.out());
            assertTrue(Files.readString(out).contains("Food"), t.out());
            assertFalse((t.out() + t.err()).contains(KEY), t.err());
            assertTrue(t.err().contains("(key)"), t.err());
        }
        assertEquals(
                1, run("prompts", "generate", "--count", "1", "--model", "gpt-4o-mini"), t.out());
        assertTrue(t.err().contains("set the environment variable OPENAI_API_KEY"), t.err());
    }

    @Test
    void aTaxonomyOfOnesOwnIsUsedFromThenOn() throws Exception {
        assertEquals(0, run("prompts", "taxonomy", "--edit", "--format", "json"), t.err());
        Path own = folder.resolve("home").resolve("taxonomy.txt");
        assertTrue(t.err().contains(own.toString()), t.err());
        Files.writeString(
                own, Files.readString(own).replace("[Food]", "[Food]\nodd food = melancholy"));
        Path file = Files.writeString(folder.resolve("p.txt"), "melancholy\n");
        assertEquals(0, run("prompts", "label", file.toString(), "--format", "csv"), t.err());
        assertTrue(t.out().contains("melancholy,Food,"), t.out());
        Files.writeString(own, "[Food]\nfruit\n");
        assertEquals(1, run("prompts", "label", file.toString()));
        assertTrue(t.err().contains("taxonomy.txt, line 2"), t.err());
    }

    @Test
    void versionsAreWrittenAndShown() {
        assertEquals(
                0,
                run(
                        "prompts",
                        "rewrite",
                        "--prompt",
                        "Two red cars",
                        "--kind",
                        "count,degraded",
                        "--format",
                        "csv"),
                t.err());
        assertEquals(3, t.out().lines().count(), t.out());
        assertTrue(t.out().contains("Two red cars,count,1"), t.out());
    }

    @Test
    void pairsAreBuiltFromVersionsWrittenAhead() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("p.txt"),
                        "Two red cars on a city street\nA bowl of soup on a wooden table\n");
        assertEquals(
                0,
                run("prompts", "rewrite", file.toString(), "--kind", "count", "--format", "csv"),
                t.err());
        String version =
                t.out().lines().filter(line -> line.contains("red cars")).findFirst().orElseThrow();
        String text = version.split(",")[3];
        assertTrue(text.endsWith("red cars on a city street"), version);
        assertEquals(0, run("pairs", "build", "s", "--prompts", file.toString()), t.err());
        assertEquals(
                0, run("pairs", "show", "s", "--aspect", "alignment", "--format", "csv"), t.err());
        assertTrue(t.out().contains(text), text + "\n" + t.out());
    }

    @Test
    void aLineThatIsNoPromptIsLeftOutAndSaid() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("p.jsonl"), "{\"prompt\": \"a\"}\n{\"prompt\": \n");
        assertEquals(1, run("prompts", "import", file.toString(), "--format", "csv"));
        assertTrue(t.out().endsWith("1,0,0,1\r\n"), t.out());
        assertTrue(t.err().contains("line 2: no proper JSON; left out"), t.err());
    }

    @Test
    void theBankIsLookedOverAndCounted() {
        assertEquals(0, run("prompts", "check", "--bank", "--format", "csv"), t.out());
        assertEquals(1, run("prompts", "check", "--bank", "--alike", "0.4", "--format", "csv"));
        assertTrue(t.out().contains("says the same"), t.out());
        assertEquals(0, run("prompts", "list", "--bank", "--summary", "--format", "csv"));
        assertTrue(t.out().contains("Events,contests,"), t.out());
    }
}
