package eliq.app.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.ScriptedPairs;
import eliq.app.compare.CompareMode;
import eliq.app.facts.Fact;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class PairsViewModelTest {
    private final ScriptedPairs pairs = new ScriptedPairs(6);
    private final PairsViewModel model = model(Runnable::run);

    private PairsViewModel model(Executor judging) {
        return new PairsViewModel(
                pairs,
                pairs,
                new ReviewThreads(Runnable::run, judging, Runnable::run, Runnable::run),
                new StatusViewModel());
    }

    @Test
    void aViewThatIsLeftWhileItReadsReadsAgainWhenItComesBack() {
        Deque<Runnable> reading = new ArrayDeque<>();
        PairsViewModel slow =
                new PairsViewModel(
                        pairs,
                        pairs,
                        new ReviewThreads(
                                reading::add, Runnable::run, Runnable::run, Runnable::run),
                        new StatusViewModel());
        slow.appear();
        reading.remove().run();
        slow.leave();
        slow.appear();
        while (!reading.isEmpty()) {
            reading.remove().run();
        }
        assertEquals(new PairsState.Showing(), slow.stateProperty().get());
        assertEquals(6, slow.listed().size());
    }

    private long shown() {
        return model.shown().tupleProperty().get().map(Tuple::id).orElse(0L);
    }

    private List<Long> listed() {
        return model.listed().stream().map(Tuple::id).toList();
    }

    @Test
    void theTupleLookedAtAndTheNextAreJudged() {
        model.refresh();
        assertEquals("+0.49", model.opinion(1).margin());
        assertEquals("#5  margin –", model.standing(model.listed().get(4)).words());
        assertEquals(4, model.countProperty().get().unjudged());
    }

    @Test
    void aTupleThatIsNoLongerLookedAtIsNotJudged() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        PairsViewModel slow = model(waiting::add);
        slow.refresh();
        waiting.remove().run();
        slow.move(1);
        slow.move(1);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        // Tuples 3 and 4: what was asked about 1 and 2 was passed over.
        assertEquals(4, slow.countProperty().get().unjudged());
        assertEquals(OptionalDouble.empty(), slow.standing(slow.listed().getFirst()).margin());
    }

    @Test
    void anotherScorerIsAskedAnewAndLateAnswersOfTheFirstAreDropped() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        PairsViewModel slow = model(waiting::add);
        slow.refresh();
        waiting.remove().run();
        Runnable late = waiting.remove();
        waiting.clear();
        pairs.speakAs("another", 0.7);
        slow.judgeChanged();
        late.run();
        assertEquals("–", slow.opinion(1).margin());
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertEquals("+0.39", slow.opinion(1).margin());
        assertEquals("another", slow.critic().nameProperty().get());
    }

    @Test
    void whileTheViewIsAwayNobodyIsAskedAndASetThatGrewIsReadAgain() {
        Deque<Runnable> asked = new ArrayDeque<>();
        PairsViewModel seen = model(asked::add);
        seen.appear();
        seen.select(2);
        seen.leave();
        asked.clear();
        seen.judgeChanged();
        assertTrue(asked.isEmpty());

        seen.appear();
        assertEquals(1, asked.size());
        assertEquals(3, seen.shown().tupleProperty().get().orElseThrow().id());
        seen.shown().decide(Verdict.REJECTED);
        seen.leave();
        seen.appear();
        seen.undo();
        assertEquals(Verdict.NONE, seen.shown().negative(1).orElseThrow().verdict());

        pairs.grow(2);
        seen.leave();
        seen.appear();
        assertEquals(8, seen.listed().size());
        assertEquals(3, seen.shown().tupleProperty().get().orElseThrow().id());
    }

    @Test
    void aReviewGoesOnWhereItWasLeft() {
        model.refresh();
        model.filterProperty().set(PairFilter.ALL.withCategory(Optional.of("Animals")));
        model.select(1);
        model.shown().compare().modeProperty().set(CompareMode.SWIPE);
        model.shown().compare().panes(5);
        Map<String, String> texts = ViewTexts.of(model, true);

        PairsViewModel next = model(Runnable::run);
        ViewTexts.restore(next, texts);
        next.refresh();
        assertEquals(4, next.shown().tupleProperty().get().orElseThrow().id());
        assertEquals(3, next.listed().size());
        assertEquals(CompareMode.SWIPE, next.shown().compare().modeProperty().get());
        assertEquals(5, next.shown().compare().panesProperty().get());
        ViewTexts.restore(next, Map.of("show", "OF_ANOTHER_VERSION", "tuple", "x"));
        assertEquals(PairFilter.ALL, next.filterProperty().get());
    }

    @Test
    void filtersListWhatTheCriticGetsWrongAndOrderBySmallestMargin() {
        model.refresh();
        for (int i = 0; i < 6; i++) {
            model.move(1);
        }
        model.filterProperty().set(PairFilter.ALL.with(PairFilter.Show.WRONG));
        assertEquals(List.of(3L, 6L), listed());
        model.filterProperty().set(PairFilter.ALL.with(PairFilter.Order.SMALLEST_MARGIN));
        assertEquals(List.of(3L, 6L, 1L, 2L, 4L, 5L), listed());
        model.filterProperty().set(PairFilter.ALL.withCategory(Optional.of("Animals")));
        assertEquals(List.of(2L, 4L, 6L), listed());
    }

    @Test
    void whatIsReviewedLeavesTheListOfTheUnreviewedWhenItIsMadeAnew() {
        model.refresh();
        model.filterProperty().set(PairFilter.ALL.with(PairFilter.Show.NOT_REVIEWED));
        model.acceptTuple();
        assertEquals(2, shown());
        assertEquals(1, model.countProperty().get().reviewed());
        assertEquals(6, model.listed().size());
        model.list();
        assertEquals(5, model.listed().size());
    }

    @Test
    void theAuditOfASetShowsWhatFailedIt() {
        model.refresh();
        model.filterProperty().set(PairFilter.ALL.with(PairFilter.Show.AUDIT));
        PairsState.NoMatch none =
                assertInstanceOf(PairsState.NoMatch.class, model.stateProperty().get());
        assertEquals(false, none.audited());
        model.audit();
        assertEquals(List.of(2L), listed());
        assertEquals(1, model.findings(model.listed().getFirst()).size());
    }

    @Test
    void decisionsAreTakenBackOneByOneWithAllThatBelongedToThem() {
        model.refresh();
        model.shown().decide(Verdict.REJECTED);
        model.acceptTuple();
        Tuple first = model.listed().getFirst();
        assertEquals(Verdict.ACCEPTED, first.verdict());
        assertEquals(
                1, first.negatives().stream().filter(n -> n.verdict() == Verdict.REJECTED).count());
        model.undo();
        assertEquals(1, shown());
        assertEquals(Verdict.NONE, model.listed().getFirst().verdict());
        assertEquals(Verdict.REJECTED, model.shown().negative(1).orElseThrow().verdict());
        model.undo();
        assertEquals(Verdict.NONE, model.shown().negative(1).orElseThrow().verdict());
        model.undo();
        assertEquals("Nothing to undo.", model.noticeProperty().get());
    }

    @Test
    void aDecisionThatCannotBeWrittenIsTakenBackWithTheReason() {
        model.refresh();
        pairs.failWith("The disk is full.");
        model.shown().decide(Verdict.REJECTED);
        assertEquals(Verdict.NONE, model.shown().negative().orElseThrow().verdict());
        assertEquals("The disk is full.", model.noticeProperty().get());
    }

    @Test
    void whatCannotBeReadFailsWithItsReasonAndNothingIsNoPairs() {
        pairs.failWith("The catalogue is locked.");
        model.refresh();
        assertEquals(
                new PairsState.Failed("The catalogue is locked."), model.stateProperty().get());
        ScriptedPairs none = new ScriptedPairs(0);
        PairsViewModel empty =
                new PairsViewModel(
                        none,
                        none,
                        new ReviewThreads(
                                Runnable::run, Runnable::run, Runnable::run, Runnable::run),
                        new StatusViewModel());
        empty.refresh();
        assertEquals(new PairsState.NoPairs(), empty.stateProperty().get());
    }

    @Test
    void theListNamesItsNumbers() {
        OptionalDouble half = OptionalDouble.of(0.49);
        OptionalDouble before = OptionalDouble.of(-0.2);
        assertEquals("#1  margin +0.49", new Standing(1, 0, half, 0).words());
        assertEquals("#2  1 wrong by 0.20", new Standing(2, 1, before, 0).words());
        assertEquals(
                "#2  1 wrong by under 0.01",
                new Standing(2, 1, OptionalDouble.of(-0.001), 0).words());
        assertEquals("#3  2 wrong by up to 0.20  audit: 1", new Standing(3, 2, before, 1).words());
        assertTrue(new Standing(4, 0, half, 1).suspicious());
    }

    @Test
    void aRecipeIsReadAsNamesAndValues() {
        model.refresh();
        List<Fact> facts = RecipeFacts.of(model.shown().negative(1).orElseThrow().recipe());
        assertTrue(facts.contains(new Fact("Step 1: degrees", "72.5")), facts::toString);
    }

    @Test
    void aRecipeSaysEachThingOnceInReadableNumbersAndIsCopiedWithEveryDigit() {
        Recipe recipe =
                new Recipe(
                        Aspect.TECHNICAL,
                        Family.CONVENTIONAL,
                        "repeated-jpeg-noise",
                        "{\"kind\":\"distorted\",\"steps\":[{\"operation\":\"repeated-jpeg-noise\","
                                + "\"strength\":0.9844830911695959,\"seed\":4711,"
                                + "\"parameters\":{\"sigma\":21.96941143360965,\"noiseSeed\":-12}}]}",
                        4711,
                        0.9844830911695959);
        assertEquals(
                List.of(
                        new Fact("Aspect", "technical"),
                        new Fact("Family", "conventional"),
                        new Fact("Operation", "repeated jpeg noise"),
                        new Fact("Strength", "0.98"),
                        new Fact("Seed", "4711"),
                        new Fact("Kind", "distorted"),
                        new Fact("Step 1: sigma", "21.97"),
                        new Fact("Step 1: noise seed", "-12")),
                RecipeFacts.of(recipe));
        String exact = RecipeFacts.exact(recipe);
        assertTrue(exact.contains("\"strength\" : 0.9844830911695959"), exact);
        assertTrue(exact.contains("21.96941143360965"), exact);
    }
}
