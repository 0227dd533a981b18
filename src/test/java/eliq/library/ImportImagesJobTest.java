package eliq.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Origin;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportImagesJobTest {
    private static final String PARAMETERS =
            """
            a red cup on a table
            Negative prompt: blurry
            Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 8x6, Model: dreamer
            """;

    @TempDir Path folder;
    private Path pictures;
    private Catalog catalog;
    private ImportImagesJob job;
    private JobRunner runner;

    @BeforeEach
    void open() throws Exception {
        pictures = Files.createDirectory(folder.resolve("pictures"));
        catalog = Catalog.open(folder.resolve("workspace"));
        job = new ImportImagesJob(catalog);
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void close() throws CatalogException {
        assertEquals(List.of(), catalog.check());
        runner.close();
        catalog.close();
    }

    @Test
    void anImageComesInWithWhatItsFileSays() throws Exception {
        Path file = picture("cup.png", 1, Map.of("parameters", PARAMETERS));
        ImportedImages result = run(ImportImages.of(List.of(file)));

        assertEquals(new ImportedImages(1, 0, 1, 0, List.of(), List.of()), result);
        ImageRow row = rows().getFirst();
        ImageRecord image = row.image();
        assertEquals(ContentHash.of(Files.readAllBytes(file)), image.hash());
        assertEquals(new ImageLocation.Outside(file), image.location());
        assertEquals("cup.png", image.name());
        assertEquals(8, image.width());
        assertEquals(6, image.height());
        assertEquals("png", image.format());
        assertEquals(Files.size(file), image.bytes());
        assertEquals(Origin.IMPORTED, image.origin());
        assertEquals(Optional.of("a red cup on a table"), row.prompt());
        assertEquals(Optional.of("a red cup on a table"), image.embeddedPrompt());
        assertEquals(OptionalLong.of(42), image.seed());
        assertEquals(Optional.of("dreamer"), image.model());
    }

    @Test
    void badFilesAreReportedAndTheRestGoesOn() throws Exception {
        picture("good.png", 1, Map.of());
        Files.write(pictures.resolve("empty.png"), new byte[0]);
        byte[] whole = Files.readAllBytes(picture("cut.png", 2, Map.of()));
        Files.write(pictures.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(pictures.resolve("letter.jpg"), "not a picture");
        Files.writeString(pictures.resolve("readme.md"), "not even called one");

        ImportedImages result = run(ImportImages.of(List.of(pictures, folder.resolve("no.png"))));
        assertEquals(1, result.added());
        assertEquals(1, result.skipped());
        assertEquals(
                List.of("cut.png", "empty.png", "letter.jpg", "no.png"),
                result.problems().stream()
                        .map(problem -> problem.file().getFileName().toString())
                        .toList());
        for (ImportedImages.Problem problem : result.problems()) {
            assertEquals(1, problem.reason().lines().count(), problem.reason());
            assertTrue(problem.reason().endsWith("."), problem.reason());
        }
    }

    @Test
    void theSameContentIsTakenOnce() throws Exception {
        picture("a.png", 1, Map.of());
        picture("b.png", 1, Map.of());
        assertEquals(
                new ImportedImages(1, 1, 0, 0, List.of(), List.of()),
                run(ImportImages.of(List.of(pictures))));
        assertEquals(
                new ImportedImages(0, 2, 0, 0, List.of(), List.of()),
                run(ImportImages.of(List.of(pictures))));
        assertEquals(1, rows().size());
    }

    @Test
    void aTableAndAGivenPromptGoBeforeWhatTheFileSays() throws Exception {
        Path file = picture("cup.png", 1, Map.of("parameters", PARAMETERS));
        Path table = Files.writeString(folder.resolve("p.csv"), "image,prompt\ncup.png,a mug\n");
        run(new ImportImages(List.of(file), Optional.of(table), Optional.empty(), false));
        assertEquals(Optional.of("a mug"), rows().getFirst().prompt());

        Path other = picture("other.png", 2, Map.of("parameters", PARAMETERS));
        run(new ImportImages(List.of(other), Optional.of(table), Optional.of("a jar"), false));
        assertEquals(Optional.of("a jar"), rows().getFirst().prompt());
    }

    @Test
    void aPromptThatTurnsUpLaterIsFilledInButNoneIsReplaced() throws Exception {
        Path file = picture("cup.png", 1, Map.of());
        run(ImportImages.of(List.of(file)));
        assertEquals(Optional.empty(), rows().getFirst().prompt());

        Files.writeString(pictures.resolve("cup.txt"), "a cup\n");
        assertEquals(1, run(ImportImages.of(List.of(file))).withPrompt());
        assertEquals(Optional.of("a cup"), rows().getFirst().prompt());

        run(new ImportImages(List.of(file), Optional.empty(), Optional.of("a mug"), false));
        assertEquals(Optional.of("a cup"), rows().getFirst().prompt());
    }

    @Test
    void aCopyIsKeptInTheWorkspaceAndAMovedFileIsFoundAgain() throws Exception {
        Path file = picture("cup.png", 1, Map.of());
        byte[] bytes = Files.readAllBytes(file);
        run(ImportImages.of(List.of(file)));
        Path moved = Files.move(file, pictures.resolve("moved.png"));
        run(ImportImages.of(List.of(moved)));
        assertEquals(new ImageLocation.Outside(moved), rows().getFirst().image().location());

        run(new ImportImages(List.of(moved), Optional.empty(), Optional.empty(), true));
        Files.delete(moved);
        ImageRecord image = rows().getFirst().image();
        assertEquals(new ImageLocation.Stored(), image.location());
        assertArrayEquals(bytes, Files.readAllBytes(catalog.path(image)));
    }

    @Test
    void anImportThatWasStoppedGoesOnAndCountsEveryFileOnce() throws Exception {
        for (int i = 0; i < 70; i++) {
            picture("picture" + i + ".png", i % 60, Map.of());
        }
        Path directory = stoppedAfterFirstBatch();
        assertEquals(32, rows().size());

        assertEquals(new ImportedImages(60, 10, 0, 0, List.of(), List.of()), resumed(directory));
        assertEquals(60, rows().size());
    }

    @Test
    void filesThatWereKeptJustBeforeACrashStillCountAsAdded() throws Exception {
        for (int i = 0; i < 40; i++) {
            picture("picture" + i + ".png", i, Map.of());
        }
        Path directory = stoppedAfterFirstBatch();
        Path journal = directory.resolve("files.tsv");
        List<String> announced =
                Files.readAllLines(journal).stream()
                        .filter(line -> line.startsWith("NEW"))
                        .toList();
        assertEquals(32, announced.size());
        // As after a crash between the catalogue's commit and the journal's next line, cut off in
        // the middle.
        Files.writeString(journal, String.join("\n", announced) + "\nADDED\tfal");

        assertEquals(new ImportedImages(40, 0, 0, 0, List.of(), List.of()), resumed(directory));
    }

    /** The folder of an import of all pictures that was stopped when its first batch was kept. */
    private Path stoppedAfterFirstBatch() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("job"));
        assertThrows(
                JobCancelledException.class,
                () -> job.run(ImportImages.of(List.of(pictures)), new Patience(directory, 1)));
        return directory;
    }

    private ImportedImages resumed(Path directory) throws Exception {
        return job.run(
                ImportImages.of(List.of(pictures)), new Patience(directory, Integer.MAX_VALUE));
    }

    /** A context that asks the job to stop after so many checks. */
    private static final class Patience implements JobContext {
        private final Path directory;
        private int checks;

        Patience(Path directory, int checks) {
            this.directory = directory;
            this.checks = checks;
        }

        @Override
        public Path directory() {
            return directory;
        }

        @Override
        public boolean resumed() {
            return true;
        }

        @Override
        public void progress(String stage, long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public boolean cancelled() {
            return checks <= 0;
        }

        @Override
        public void checkCancelled() throws JobCancelledException {
            if (checks-- <= 0) {
                throw new JobCancelledException();
            }
        }

        @Override
        public void record(long step, Map<String, Double> values) {}

        @Override
        public long runId() {
            return 1;
        }
    }

    private ImportedImages run(ImportImages parameters) throws Exception {
        JobOutcome<ImportedImages> outcome = runner.run(job, parameters);
        if (outcome instanceof JobOutcome.Done<ImportedImages>(long _, ImportedImages result)) {
            return result;
        }
        throw new AssertionError(outcome.toString());
    }

    /** Newest first. */
    private List<ImageRow> rows() throws CatalogException {
        return catalog.images().page(ImageFilter.all(), ImageSort.NEWEST, 0, 1000);
    }

    /** A picture of 8 x 6 pixels whose content depends on the number alone. */
    private Path picture(String name, int number, Map<String, String> texts) throws IOException {
        byte[] rgb = new byte[8 * 6 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (number * 37 + i);
        }
        return Files.write(pictures.resolve(name), ImageEncoding.png(new Pixels(8, 6, rgb), texts));
    }
}
