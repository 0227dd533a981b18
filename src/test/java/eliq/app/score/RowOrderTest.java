package eliq.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** In which order the rows stand, without a window. */
class RowOrderTest {
    // Visual score by file; one that is not here fails.
    private static final Map<String, Double> VISUAL =
            Map.of("b.png", 0.5, "A.png", -1.0, "c.png", 2.0, "d.png", 1.0);
    private static final Map<String, String> PROMPTS =
            Map.of("b.png", "a fox", "c.png", "a boat", "d.png", "a fox");
    private static final List<Path> FILES =
            List.of(
                    Path.of("b.png"),
                    Path.of("broken.png"),
                    Path.of("A.png"),
                    Path.of("d.png"),
                    Path.of("c.png"));

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ScoreViewModel model =
            new ScoreViewModel(
                    new ByName(),
                    new ScorerChoice(Optional.empty()),
                    Function.identity(),
                    waiting::add,
                    Runnable::run,
                    new StatusViewModel());

    private static final class ByName implements Scoring {
        @Override
        public String name() {
            return "by name";
        }

        @Override
        public String limits() {
            return "";
        }

        @Override
        public Judgement score(Path image, Optional<String> prompt) throws ScoringException {
            Double visual = VISUAL.get(image.toString());
            if (visual == null) {
                throw new ScoringException(image + " is empty", new IllegalStateException());
            }
            return new Judgement(
                    visual,
                    OptionalDouble.empty(),
                    prompt.map(_ -> new Judgement.Alignment(-visual, OptionalDouble.empty(), 0.5)),
                    0.1 * visual,
                    0.5,
                    0.5,
                    0.5);
        }

        @Override
        public Optional<FoundPrompt> promptOf(Path image) {
            return Optional.ofNullable(PROMPTS.get(image.toString()))
                    .map(text -> new FoundPrompt(text, "here"));
        }
    }

    private void score() {
        model.add(FILES);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<String> names() {
        return model.ordered().stream().map(ScoreRow::name).toList();
    }

    @Test
    void rowsStandAsTheyWereDroppedUntilSomebodyOrdersThem() {
        score();
        assertEquals(List.of("b.png", "broken.png", "A.png", "d.png", "c.png"), names());

        model.turnOrder();
        assertEquals(RowOrder.DROPPING, model.orderProperty().get());
        model.orderByNext();
        assertEquals(RowOrder.by(SortColumn.VISUAL), model.orderProperty().get());
        model.orderProperty().set(RowOrder.DROPPING);
        assertEquals(List.of("b.png", "broken.png", "A.png", "d.png", "c.png"), names());
    }

    @Test
    void theBestScoreIsFirstThenTheWorstAndWhatHasNoneLastEitherWay() {
        score();
        model.orderByNext();
        assertEquals("best first", model.orderProperty().get().direction());
        assertEquals(List.of("c.png", "d.png", "b.png", "A.png", "broken.png"), names());

        model.turnOrder();
        assertEquals("worst first", model.orderProperty().get().direction());
        assertEquals(List.of("A.png", "b.png", "d.png", "c.png", "broken.png"), names());

        model.orderProperty().set(new RowOrder(SortColumn.ALIGNMENT, true));
        assertEquals(
                List.of("c.png", "d.png", "b.png", "A.png", "broken.png"),
                names(),
                "without an alignment the better picture first");
    }

    @Test
    void rowsOfOnePromptStandTogetherTheBestOfThemFirst() {
        score();
        model.orderProperty().set(RowOrder.by(SortColumn.PROMPT));
        assertEquals(List.of("c.png", "d.png", "b.png", "A.png", "broken.png"), names());

        model.prompts().use(model.rows().getFirst(), "a bird");
        assertEquals(
                List.of("c.png", "d.png", "A.png", "broken.png"),
                names().stream().filter(name -> !name.equals("b.png")).toList());
        assertEquals("b.png", names().getFirst(), "a row moves with its new prompt");
    }

    @Test
    void namesAreOrderedAsReadersDoAndFailuresComeFirstByState() {
        model.orderProperty().set(RowOrder.by(SortColumn.STATE));
        score();
        assertEquals("broken.png", names().getFirst());
        model.turnOrder();
        assertEquals("broken.png", names().getLast());

        model.orderProperty().set(RowOrder.by(SortColumn.IMAGE));
        assertEquals(List.of("A.png", "b.png", "broken.png", "c.png", "d.png"), names());
    }

    @Test
    void theKeyGoesThroughAllColumnsAndBackToTheOrderOfDropping() {
        List<SortColumn> seen = new ArrayList<>();
        do {
            model.orderByNext();
            seen.add(model.orderProperty().get().by());
        } while (model.orderProperty().get().by() != SortColumn.DROPPING);

        assertEquals(SortColumn.values().length, seen.stream().distinct().count());
    }

    @Test
    void aClickOnAHeaderOrdersThenTurnsThenGivesUp() {
        RowOrder order = RowOrder.DROPPING.clicked(SortColumn.VISUAL);
        assertEquals(RowOrder.by(SortColumn.VISUAL), order);
        order = order.clicked(SortColumn.VISUAL);
        assertEquals(new RowOrder(SortColumn.VISUAL, true), order);
        assertEquals(RowOrder.by(SortColumn.IMAGE), order.clicked(SortColumn.IMAGE));
        assertEquals(RowOrder.DROPPING, order.clicked(SortColumn.VISUAL));
    }

    @Test
    void whatIsKeptUntilTheNextStartIsReadAgainAndAnythingElseOverlooked() {
        for (SortColumn column : SortColumn.values()) {
            for (boolean turned : new boolean[] {false, true}) {
                RowOrder order = new RowOrder(column, turned);
                assertEquals(Optional.of(order), RowOrder.of(order.text()));
            }
        }
        assertTrue(RowOrder.of("").isEmpty());
        assertTrue(RowOrder.of("BEAUTY turned").isEmpty());
    }
}
