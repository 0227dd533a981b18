package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.critic.Qwen3VlLoader;
import eliq.generate.GenerationRequest;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped scorer, moved to a folder far from its model's name and back into words. */
class PackedScorerTest {
    private static final Path SHIPPED = Path.of("models/eliq-nano-scorer");

    @TempDir Path folder;

    @Test
    void aPackedScorerScoresLikeTheOriginalAndNamesNoFolderOfThisMachine() throws Exception {
        Path here = elsewhere();
        Path packed = folder.resolve("given/away");

        PackedScorer.write(here, "april", packed, new Qwen3VlLoader());

        Pixels picture = new Painter().generate(GenerationRequest.of("A red car on the beach", 7));
        assertEquals(score(here, picture), score(packed, picture));
        assertEquals("april", Scorer.open(packed).card().name());
        assertEquals(Scorer.open(here).identity(), Scorer.open(packed).identity());
        try (Stream<Path> files = Files.walk(packed)) {
            for (Path json : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                assertFalse(
                        Files.readString(json).contains(folder.toString()),
                        json + " names a folder of this machine");
            }
        }
    }

    @Test
    void whatIsThereIsNotOverwritten() throws Exception {
        Path there = Files.createDirectories(folder.resolve("there"));

        ScorerException refused =
                assertThrows(
                        ScorerException.class,
                        () -> PackedScorer.write(SHIPPED, "april", there, new Qwen3VlLoader()));

        assertTrue(refused.getMessage().contains("is there already"), refused.getMessage());
    }

    /** A scorer as training leaves it: its critic beside it and named by its place. */
    private Path elsewhere() throws IOException {
        Path scorer = Files.createDirectories(folder.resolve("made/scorer"));
        Path critic = Files.createDirectories(folder.resolve("made/my-critic"));
        copy(SHIPPED, scorer);
        copy(SHIPPED.resolve("critic"), critic);
        replace(
                scorer.resolve("scorer.json"),
                "\"model\" : \"critic\"",
                "\"model\" : \"" + critic + "\"");
        replace(
                critic.resolve("critic.json"),
                "\"backbone\":\"eliq-nano\",\"backboneIdentity\"",
                "\"backbone\":\""
                        + Path.of("models/eliq-nano").toAbsolutePath()
                        + "\",\"backboneIdentity\"");
        return scorer;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(what), file + " holds " + what);
        Files.writeString(file, text.replace(what, with));
    }

    private static ImageScore score(Path scorer, Pixels picture) throws ScorerException {
        try (ImageScorer opened = ImageScorer.open(scorer, Optional.empty(), new Qwen3VlLoader())) {
            return opened.score(picture, Optional.of("A red car on the beach"));
        }
    }
}
