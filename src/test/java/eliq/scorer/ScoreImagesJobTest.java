package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.critic.Critic;
import eliq.critic.Instructions;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreImagesJobTest {
    private static final NetworkSettings SMALL = new NetworkSettings(0, 16, 1, 2, 32, 0);
    private static final TrainingSettings SHORT =
            new TrainingSettings(1, true, 0.3, 3e-3, 0.01, 1, 5, 1, 8, 0, 0.25, 3);

    @TempDir Path folder;
    private final FakeBackbone backbone = new FakeBackbone("fake", "d".repeat(64));
    private Path scorer;
    private Catalog catalog;
    private ScoreImagesJob job;
    private JobRunner runner;

    @BeforeEach
    void aCatalogueAndAScorer() throws Exception {
        List<EmbeddedTuple> tuples = new Synthetic(1).tuples(8);
        TrainedNetwork trained =
                ScorerTrainer.train(tuples, SMALL, SHORT, Optional.empty(), epoch -> {});
        scorer = folder.resolve("scorer");
        Critic critic = new Critic(backbone, Instructions.DEFAULT);
        Scorer.save(
                scorer,
                ScorerCard.of("tiny", CriticChoice.of(folder), critic, trained, tuples),
                trained,
                tuples);
        catalog = Catalog.open(folder.resolve("workspace"));
        job = new ScoreImagesJob(catalog, new FakeBackbones(backbone));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        runner.close();
        catalog.close();
    }

    private Path grey(int level) throws Exception {
        return Files.write(
                folder.resolve("grey-" + level + ".png"),
                ImageEncoding.png(FakeBackbone.grey(level)));
    }

    private List<ScoredImage> run(List<Path> images, Optional<String> prompt) throws Exception {
        JobOutcome<ScoreImagesResult> outcome =
                runner.run(
                        job,
                        new ScoreImagesParameters(
                                images, prompt, Optional.empty(), scorer, Optional.empty()));
        assertInstanceOf(JobOutcome.Done.class, outcome, outcome.toString());
        return ScoredImage.readAll(((JobOutcome.Done<ScoreImagesResult>) outcome).result().rows());
    }

    @Test
    void aBadFileGetsASentenceAndTheRestGoesOn() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        Path absent = folder.resolve("absent.png");
        List<Path> images = List.of(grey(200), empty, text, absent, grey(100));
        List<ScoredImage> rows = run(images, Optional.of("a cat"));
        assertEquals(images, rows.stream().map(ScoredImage::image).toList());
        for (int i = 1; i <= 3; i++) {
            String error = rows.get(i).error().orElseThrow();
            assertTrue(error.contains(images.get(i).getFileName().toString()), error);
            assertEquals(Optional.empty(), rows.get(i).visual());
        }
        for (int i : new int[] {0, 4}) {
            assertEquals(Optional.empty(), rows.get(i).error());
            assertTrue(rows.get(i).alignment().isPresent());
        }
    }

    @Test
    void anImageThatTheModelRefusesIsNamedAndThoseBesideItAreScored() throws Exception {
        List<Path> images = List.of(grey(200), grey(FakeBackbone.REFUSED), grey(100));
        List<ScoredImage> rows = run(images, Optional.of("a cat"));
        String error = rows.get(1).error().orElseThrow();
        assertTrue(error.contains("grey-251.png"), error);
        assertTrue(error.contains("a number grew too large"), error);
        assertTrue(rows.get(0).visual().isPresent());
        assertTrue(rows.get(2).visual().isPresent());
    }

    @Test
    void whatIsScoredAloneHasTheSameDigitsInABatch() throws Exception {
        List<Path> images = new ArrayList<>();
        for (int level = 20; level < 250; level += 20) {
            images.add(grey(level));
        }
        List<ScoredImage> together = run(images, Optional.of("a cat"));
        for (int i = 0; i < images.size(); i++) {
            assertEquals(
                    together.get(i), run(List.of(images.get(i)), Optional.of("a cat")).getFirst());
        }
    }

    @Test
    void withoutAPromptItSaysWhyThereIsNoAlignment() throws Exception {
        ScoredImage row = run(List.of(grey(150)), Optional.empty()).getFirst();
        assertTrue(row.visual().isPresent());
        assertEquals(Optional.empty(), row.alignment());
        assertEquals(Optional.empty(), row.alignmentHigh());
        assertFalse(row.note().orElseThrow().isBlank());
    }

    @Test
    void imagesOfTheCatalogueKeepTheirScore() throws Exception {
        ContentHash known = GreyTuples.image(catalog, 120);
        ScoredImage row = run(List.of(grey(120)), Optional.of("a cat")).getFirst();
        assertEquals(
                row.visual().orElseThrow(), catalog.scores().ofImage(known).getFirst().visual());
    }

    @Test
    void goesOnBehindTheLastRowAndDropsATornOne() throws Exception {
        Path file = folder.resolve("scores.jsonl");
        ScoredImage row = ScoredImage.failed(folder.resolve("a.png"), "no");
        try (ScoredRows rows = ScoredRows.open(file)) {
            rows.add(row);
        }
        Files.writeString(file, Files.readString(file) + "{\"image\": \"b");
        try (ScoredRows rows = ScoredRows.open(file)) {
            assertEquals(1, rows.count());
            rows.add(row);
            assertEquals(new ScoreImagesResult(0, 2, file), rows.result());
        }
        assertEquals(List.of(row, row), ScoredImage.readAll(file));
    }
}
