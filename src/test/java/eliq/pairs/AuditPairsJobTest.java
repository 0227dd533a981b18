package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.NewTuple.NewNegative;
import eliq.catalog.Origin;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.painter.Painter;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.AuditPairs.Cell;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Problem;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit sees in pairs that something is wrong with, and that it sees nothing in sound ones. */
class AuditPairsJobTest {
    private static final String CARS = "two red cars on a city street at night";
    private static final String FRUIT = "a bowl of fruit on a wooden table";

    @TempDir Path folder;
    private Catalog catalog;
    private Pictures pictures;
    private AuditPairsJob audit;
    private JobRunner runner;
    private long set;
    private Pixels cars;
    private Pixels fruit;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder);
        pictures = new Pictures(catalog, 0);
        audit = new AuditPairsJob(catalog, pictures);
        runner = new JobRunner(catalog, List.of(audit), "test", Runnable::run);
        set = catalog.tuples().createSet("set", "{}", "2026", OptionalLong.empty()).id();
        catalog.prompts().add(NewPrompt.of("something else", "test"));
        cars = painted(CARS);
        fruit = painted(FRUIT);
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
    }

    private static Pixels painted(String prompt) throws Exception {
        return new Painter()
                .generate(new GenerationRequest(prompt, 3, 128, 128, new Quality.Full()));
    }

    private ContentHash keep(Pixels pixels, long prompt) throws Exception {
        return pictures.keep(
                pixels,
                new Pictures.Details(
                        "x.png",
                        Origin.DERIVED,
                        prompt,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    private NewNegative degraded(Pixels positive, Degradation degradation, Pixels result)
            throws Exception {
        NegativeKind kind =
                degradation.aspect() == Aspect.TECHNICAL
                        ? NegativeKind.DISTORTED
                        : NegativeKind.EDITED;
        Recipe recipe =
                Recipes.write(kind, new Making.Degraded(degradation), degradation.strength(), 1);
        return new NewNegative(recipe, new NegativeContent.Image(keep(result, 1)));
    }

    private NewNegative degraded(Pixels positive, Operation operation, double strength)
            throws Exception {
        Degradation degradation = Degradation.of(operation, strength, 5);
        return degraded(positive, degradation, degradation.apply(positive));
    }

    private static NewNegative wrong(NegativeKind kind, String text, double distance) {
        return new NewNegative(
                Recipes.write(kind, new Making.WrongPrompt(text, distance), distance, 1),
                new NegativeContent.WrongPrompt(text));
    }

    private long tuple(String prompt, Pixels positive, NewNegative... negatives) throws Exception {
        return tuple(prompt, positive, "painter", negatives);
    }

    private long tuple(String prompt, Pixels positive, String generator, NewNegative... negatives)
            throws Exception {
        long id = catalog.prompts().add(new NewPrompt(prompt, "test", Set.of("Food"))).id();
        return catalog.tuples()
                .addAll(
                        set,
                        List.of(
                                new NewTuple(
                                        id, keep(positive, id), generator, List.of(negatives))))
                .getFirst();
    }

    private AuditPairs.Report report() throws Exception {
        JobOutcome<AuditPairs.Report> outcome = runner.run(audit, new AuditPairs("set"));
        return (AuditPairs.Report) assertInstanceOf(JobOutcome.Done.class, outcome).result();
    }

    private Set<Problem> problems() throws Exception {
        return report().findings().stream().map(Finding::problem).collect(Collectors.toSet());
    }

    @Test
    void soundPairsAreCountedByEverythingAndNotSuspected() throws Exception {
        tuple(
                CARS,
                cars,
                degraded(cars, Operation.REPEATED_JPEG_NOISE, 0.4),
                degraded(cars, Operation.REPEATED_JPEG_NOISE, 0.8),
                degraded(cars, Operation.TILT, 0.5),
                wrong(NegativeKind.SHUFFLED_PROMPT, FRUIT, 0.9));
        tuple(FRUIT, fruit, degraded(fruit, Operation.COLOUR_CAST, 0.5));
        Tuple first = catalog.tuples().all(set).getFirst();
        catalog.tuples().judge(first.negatives().getFirst().id(), Verdict.REJECTED, "");
        AuditPairs.Report report = report();
        assertEquals(List.of(), report.findings());
        assertEquals("2026", report.era());
        assertEquals(Map.of("Food", 2L), report.byCategory());
        assertEquals(Map.of("painter", 2L), report.byGenerator());
        assertEquals(
                List.of(
                        new Cell(
                                "painter",
                                "conventional",
                                "technical",
                                "distorted",
                                "local operations",
                                2,
                                0,
                                1,
                                0),
                        new Cell(
                                "painter",
                                "conventional",
                                "aesthetic",
                                "edited",
                                "local operations",
                                2,
                                0,
                                0,
                                0),
                        new Cell(
                                "painter",
                                "conventional",
                                "alignment",
                                "shuffled-prompt",
                                "no picture",
                                1,
                                0,
                                0,
                                0)),
                report.cells());
        assertEquals(
                Map.of("conventional technical", 1L, "conventional alignment", 1L),
                report.withoutCell());
    }

    @Test
    void anEditThatShowsSomethingElseIsSuspected() throws Exception {
        Degradation edit = Degradation.of(Operation.TILT, 0.5, 1);
        long id = tuple(CARS, cars, degraded(cars, edit, edit.apply(fruit)));
        Finding finding = report().findings().getFirst();
        assertEquals(Problem.OTHER_CONTENT, finding.problem());
        assertEquals(id, finding.tuple());
        assertTrue(finding.text().contains("tilt"), finding.text());
    }

    @Test
    void strengthsThatDoNotShowAreSuspected() throws Exception {
        Pixels same = Degradation.of(Operation.TILT, 0.4, 1).apply(cars);
        tuple(
                CARS,
                cars,
                degraded(cars, Degradation.of(Operation.TILT, 0.4, 1), same),
                degraded(cars, Degradation.of(Operation.TILT, 0.9, 1), same));
        assertEquals(Set.of(Problem.SAME_AT_EVERY_STRENGTH), problems());
    }

    @Test
    void aNegativeThatIsThePositiveAndAnEmptyOneAreSuspected() throws Exception {
        tuple(CARS, cars, degraded(cars, Degradation.of(Operation.TILT, 0.4, 1), cars));
        tuple(
                FRUIT,
                fruit,
                degraded(
                        fruit,
                        Degradation.of(Operation.LOST_DETAIL, 1, 1),
                        new Pixels(128, 128, new byte[3 * 128 * 128])));
        Set<Problem> problems = problems();
        assertTrue(problems.contains(Problem.HARDLY_DIFFERENT));
        assertTrue(problems.contains(Problem.EMPTY));
        assertTrue(problems.contains(Problem.UNRECOGNISABLE));
    }

    @Test
    void aShuffledPromptThatMayFitIsSuspectedAndAChangedOneNot() throws Exception {
        tuple(
                CARS,
                cars,
                wrong(NegativeKind.SHUFFLED_PROMPT, "two red cars in a city", 0.2),
                wrong(NegativeKind.CHANGED_PROMPT, "two blue cars on a city street", 0.1));
        tuple(
                FRUIT,
                fruit,
                wrong(NegativeKind.CHANGED_PROMPT, "A bowl of fruit on a wooden TABLE", 0));
        assertEquals(Set.of(Problem.CLOSE_PROMPT, Problem.SAME_PROMPT), problems());
        assertEquals(2, report().findings().size());
    }

    @Test
    void onePictureForTwoPromptsOrByTwoGeneratorsIsSuspected() throws Exception {
        NewNegative cast = degraded(cars, Operation.COLOUR_CAST, 0.5);
        tuple(CARS, cars, cast);
        byte[] nearly = cars.rgb().clone();
        nearly[0] ^= 1;
        Pixels twin = new Pixels(128, 128, nearly);
        tuple(FRUIT, twin, cast);
        nearly = nearly.clone();
        nearly[1] ^= 1;
        tuple(CARS, new Pixels(128, 128, nearly), "another", cast);
        List<String> texts = new ArrayList<>();
        report().findings().forEach(finding -> texts.add(finding.text()));
        assertEquals(3, texts.size(), texts.toString());
        assertTrue(texts.stream().anyMatch(t -> t.contains("which painter drew")), "" + texts);
        assertTrue(texts.stream().anyMatch(t -> t.contains("whose prompt is")), "" + texts);
    }

    @Test
    void familiesAreThoseOfTheRecipes() throws Exception {
        tuple(CARS, cars, wrong(NegativeKind.CHANGED_PROMPT, FRUIT, 0.9));
        assertEquals(Map.of(Family.AI_SPECIFIC.key(), 1L), report().byFamily());
    }
}
