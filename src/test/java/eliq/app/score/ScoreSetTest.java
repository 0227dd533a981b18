package eliq.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import eliq.report.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with the whole dropped set. */
class ScoreSetTest {
    private static final Path WITH_PROMPT = Path.of("with prompt.png");
    private static final Path WITHOUT = Path.of("without.jpg");
    private static final Path BROKEN = Path.of("broken.png");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final StatusViewModel status = new StatusViewModel();
    private final InstalledScorer shipped = new InstalledScorer("shipped", Path.of("a"), "defects");
    private final InstalledScorer trained = new InstalledScorer("trained", Path.of("b"), "all");
    private final ScorerChoice scorers = new ScorerChoice(Optional.of(shipped));
    private final ScoreViewModelTest.FakeScoring scoring =
            new ScoreViewModelTest.FakeScoring(scorers);
    private final ScoreViewModel model =
            new ScoreViewModel(
                    scoring, scorers, Function.identity(), waiting::add, Runnable::run, status);

    private void add(Path... files) {
        model.add(List.of(files));
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aBrushOverTheSpreadShowsOnlyTheImagesInIt() {
        add(WITH_PROMPT, WITHOUT, BROKEN);

        model.spread().brushProperty().set(Optional.of(new Spread.Range(1, 2)));
        assertEquals(2, model.spread().shown().size());
        model.spread().brushProperty().set(Optional.of(new Spread.Range(3, 4)));
        assertEquals(0, model.spread().shown().size());
        model.spread().measureProperty().set(Measure.ALIGNMENT);
        assertEquals(3, model.spread().shown().size());
        model.spread().brushProperty().set(Optional.of(new Spread.Range(-9, 9)));
        assertEquals(
                List.of(WITH_PROMPT), model.spread().shown().stream().map(ScoreRow::path).toList());
    }

    @Test
    void scoresWithAPromptAndWithoutOneAreSaidNotToCompareAsLongAsBothAreListed() {
        add(WITH_PROMPT, BROKEN);
        assertEquals("", model.mixedProperty().get());

        add(WITHOUT);
        assertEquals(
                "Scored with a prompt: 1, without: 1. Compare visual scores within each of the two only.",
                model.mixedProperty().get());
        model.choice().look(model.rows().getLast());
        model.remove();
        assertEquals("", model.mixedProperty().get());
        model.undo();
        assertFalse(model.mixedProperty().get().isEmpty());
        model.prompts().use(model.rows().getLast(), "a lake");
        work();
        assertEquals("", model.mixedProperty().get());
    }

    @Test
    void theReportSaysThatTooForItsReaderMayNotHaveTheWindow() {
        add(WITH_PROMPT, WITHOUT);
        List<ScoreExport.Line> lines = model.rows().stream().map(ScoreExport.Line::of).toList();
        Document both = ScoreReport.of("judge", "", lines);
        Document one = ScoreReport.of("judge", "", lines.subList(0, 1));

        assertEquals(List.of(model.mixedProperty().get()), warnings(both));
        assertEquals(List.of(), warnings(one));
    }

    private static List<String> warnings(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block instanceof Document.Block.Warning)
                .map(block -> ((Document.Block.Warning) block).text())
                .toList();
    }

    @Test
    void onePromptForAllLeavesThoseAloneThatHaveOneUnlessAsked() {
        add(WITH_PROMPT, WITHOUT);
        model.prompts().useForAll("a boat", true);
        work();

        assertEquals("a red car", model.rows().get(0).promptProperty().get());
        assertEquals("a boat", model.rows().get(1).promptProperty().get());
        assertTrue(model.rows().get(1).judgement().orElseThrow().alignment().isPresent());
        model.prompts().useForAll("a ship", false);
        work();
        assertEquals("a ship", model.rows().get(0).promptProperty().get());
    }

