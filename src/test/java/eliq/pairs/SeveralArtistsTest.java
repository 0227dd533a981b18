package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Drawing;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.FixedGenerators;
import eliq.generate.GenerationRequest;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.BuildPairs.Artists;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.pairs.BuildPlan.Share;
import eliq.prompts.Lexicon;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets drawn by several generators, weak ones and an editor. */
class SeveralArtistsTest {
    private static final List<PromptText> PROMPTS =
            List.of(
                    PromptText.of("a red car in a street"),
                    PromptText.of("a red bowl of soup"),
                    PromptText.of("children with red kites"));

    @TempDir Path folder;
    private Catalog catalog;
    private Pictures pictures;
    private BuildPairsJob job;
    private JobRunner runner;
    private final PatternPainter one =
            new PatternPainter("one", EnumSet.of(QualityKind.FULL, QualityKind.EARLY_STOPPED));
    private final PatternPainter two =
            new PatternPainter("two", EnumSet.of(QualityKind.FULL, QualityKind.EARLY_STOPPED));
    private final PatternPainter three = new PatternPainter();
    private final PatternPainter weakest =
            new PatternPainter("weakest", EnumSet.of(QualityKind.FULL));
    private final PatternPainter weak = new PatternPainter("weak", EnumSet.of(QualityKind.FULL));
    private final PatternEditor editor = new PatternEditor();
    private final FixedGenerators everybody =
            new FixedGenerators(List.of(one, two, three, weakest, weak), List.of(editor));

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder);
        pictures = new Pictures(catalog, 0);
        job =
                new BuildPairsJob(
                        catalog,
                        pictures,
                        everybody,
                        new PlainVariants(),
                        new LexiconDistance(Lexicon.shipped()));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
    }

    private static BuildPairs parameters() {
        return BuildPairs.of(
                "three",
                new Source.Prompts(PROMPTS, List.of("one", "two", "pattern")),
                new Artists(List.of("weakest", "weak"), Optional.of("pattern-editor")),
                TupleMakerTest.small(1));
    }

    private BuildPairs.Result build(BuildPairs parameters) throws Exception {
        JobOutcome<BuildPairs.Result> outcome = runner.run(job, parameters);
        return assertInstanceOf(JobOutcome.Done.class, outcome, outcome::toString).result()
                        instanceof BuildPairs.Result result
                ? result
                : null;
    }

    private Map<String, Long> drawn() {
        Map<String, Long> drawn = new TreeMap<>();
        for (PatternPainter painter : List.of(one, two, three, weakest, weak)) {
            drawn.put(painter.name(), (long) painter.requests().size());
        }
        drawn.put(editor.name(), (long) editor.requests().size());
        return drawn;
    }

    private static Map<String, Long> missing(BuildPlan plan) {
        Map<String, Long> missing = new TreeMap<>();
        plan.drawings().forEach(share -> missing.merge(share.artist(), share.missing(), Long::sum));
        return missing;
    }

    @Test
    void eachPromptHasAPositiveByEachGeneratorWithEveryKindOfNegative() throws Exception {
        BuildPairs.Result result = build(parameters());
        assertEquals(9, result.tuples());
        assertEquals(81, result.negatives());
        assertEquals(
                Map.of("one", 3L, "two", 3L, "pattern", 3L),
                catalog.tuples().generators(result.setId()));
        HashSet<Object> positives = new HashSet<>();
        for (Tuple tuple : catalog.tuples().all(result.setId())) {
            assertTrue(positives.add(tuple.positive()), "two generators, one picture");
            for (Family family : Family.values()) {
                for (Aspect aspect : Aspect.values()) {
                    assertTrue(
                            tuple.negatives(aspect).stream()
                                    .anyMatch(n -> n.recipe().family() == family));
                }
            }
        }
    }

    @Test
    void thePlanSaysWhatHappensAndTheSecondPlanThatNothingWill() throws Exception {
        BuildPlan plan = job.plan(parameters());
        assertEquals(9, plan.tuples());
        assertEquals(3, plan.prompts());
        assertEquals(9 * 7, plan.images());
        assertEquals(9L, plan.local().get(NegativeKind.DISTORTED));
        assertTrue(plan.unmeasured().contains("one"));
        build(parameters());
        assertEquals(missing(plan), drawn());

        BuildPlan after = job.plan(parameters());
        assertEquals(0, after.missing());
        assertEquals(plan.images(), after.images());
        assertEquals(List.of(), after.unmeasured());
        Map<String, Long> before = drawn();
        build(parameters());
        assertEquals(before, drawn());
    }

    @Test
    void aBuildThatBrokeDownIsPlannedAndMadeToItsEnd() throws Exception {
        two.failAfter(4);
        assertInstanceOf(JobOutcome.Failed.class, runner.run(job, parameters()));
        two.repair();
        BuildPlan rest = job.plan(parameters());
        Map<String, Long> before = drawn();
        assertTrue(rest.missing() > 0 && rest.missing() < rest.images());
        assertEquals(81, build(parameters()).negatives());
        Map<String, Long> more = new TreeMap<>();
        drawn().forEach((name, count) -> more.put(name, count - before.get(name)));
        assertEquals(missing(rest), more);
        assertEquals(two.requests().size(), new HashSet<>(two.requests()).size(), "drawn twice");
    }

    @Test
    void oneModelDrawsAllOfItsPicturesBeforeTheNext() throws Exception {
        build(parameters());
        List<String> order =
                catalog.drawings().recent("one", 100).stream().map(Drawing::artist).toList();
        assertEquals(3 * 5, order.size());
        var lastOfOne = catalog.drawings().recent("one", 1).getFirst().drawn();
        var firstOfTwo = catalog.drawings().recent("two", 100).getLast().drawn();
        assertTrue(!lastOfOne.isAfter(firstOfTwo));
    }

    @Test
    void weakGeneratorsAndTheEditorAreNamedInTheRecipes() throws Exception {
        BuildPairs.Result result = build(parameters());
        for (Tuple tuple : catalog.tuples().all(result.setId())) {
            for (Negative negative : tuple.negatives()) {
                Making making = Recipes.read(negative.recipe());
                switch (Recipes.kind(negative.recipe())) {
                    case "edited" -> {
                        Making.Edited edited = assertInstanceOf(Making.Edited.class, making);
                        assertEquals("pattern-editor", edited.editor());
                        assertTrue(edited.instruction().contains("Keep every object"));
                        assertEquals("instructed-edit", negative.recipe().operation());
                    }
                    case "weak-generator" -> {
                        Making.Drawn drawn = assertInstanceOf(Making.Drawn.class, making);
                        double rank = drawn.generator().equals("weakest") ? 1 : 0.5;
                        assertEquals(rank, negative.recipe().strength());
                        assertInstanceOf(
                                GenerationRequest.Quality.Full.class, drawn.request().quality());
                    }
                    case "changed-image" ->
                            assertEquals(
                                    tuple.generator(),
                                    assertInstanceOf(Making.Drawn.class, making).generator());
                    default -> {}
                }
                if (negative.content() instanceof NegativeContent.Image image) {
                    assertArrayEquals(
                            pictures.pixels(image.hash()).rgb(),
                            Recipes.remake(
                                            negative.recipe(),
                                            pictures.pixels(tuple.positive()),
                                            everybody)
                                    .rgb(),
                            negative.recipe().operation());
                }
            }
        }
    }

    @Test
    void whatAnEditorAndItsServerSaidIsKept() throws Exception {
        BuildPairs.Result result = build(parameters());
        Tuple tuple = catalog.tuples().all(result.setId()).getFirst();
        Negative edited =
                tuple.negatives().stream()
                        .filter(n -> n.recipe().operation().equals("instructed-edit"))
                        .findFirst()
                        .orElseThrow();
        var image = ((NegativeContent.Image) edited.content()).hash();
        assertEquals(
                Optional.of("patterns.bin"), catalog.images().find(image).orElseThrow().model());
        Drawing drawing = catalog.drawings().of(image).getFirst();
        assertEquals(40, drawing.took().toMillis());
        assertTrue(drawing.details().contains("\"workflow\":{\"nodes\":3}"), drawing.details());
        assertTrue(drawing.request().contains(tuple.positive().hex()));
    }

    @Test
    void aPictureThatFailsCostsItsTupleAloneAndIsTriedAgainTheNextTime() throws Exception {
        two.refuse("soup");
        BuildPairs.Result first = build(parameters());
        assertEquals(8, first.tuples());
        assertEquals(List.of("No picture came of soup."), first.skipped());
        two.refuse("");
        assertEquals(9, build(parameters()).tuples());
    }

    @Test
    void whatNobodyCanDrawIsSaidInThePlan() throws Exception {
        BuildPairs alone =
                BuildPairs.of(
                        "alone",
                        new Source.Prompts(PROMPTS, List.of("one")),
                        TupleMakerTest.small(1));
        BuildPlan plan = job.plan(alone);
        assertEquals(
                Map.of("one cannot draw less well; name weak generators for weak-generator.", 3L),
                plan.impossible());
        assertEquals(3 * 8, build(alone).negatives());
    }

    @Test
    void aRefreshedSetStandsBesideTheOldOneWithTheSamePromptsAndSeeds() throws Exception {
        BuildPairs old =
                BuildPairs.of(
                        "old", Source.Prompts.by("pattern", PROMPTS), TupleMakerTest.small(1));
        long oldId = build(old).setId();
        BuildPairs anew =
                new RefreshPairs(catalog)
                        .of(
                                "old",
                                List.of("two"),
                                Optional.empty(),
                                Optional.of("2027"),
                                Optional.of(new Artists(List.of("weak"), Optional.empty())),
                                Optional.empty());
        assertEquals("old@2027", anew.set());
        long newId = build(anew).setId();
        TupleSet set = catalog.tuples().findSet("old@2027").orElseThrow();
        assertEquals(List.of(set), catalog.tuples().ofEra("2027"));
        assertEquals(oldId, set.refreshes().getAsLong());
        assertEquals("pattern", catalog.tuples().findSet("old").orElseThrow().era());
        List<Tuple> before = catalog.tuples().all(oldId);
        List<Tuple> after = catalog.tuples().all(newId);
        assertEquals(
                before.stream().map(t -> t.prompt().id()).toList(),
                after.stream().map(t -> t.prompt().id()).toList());
        assertEquals(List.of("two", "two", "two"), after.stream().map(Tuple::generator).toList());
        assertEquals(
                before.getFirst().negatives(Aspect.TECHNICAL).getFirst().recipe(),
                after.getFirst().negatives(Aspect.TECHNICAL).getFirst().recipe());
    }

    @Test
    void oneDrawingByEachMeasuresItsRate() throws Exception {
        List<String> said = new java.util.ArrayList<>();
        job.measure(parameters(), job.plan(parameters()).unmeasured(), said::add);
        BuildPlan plan = job.plan(parameters());
        assertEquals(List.of(), plan.unmeasured());
        assertEquals(6, plan.images() - plan.missing());
        Share edits =
                plan.drawings().stream()
                        .filter(share -> share.artist().equals("pattern-editor"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(40, edits.each().orElseThrow().toMillis());
        assertEquals(8 * 40, edits.time().orElseThrow().toMillis());
        assertEquals(6, said.size());
    }
}
