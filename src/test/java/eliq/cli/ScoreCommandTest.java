package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pairs to scores by commands alone, on a very small model whose judgement means nothing. */
class ScoreCommandTest {
    private static final Path FIXTURES = Path.of("src/test/resources/qwen3vl");
    private static final Path MODEL = FIXTURES.resolve("tiny-a-fp32-tied/model");
    private static final Path OTHER = FIXTURES.resolve("tiny-b-bf16-untied/model");

    @TempDir static Path folder;

    @BeforeAll
    static void trainAScorer() {
        String home = folder.resolve("home").toString();
        TestTerminal t = new TestTerminal(false);
        assertEquals(
                0,
                t.run(
                        "pairs",
                        "build",
                        "few",
                        "--count",
                        "4",
                        "--family",
                        "conventional",
                        "--held-out",
                        "0",
                        "--home",
                        home),
                t.err());
        assertEquals(
                0,
                t.run(
                        "train",
                        "scorer",
                        "tiny",
                        "--pairs",
                        "few",
                        "--critic",
                        MODEL.toString(),
                        "--epochs",
                        "1",
                        "--held-out",
                        "0",
                        "--home",
                        home),
                t.err());
    }

    private static TestTerminal score(int code, String... arguments) {
        List<String> all = new ArrayList<>(List.of("score", "--scorer", "tiny", "--home"));
        all.add(folder.resolve("home").toString());
        all.addAll(Arrays.asList(arguments));
        TestTerminal t = new TestTerminal(false);
        assertEquals(code, t.run(all.toArray(String[]::new)), t.err());
        return t;
    }

    private static Path good() {
        return FIXTURES.resolve("images/small.png");
    }

    @Test
    void jsonHasExactlyTheKeysAndNoAlignmentIsInvented() throws Exception {
        TestTerminal t = score(0, good().toString(), "--format", "json");
        JsonNode row = new ObjectMapper().readTree(t.out()).get(0);
        List<String> keys = new ArrayList<>();
        row.fieldNames().forEachRemaining(keys::add);

        assertEquals(
                List.of(
                        "image",
                        "prompt",
                        "visual",
                        "alignment",
                        "technical_high",
                        "aesthetic_high",
                        "alignment_high",
                        "gate_technical",
                        "gate_aesthetic",
                        "error"),
                keys);
        assertTrue(row.path("visual").isNumber());
        assertTrue(row.path("alignment").isNull());
        assertTrue(row.path("alignment_high").isNull());
        assertTrue(row.path("error").isNull());
    }

    @Test
    void withAPromptThereIsAlignmentInCsvToo() {
        TestTerminal t = score(0, good().toString(), "--prompt", "a fox, red", "--format", "csv");
        List<String> lines = t.out().lines().toList();

        assertEquals(
                "image,prompt,visual,alignment,technical_high,aesthetic_high,alignment_high,gate_technical,gate_aesthetic,error",
                lines.getFirst());
        assertTrue(lines.get(1).contains("small.png,\"a fox, red\","), lines.get(1));
        assertFalse(lines.get(1).contains(",,"), lines.get(1));
    }

    @Test
    void badFilesGetOneSentenceEachAndTheRestGoesOn() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        byte[] png = Files.readAllBytes(good());
        Files.write(pictures.resolve("a-empty.png"), new byte[0]);
        Files.write(pictures.resolve("b-cut.png"), Arrays.copyOf(png, png.length / 2));
        Files.writeString(pictures.resolve("c-text.png"), "this is no image at all");
        Files.write(pictures.resolve("d-huge.png"), pngHeader(20_000, 20_000));
        Files.write(pictures.resolve("e-good.png"), png);

        TestTerminal t = score(1, pictures.toString(), "--format", "json");
        JsonNode rows = new ObjectMapper().readTree(t.out());

        assertEquals(5, rows.size());
        for (int i = 0; i < 4; i++) {
            String error = rows.get(i).path("error").asText();
            String name = Path.of(rows.get(i).path("image").asText()).getFileName().toString();
            assertTrue(error.contains(name), error);
            assertEquals(1, error.lines().count(), error);
            assertTrue(rows.get(i).path("visual").isNull());
        }
        assertTrue(rows.get(4).path("visual").isNumber());
        assertTrue(rows.get(4).path("error").isNull());
        assertTrue(t.err().contains("4 of 5 images could not be scored"), t.err());
    }

    @Test
    void aCsvFileIsWrittenBesideTheTableWhichCutsLongPrompts() throws Exception {
        String prompt = "a fox ".repeat(40).strip();
        Path csv = folder.resolve("out.csv");
        String image = good().toString();

        TestTerminal table = score(0, image, "--prompt", prompt, "--csv", csv.toString());
        TestTerminal printed = score(0, image, "--prompt", prompt, "--format", "csv");

        assertEquals(printed.out(), Files.readString(csv));
        assertTrue(printed.out().contains("," + prompt + ","), printed.out());
        assertFalse(table.out().contains(prompt), table.out());
        assertTrue(table.out().contains("a fox a fox"), table.out());
    }

    @Test
    void imagesWithAndWithoutAPromptAreNotToBeComparedAndTheSameRemarkIsMadeOnce()
            throws Exception {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        for (String name : List.of("a.png", "b.png", "c.png")) {
            Files.copy(good(), mixed.resolve(name));
        }
        Files.writeString(mixed.resolve("a.txt"), "a red fox");

        TestTerminal t = score(0, mixed.toString());

        assertTrue(t.err().contains("Scored with a prompt: 1, without: 2."), t.err());
        assertEquals(
                1, t.errLines().stream().filter(l -> l.contains("b.png and 1 more: ")).count());
    }

    @Test
    void aScoringThatWasInterruptedIsGoneOnWithToTheSameTable() throws Exception {
        TestTerminal whole = score(0, good().toString(), "--format", "csv");
        String home = folder.resolve("home").toString();
        long job;
        try (Catalog catalog = Catalog.open(Path.of(home))) {
            JobRecord done = catalog.jobs().recent(1).getFirst();
            job = catalog.jobs().create(done.kind(), done.parameters(), JobState.INTERRUPTED).id();
        }
        Path csv = folder.resolve("resumed.csv");

        TestTerminal t = new TestTerminal(false);
        int code =
                t.run(
                        "jobs",
                        "resume",
                        Long.toString(job),
                        "--csv",
                        csv.toString(),
                        "--format",
                        "csv",
                        "--home",
                        home);

        assertEquals(0, code, t.err());
        assertEquals(whole.out(), t.out());
        assertEquals(whole.out(), Files.readString(csv));
    }

    @Test
    void anImageThatTheModelCannotTakeIsNamed() throws Exception {
        Path thin = folder.resolve("thin.png");
        Files.write(thin, ImageEncoding.png(new Pixels(3000, 3, new byte[3 * 3000 * 3])));

        TestTerminal t = score(1, thin.toString(), "--format", "json");

        String error = new ObjectMapper().readTree(t.out()).get(0).path("error").asText();
        assertTrue(error.startsWith(thin + ": "), error);
        assertTrue(error.contains("too narrow"), error);
    }

    @Test
    void aCriticThatTheScorerWasNotTrainedOnIsRefused() {
        TestTerminal t = score(1, good().toString(), "--model", OTHER.toString());
        assertTrue(t.err().contains("the scorer 'tiny' was trained on"), t.err());
        assertEquals("", t.out());
    }

    /** A PNG that says it is this large and holds nothing. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        chunk.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