    @Test
    void promptsComeFromATableByTheImagesName(@TempDir Path folder) throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("prompts.csv"),
                        "image,prompt\nwithout.jpg,a lonely tree\nelsewhere.png,nothing\n");
        add(WITHOUT, BROKEN);
        model.prompts().useTable(table);
        work();

        assertEquals("a lonely tree", model.rows().getFirst().promptProperty().get());
        String notice = model.noticeProperty().get();
        assertTrue(notice.contains("1 image;") && notice.contains("1 have none"), notice);
    }

    @Test
    void anotherScorerJudgesAllRowsAgain() {
        add(WITH_PROMPT, WITHOUT);
        scorers.use(trained);

        assertEquals(2, model.pendingProperty().get());
        assertEquals("trained", status.modelProperty().get());
        assertEquals(new ScoreViewModel.Judge("trained", "all"), model.judgeProperty().get());
        work();
        assertEquals(0, model.pendingProperty().get());
        assertEquals(List.of("shipped", "shipped", "trained", "trained"), scoring.judgedBy());
    }

    @Test
    void aListOfScorersThatHoldsTheOneInUseJudgesNothingAgain() {
        add(WITHOUT);
        scorers.offer(List.of(shipped, trained));

        assertEquals(0, model.pendingProperty().get());
        assertEquals(Optional.of(shipped), scorers.now());
    }

    @Test
    void theScorerOfTheLastStartIsUsedOnceItIsFoundUnlessAnotherIsChosenBefore() {
        scorers.useOnceOffered(trained.folder());
        assertEquals(Optional.of(shipped), scorers.now());
        scorers.offer(List.of(shipped, trained));
        assertEquals(Optional.of(trained), scorers.now());

        scorers.useOnceOffered(Path.of("gone"));
        scorers.use(shipped);
        scorers.offer(List.of(trained, new InstalledScorer("gone", Path.of("gone"), ""), shipped));
        assertEquals(Optional.of(shipped), scorers.now());
    }

    @Test
    void anExplanationThatWasStoppedIsNotShownAndAFailedOneSaysWhy() {
        add(WITH_PROMPT);
        ScoreRow row = model.rows().getFirst();
        model.explainer().explain(row);
        model.explainer().stop();
        work();
        assertEquals(new Explainer.State.Idle(), model.explainer().stateProperty().get());

        model.explainer().explain(row);
        work();
        assertInstanceOf(Explainer.State.Failed.class, model.explainer().stateProperty().get());
    }

    @Test
    void barsAreOfEqualWidthAndTheLargestScoreIsInTheLast() {
        int[] counts = Spread.Bars.of(new double[] {0, 5, 10, 10}).counts();

        assertEquals(1, counts[0]);
        assertEquals(1, counts[Spread.BINS / 2]);
        assertEquals(2, counts[Spread.BINS - 1]);
        assertEquals(0, Spread.Bars.of(new double[0]).counts().length);
    }

    @Test
    void withoutAReferenceAPlaceIsTheRankAmongTheDroppedImages() {
        add(WITH_PROMPT, WITHOUT);

        assertEquals(
                Optional.of("rank 1 of 2 here"),
                model.spread().place(model.rows().getFirst(), Measure.VISUAL));
        assertEquals(
                Optional.empty(), model.spread().place(model.rows().get(1), Measure.ALIGNMENT));
    }

    @Test
    void theReportHoldsEveryRowAndNamesWhatJudged(@TempDir Path folder) throws IOException {
        add(WITH_PROMPT, WITHOUT, BROKEN);
        Path file = folder.resolve("scores.html");
        String said =
                new ScoreFiles(model, FileChoice.dialogs(() -> null), folder)
                        .write(file, model.rows().stream().map(ScoreExport.Line::of).toList());

        assertEquals("3 rows written to " + file, said);
        String html = Files.readString(file);
        assertTrue(html.contains("Judged by shipped. defects"), html);
        assertTrue(html.contains("broken.png is empty") && html.contains("without.jpg"), html);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
