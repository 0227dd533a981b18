package eliq.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobContext;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureImagesJobTest {

    /** The mean level; none for a black picture. Counts what it is asked. */
    private record Brightness(String name, boolean needsPrompt, List<String> asked)
            implements MetricSource, ImageMetric {
        @Override
        public MetricFacts facts() {
            return new MetricFacts(name, name, false, needsPrompt, "a test");
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ImageMetric open() {
            return this;
        }

        @Override
        public MetricSource at(String place) {
            return new Brightness(name, needsPrompt, asked);
        }

        @Override
        public String parameters() {
            return "built in";
        }

        @Override
        public MetricScore score(Pixels image, Optional<String> prompt) {
            asked.add(prompt.orElse("-"));
            long sum = 0;
            for (byte value : image.rgb()) {
                sum += value & 0xFF;
            }
            return sum == 0
                    ? new MetricScore.None("it is black")
                    : new MetricScore.Value((double) sum / image.rgb().length);
        }

        @Override
        public void close() {}
    }

    @TempDir Path folder;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Metrics metrics =
            new Metrics(
                    List.of(
                            new Brightness("light", false, asked),
                            new Brightness("worded", true, asked)));
    private final MeasureImagesJob job = new MeasureImagesJob(metrics);
    private Catalog catalog;
    private JobRunner runner;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
    }

    private Path grey(int level) throws Exception {
        byte[] rgb = new byte[3 * 20 * 10];
        Arrays.fill(rgb, (byte) level);
        return Files.write(
                folder.resolve("grey-" + level + ".png"),
                ImageEncoding.png(new Pixels(20, 10, rgb)));
    }

    private MeasureImagesResult run(List<String> names, List<Path> images, Optional<String> prompt)
            throws Exception {
        JobOutcome<MeasureImagesResult> outcome =
                runner.run(
                        job, new MeasureImagesParameters(names, images, prompt, Optional.empty()));
        assertInstanceOf(JobOutcome.Done.class, outcome, outcome.toString());
        return ((JobOutcome.Done<MeasureImagesResult>) outcome).result();
    }

    @Test
    void aBadFileGetsASentenceAndTheRestGoesOnInOrder() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        List<Path> images = List.of(grey(200), empty, text, folder.resolve("absent.png"), grey(9));
        MeasureImagesResult result = run(List.of("light"), images, Optional.empty());
        List<MeasuredImage> rows = MeasuredImage.readAll(result.rows());
        assertEquals(images, rows.stream().map(MeasuredImage::image).toList());
        assertEquals(2, result.measured());
        assertEquals(3, result.failed());
        assertEquals(Map.of("light", 200.0), rows.get(0).scores());
        assertEquals(Map.of("light", 9.0), rows.get(4).scores());
        for (int i = 1; i <= 3; i++) {
            String error = rows.get(i).errors().get("");
            assertTrue(error.contains(images.get(i).getFileName().toString()), error);
        }
    }

    @Test
    void aMetricWithoutAScoreSaysWhyAndTheOtherStillScores() throws Exception {
        MeasureImagesResult result =
                run(List.of("light", "worded"), List.of(grey(0), grey(5)), Optional.of("a fox"));
        List<MeasuredImage> rows = MeasuredImage.readAll(result.rows());
        assertEquals(Map.of("light", "it is black", "worded", "it is black"), rows.get(0).errors());
        assertEquals(Map.of("light", 5.0, "worded", 5.0), rows.get(1).scores());
        assertEquals(Optional.of("a fox"), rows.get(1).prompt());
        assertEquals(List.of("a fox"), asked.stream().distinct().toList());
    }

    @Test
    void manyFilesSideBySideKeepTheirOrder() throws Exception {
        List<Path> images = new ArrayList<>();
        for (int level = 1; level < 60; level++) {
            images.add(grey(level));
        }
        MeasureImagesResult result = run(List.of("light"), images, Optional.empty());
        List<Double> values =
                MeasuredImage.readAll(result.rows()).stream()
                        .map(row -> row.scores().get("light"))
                        .collect(Collectors.toList());
        for (int level = 1; level < 60; level++) {
            assertEquals(level, values.get(level - 1));
        }
    }

    @Test
    void aKilledJobGoesOnBehindItsLastWholeRow() throws Exception {
        List<Path> images = List.of(grey(1), grey(2), grey(3));
        MeasureImagesParameters parameters =
                new MeasureImagesParameters(
                        List.of("light"), images, Optional.empty(), Optional.empty());
        Path directory = Files.createDirectories(folder.resolve("job"));
        job.run(parameters, context(directory));
        Path rows = directory.resolve("scores.jsonl");
        List<String> whole = Files.readAllLines(rows);
        Files.writeString(rows, whole.get(0) + "\n" + whole.get(1).substring(0, 20));
        asked.clear();
        MeasureImagesResult result = job.run(parameters, context(directory));
        assertEquals(whole, Files.readAllLines(result.rows()));
        assertEquals(2, asked.size());
    }

    /** A job's surroundings that only know its folder. */
    private static JobContext context(Path directory) {
        return (JobContext)
                Proxy.newProxyInstance(
                        MeasureImagesJobTest.class.getClassLoader(),
                        new Class<?>[] {JobContext.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("directory") ? directory : null);
    }

    @Test
    void aMetricThatIsNotThereIsAnsweredWithThoseThatAre() {
        String message =
                assertThrows(MetricException.class, () -> metrics.open("dark")).getMessage();
        assertTrue(message.contains("light, worded"), message);
    }

    @Test
    void parametersFromElsewhereAreTakenByEquals() throws Exception {
        assertEquals("light", metrics.wished("light=somewhere").facts().name());
    }
}
