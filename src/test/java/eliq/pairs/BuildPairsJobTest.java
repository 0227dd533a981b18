package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Origin;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.generate.FixedGenerators;
import eliq.generate.GenerationRequest;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.BuildPairs.OwnImage;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.pairs.TrainingTuples.Selection;
import eliq.pairs.TrainingTuples.TrainingTuple;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPairsJobTest {
    @TempDir Path folder;
    private Catalog catalog;
    private Pictures pictures;
    private final PatternPainter painter = new PatternPainter();
    private JobRunner runner;
    private BuildPairsJob job;
    private AuditPairsJob audit;

    private static final List<PromptText> PROMPTS =
            Stream.of(
                            "a red car in a street",
                            "a red bowl of soup",
                            "red flowers under trees",
                            "children with red kites")
                    .map(text -> new PromptText(text, List.of(Category.FOOD)))
                    .toList();

    @BeforeEach
    void open() throws Exception {
        open(folder.resolve("workspace"));
    }

    private void open(Path workspace) throws Exception {
        catalog = Catalog.open(workspace);
        pictures = new Pictures(catalog, 0);
        job =
                new BuildPairsJob(
                        catalog,
                        pictures,
                        FixedGenerators.of(painter),
                        new PlainVariants(),
                        new LexiconDistance(Lexicon.shipped()));
        audit = new AuditPairsJob(catalog, pictures);
        runner = new JobRunner(catalog, List.of(job, audit), "test", Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
    }

    private static BuildPairs parameters(String set) {
        return BuildPairs.of(set, Source.Prompts.by("pattern", PROMPTS), TupleMakerTest.small(1));
    }

    private BuildPairs.Result done(JobOutcome<?> outcome) {
        JobOutcome.Done<?> done =
                assertInstanceOf(JobOutcome.Done.class, outcome, outcome::toString);
        return (BuildPairs.Result) done.result();
    }

    @Test
    void theSetHoldsATupleForEachPromptWithEveryNegative() throws Exception {
        BuildPairs.Result result = done(runner.run(job, parameters("one")));
        assertEquals(4, result.tuples());
        assertEquals(36, result.negatives());
        assertEquals(List.of(), result.skipped());
        for (Tuple tuple : catalog.tuples().all(result.setId())) {
            assertEquals(3, tuple.negatives(Aspect.TECHNICAL).size());
            assertEquals(3, tuple.negatives(Aspect.AESTHETIC).size());
            assertEquals(3, tuple.negatives(Aspect.ALIGNMENT).size());
            assertEquals("pattern", tuple.generator());
            assertEquals(java.util.Set.of("Food"), tuple.prompt().categories());
        }
    }

    @Test
    void storedNegativesAreRemadeFromTheirRecipesToTheByte() throws Exception {
        BuildPairs.Result result = done(runner.run(job, parameters("one")));
        Tuple tuple = catalog.tuples().all(result.setId()).getFirst();
        Pixels positive = pictures.pixels(tuple.positive());
        for (Negative negative : tuple.negatives()) {
            if (negative.content() instanceof NegativeContent.Image image) {
                assertArrayEquals(
                        pictures.pixels(image.hash()).rgb(),
                        Recipes.remake(negative.recipe(), positive, FixedGenerators.of(painter))
                                .rgb(),
                        negative.recipe().operation());
            }
        }
    }

    @Test
    void buildingAgainAddsNothingAndDrawsNothing() throws Exception {
        done(runner.run(job, parameters("one")));
        int drawn = painter.requests().size();
        long files = files();
        BuildPairs.Result again = done(runner.run(job, parameters("one")));
        assertEquals(4, again.tuples());
        assertEquals(drawn, painter.requests().size());
        assertEquals(files, files());
    }

    @Test
    void aBuildThatBrokeDownGoesOnWithoutDrawingAnythingTwice() throws Exception {
        painter.failAfter(13);
        JobOutcome<?> broken = runner.run(job, parameters("one"));
        JobOutcome.Failed<?> failed = assertInstanceOf(JobOutcome.Failed.class, broken);
        assertTrue(failed.reason().contains("run out of paint"), failed.reason());
        assertEquals(13, painter.requests().size());

        painter.repair();
        BuildPairs.Result result = done(runner.resume(failed.id()));
        assertEquals(4, result.tuples());
        assertEquals(
                painter.requests().size(), new HashSet<>(painter.requests()).size(), "drawn twice");
        List<Tuple> resumed = catalog.tuples().all(result.setId());

        close();
        open(folder.resolve("uninterrupted"));
        BuildPairs.Result straight = done(runner.run(job, parameters("one")));
        assertEquals(contents(catalog.tuples().all(straight.setId())), contents(resumed));
    }

    @Test
    void theSameNameForOtherSettingsIsRefused() throws Exception {
        done(runner.run(job, parameters("one")));
        BuildPairs other =
                BuildPairs.of(
                        "one", Source.Prompts.by("pattern", PROMPTS), TupleMakerTest.small(2));
        JobOutcome.Failed<?> failed =
                assertInstanceOf(JobOutcome.Failed.class, runner.run(job, other));
        assertTrue(failed.reason().contains("\"one\""), failed.reason());
    }

    @Test
    void ownImagesStayWhereTheyAreAndABadOneDoesNotStopTheRest() throws Exception {
        List<OwnImage> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Path file = folder.resolve("mine-" + i + ".png");
            Pixels pixels =
                    PatternPainter.draw(
                            new GenerationRequest(
                                    "mine", i, 64, 64, new GenerationRequest.Quality.Full()));
            Files.write(file, ImageEncoding.png(pixels));
            images.add(new OwnImage(file, PROMPTS.get(i).text()));
        }
        Path bad = Files.write(folder.resolve("bad.png"), new byte[0]);
        images.add(2, new OwnImage(bad, "an empty file"));
        BuildPairs own =
                BuildPairs.of(
                        "own",
                        new Source.OwnImages(images, Optional.empty()),
                        TupleMakerTest.small(1));
        BuildPairs.Result result = done(runner.run(job, own));
        assertEquals(4, result.tuples());
        assertEquals(16, result.negatives());
        assertEquals(1, result.skipped().size());
        assertTrue(result.skipped().getFirst().contains("bad.png"));
        Tuple tuple = catalog.tuples().all(result.setId()).getFirst();
        var positive = catalog.images().find(tuple.positive()).orElseThrow();
        assertEquals(Origin.IMPORTED, positive.origin());
        assertEquals(images.getFirst().file(), catalog.path(positive));

        long files = files();
        assertEquals(4, done(runner.run(job, own)).tuples());
        assertEquals(files, files());
    }

    @Test
    void aLargeOwnImageStandsInByAReducedCopyOfTheSameSizeAsItsNegatives() throws Exception {
        Path file = folder.resolve("large.png");
        Pixels pixels = PatternPainter.draw(GenerationRequest.of("large", 1));
        Files.write(file, ImageEncoding.png(pixels));
        List<OwnImage> images = List.of(new OwnImage(file, "a red car"));
        BuildPairs own =
                BuildPairs.of(
                        "own",
                        new Source.OwnImages(images, Optional.empty()),
                        TupleMakerTest.small(1));
        BuildPairs.Result result = done(runner.run(job, own));
        Tuple tuple = catalog.tuples().all(result.setId()).getFirst();
        assertEquals(64, pictures.pixels(tuple.positive()).width());
        for (Negative negative : tuple.negatives()) {
            if (negative.content() instanceof NegativeContent.Image image) {
                assertEquals(64, pictures.pixels(image.hash()).width());
            }
        }
        assertEquals(1, done(runner.run(job, own)).tuples());
    }

    @Test
    void rejectedNegativesAreLeftOutOfTraining() throws Exception {
        BuildPairs.Result result = done(runner.run(job, parameters("one")));
        Tuple first = catalog.tuples().all(result.setId()).getFirst();
        Negative bad = first.negatives().getFirst();
        catalog.tuples().judge(bad.id(), Verdict.REJECTED, "looks better");
        catalog.tuples().judge(first.negatives().get(1).id(), Verdict.ACCEPTED, "");
        List<TrainingTuple> tuples = TrainingTuples.read(catalog, pictures, "one", Selection.ALL);
        assertEquals(35, tuples.stream().mapToInt(t -> t.negatives().size()).sum());
        assertTrue(tuples.getFirst().negatives().stream().noneMatch(n -> n.id() == bad.id()));
        for (Negative negative : first.negatives()) {
            catalog.tuples().judge(negative.id(), Verdict.REJECTED, "");
        }
        assertEquals(3, TrainingTuples.read(catalog, pictures, "one", Selection.ALL).size());
    }

    @Test
    void trainingCanReadOneAspectAndBothSidesOfASplit() throws Exception {
        done(runner.run(job, parameters("one")));
        Selection technical =
                new Selection(
                        EnumSet.of(Aspect.TECHNICAL), EnumSet.allOf(eliq.catalog.Family.class));
        List<TrainingTuple> tuples = TrainingTuples.read(catalog, pictures, "one", technical);
        assertEquals(12, tuples.stream().mapToInt(t -> t.negatives().size()).sum());
        List<String> texts = PROMPTS.stream().map(PromptText::text).toList();
        var sides = TrainingTuples.split(tuples, PromptSplit.of(texts, 0.25, 3));
        assertEquals(3, sides.training().size());
        assertEquals(1, sides.heldOut().size());
    }

    @Test
    void anAuditCountsAndFindsNothingInASoundSet() throws Exception {
        done(runner.run(job, parameters("one")));
        AuditPairs.Report report = audit();
        assertEquals(4, report.tuples());
        assertEquals(36, report.negatives());
        assertEquals(4, report.byCategory().get("Food"));
        assertEquals(12, report.byAspect().get("technical"));
        assertEquals(12, report.byFamily().get("conventional"));
        assertEquals(4, report.byOperation().get("repeated-jpeg-noise"));
        assertEquals(List.of(), report.findings());
    }

    @Test
    void anAuditFindsAFileThatIsGone() throws Exception {
        BuildPairs.Result result = done(runner.run(job, parameters("one")));
        Tuple tuple = catalog.tuples().all(result.setId()).getFirst();
        Negative negative = tuple.negatives().getFirst();
        var image = (NegativeContent.Image) negative.content();
        Files.delete(catalog.objects().path(image.hash()));
        AuditPairs.Report report = audit();
        assertEquals(1, report.findings().size());
        assertEquals(AuditPairs.Problem.UNREADABLE, report.findings().getFirst().problem());
        assertEquals(negative.id(), report.findings().getFirst().negative());
    }

    private AuditPairs.Report audit() throws Exception {
        JobOutcome.Done<?> done =
                assertInstanceOf(JobOutcome.Done.class, runner.run(audit, new AuditPairs("one")));
        return (AuditPairs.Report) done.result();
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("workspace/objects"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static List<List<Object>> contents(List<Tuple> tuples) {
        List<List<Object>> contents = new ArrayList<>();
        for (Tuple tuple : tuples) {
            List<Object> one = new ArrayList<>(List.of(tuple.prompt().text(), tuple.positive()));
            tuple.negatives().forEach(n -> one.addAll(List.of(n.recipe(), n.content())));
            contents.add(one);
        }
        return contents;
    }
}
