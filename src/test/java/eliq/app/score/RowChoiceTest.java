package eliq.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are looked at, compared, taken out of the list and put back. */
class RowChoiceTest {
    private static final Path ONE = Path.of("1.png");
    private static final Path TWO = Path.of("2.png");
    private static final Path THREE = Path.of("3.png");
    private static final Path FOUR = Path.of("4.png");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final StatusViewModel status = new StatusViewModel();
    private final ScorerChoice scorers = new ScorerChoice(Optional.empty());
    private final ScoreViewModelTest.FakeScoring scoring =
            new ScoreViewModelTest.FakeScoring(scorers);
    private final ScoreViewModel model =
            new ScoreViewModel(
                    scoring, scorers, Function.identity(), waiting::add, Runnable::run, status);
    private final RowChoice choice = model.choice();

    @BeforeEach
    void drop() {
        model.add(List.of(ONE, TWO, THREE, FOUR));
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private ScoreRow row(Path file) {
        return model.rows().stream()
                .filter(row -> row.path().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void compare(Path pinned, Path other) {
        choice.compare(row(pinned), row(other));
    }

    private List<Path> chosen() {
        return choice.now().rows().stream().map(ScoreRow::path).toList();
    }

    private List<Path> listed() {
        return model.rows().stream().map(ScoreRow::path).toList();
    }

    @Test
    void theFirstDroppedImageIsLookedAtAndNextAndPreviousStopAtTheEnds() {
        assertEquals(List.of(ONE), chosen());
        choice.move(-1);
        assertEquals(List.of(ONE), chosen());
        choice.move(1);
        assertEquals(List.of(TWO), chosen());
        choice.look(row(FOUR));
        choice.move(1);
        assertEquals(List.of(FOUR), chosen());
    }

    @Test
    void nextAndPreviousFollowTheOrderOfTheTable() {
        model.orderProperty().set(new RowOrder(SortColumn.IMAGE, true));
        choice.look(row(THREE));
        choice.move(1);

        assertEquals(List.of(TWO), chosen());
        assertEquals("3 of 4", choice.place(row(TWO)));
    }

    @Test
    void ofTwoChosenRowsTheOneThatWasLookedAtIsPinned() {
        choice.look(row(THREE));
        choice.choose(List.of(row(ONE), row(THREE)), row(ONE));

        assertEquals(new Chosen.Two(row(THREE), row(ONE)), choice.now());
        choice.exchange();
        assertEquals(new Chosen.Two(row(ONE), row(THREE)), choice.now());
    }

    @Test
    void aTableThatSaysInBetweenThatLessIsChosenDoesNotUnpin() {
        compare(THREE, ONE);
        choice.choose(List.of(), null);
        choice.choose(List.of(row(ONE)), row(ONE));
        choice.choose(List.of(row(ONE), row(THREE)), row(THREE));

        assertEquals(List.of(THREE, ONE), chosen());
    }

    @Test
    void whileComparingNextAndPreviousKeepThePinnedRowAndPassItOver() {
        compare(TWO, ONE);
        choice.move(1);
        assertEquals(List.of(TWO, THREE), chosen());
        choice.move(1);
        choice.move(1);
        assertEquals(List.of(TWO, FOUR), chosen());
        choice.move(-1);
        choice.move(-1);
        assertEquals(List.of(TWO, ONE), chosen());
    }

    @Test
    void removingWhileComparingTakesTheComparedRowAndGoesOnAgainstThePinnedOne() {
        compare(TWO, ONE);
        model.remove();
        assertEquals(List.of(TWO, THREE, FOUR), listed());
        assertEquals(List.of(TWO, THREE), chosen());
        choice.move(1);
        model.remove();
        assertEquals(List.of(TWO, THREE), chosen());
        model.remove();
        assertEquals(List.of(TWO), chosen());
        assertTrue(
                model.noticeProperty().get().startsWith("3.png taken out of the list"),
                model.noticeProperty().get());
    }

    @Test
    void undoPutsBackInTurnWhereItStoodBesideThePinnedOne() {
        compare(TWO, ONE);
        model.remove();
        model.remove();
        assertEquals(List.of(TWO, FOUR), listed());
        model.undo();
        assertEquals(List.of(TWO, THREE, FOUR), listed());
        assertEquals(List.of(TWO, THREE), chosen());
        model.undo();
        assertEquals(List.of(ONE, TWO, THREE, FOUR), listed());
        assertEquals(List.of(TWO, ONE), chosen());
        assertEquals("Score: 4 images scored", status.workProperty().get());
        model.undo();
        assertEquals("Nothing to undo.", model.noticeProperty().get());
        assertEquals(4, scoring.judgedBy().size(), "what is scored is not scored again");
    }

    @Test
    void aClearedListComesBackWholeAndWhatWasNotScoredIsScoredThen() {
        model.prompts().use(row(TWO), "a boat");
        model.clear();
        assertEquals(List.of(), listed());
        assertEquals(new Chosen.None(), choice.now());
        work();
        assertEquals("Ready", status.workProperty().get());
        assertEquals(4, scoring.judgedBy().size());

        model.undo();
        assertEquals(List.of(ONE, TWO, THREE, FOUR), listed());
        assertEquals(1, model.pendingProperty().get());
        work();
        assertTrue(row(TWO).judgement().orElseThrow().alignment().isPresent());
        assertEquals(5, scoring.judgedBy().size());
    }

    @Test
    void whatWasRemovedBeforeAnotherScorerWasChosenIsJudgedByThatOne() {
        choice.look(row(ONE));
        model.remove();
        scorers.use(new InstalledScorer("other", Path.of("other"), ""));
        work();
        model.undo();
        work();

        assertEquals(8, scoring.judgedBy().size());
        assertEquals("other", scoring.judgedBy().getLast());
    }

    @Test
    void anImageThatWasAddedAnewIsNotPutBackASecondTime() {
        choice.choose(List.of(row(ONE), row(THREE), row(FOUR)), row(FOUR));
        model.remove();
        assertEquals(List.of(TWO), listed());
        model.add(List.of(THREE));
        work();
        model.undo();

        assertEquals(List.of(ONE, TWO, FOUR, THREE), listed());
    }

    @Test
    void aRowThatIsRemovedWhileItWaitsIsNotScored() {
        model.prompts().use(row(ONE), "a boat");
        choice.look(row(ONE));
        assertEquals(1, model.pendingProperty().get());
        model.remove();
        work();

        assertEquals(0, model.pendingProperty().get());
        assertEquals(4, scoring.judgedBy().size());
        assertFalse(listed().contains(ONE));
    }
}
