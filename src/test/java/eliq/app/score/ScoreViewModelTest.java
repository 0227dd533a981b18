package eliq.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScoreViewModelTest {

    private static final Path WITH_PROMPT = Path.of("with prompt.png");
    private static final Path WITHOUT = Path.of("without.jpg");
    private static final Path BROKEN = Path.of("broken.png");

    private final ScorerChoice scorers = new ScorerChoice(Optional.empty());
    private final FakeScoring scoring = new FakeScoring(scorers);
    private final StatusViewModel status = new StatusViewModel();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ScoreViewModel model =
            new ScoreViewModel(
                    scoring, scorers, Function.identity(), waiting::add, Runnable::run, status);

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aDroppedImageIsARowBeforeItIsScored() {
        model.add(List.of(WITHOUT));
        waiting.remove().run();

        assertEquals(1, model.rows().size());
        assertEquals(new ScoreRow.State.Waiting(), model.rows().getFirst().stateProperty().get());
        assertEquals(1, model.pendingProperty().get());
    }

    @Test
    void untilItsFileWasAskedARowIsNotSaidToHaveNoPrompt() {
        model.add(List.of(WITHOUT));
        waiting.remove().run();
        ScoreRow row = model.rows().getFirst();
        var words = row.promptWords();
        assertEquals("Reading the prompt …", words.getValue());

        work();
        assertEquals("", words.getValue());
        model.prompts().use(row, "a blue boat");
        assertEquals("a blue boat", words.getValue());
    }

    @Test
    void whyThereAreNoBarsIsSaid() {
        assertEquals("No score yet", model.spread().absence());
        model.add(List.of(BROKEN));
        waiting.remove().run();
        assertEquals("No score yet", model.spread().absence());
        work();
        assertEquals("No image could be scored", model.spread().absence());
        model.add(List.of(WITHOUT));
        work();
        assertEquals("", model.spread().absence());
        model.spread().measureProperty().set(Measure.ALIGNMENT);
        assertEquals("No image has a prompt", model.spread().absence());
    }

    @Test
    void thePromptThatCameWithTheFileIsUsedAndItsSourceNamed() {
        model.add(List.of(WITH_PROMPT));
        work();

        ScoreRow row = model.rows().getFirst();
        assertEquals("a red car", row.promptProperty().get());
        assertEquals("ComfyUI metadata", row.promptSourceProperty().get());
        assertTrue(row.judgement().orElseThrow().alignment().isPresent());
    }

    @Test
    void withoutAPromptAlignmentIsAbsentUntilOneIsTyped() {
        model.add(List.of(WITHOUT));
        work();
        ScoreRow row = model.rows().getFirst();
        assertFalse(row.judgement().orElseThrow().alignment().isPresent());

        model.prompts().use(row, "  a blue boat ");
        work();

        assertEquals("a blue boat", row.promptProperty().get());
        assertTrue(row.judgement().orElseThrow().alignment().isPresent());
    }

    @Test
    void aFileThatFailsSaysWhyAndTheRestGoesOn() {
        model.add(List.of(BROKEN, WITHOUT));
        work();

        assertEquals(
                new ScoreRow.State.Failed("broken.png is empty"),
                model.rows().get(0).stateProperty().get());
        assertTrue(model.rows().get(1).judgement().isPresent());
        assertEquals("Score: 1 image scored, 1 could not be scored", status.workProperty().get());
        assertEquals(0, model.pendingProperty().get());
    }

    @Test
    void aPromptChangedWhileTheRowWaitsIsScoredOnce() {
        model.add(List.of(WITHOUT));
        waiting.remove().run();
        model.prompts().use(model.rows().getFirst(), "first");
        model.prompts().use(model.rows().getFirst(), "second");
        work();

        assertEquals(List.of(Optional.of("second")), scoring.prompts);
        assertEquals(0, model.pendingProperty().get());
    }

    @Test
    void clearingForgetsWhatIsStillWaiting() {
        model.add(List.of(WITHOUT, WITH_PROMPT));
        waiting.remove().run();
        model.clear();
        work();

        assertEquals(List.of(), model.rows());
        assertEquals(List.of(), scoring.prompts);
        assertEquals(0, model.pendingProperty().get());
    }

    @Test
    void theSameFileIsNotListedTwice() {
        model.add(List.of(WITHOUT));
        model.add(List.of(WITHOUT));
        work();

        assertEquals(1, model.rows().size());
        assertEquals("These images are already in the list.", model.noticeProperty().get());
    }

    @Test
    void theExportHasTheColumnsOfTheCommandLineAndLeavesAbsentValuesEmpty() {
        model.add(List.of(WITHOUT, BROKEN));
        work();
        List<ScoreExport.Line> lines = model.rows().stream().map(ScoreExport.Line::of).toList();

        assertEquals(
                """
                image,prompt,visual,alignment,technical_high,aesthetic_high,alignment_high,gate_technical,\
                gate_aesthetic,error\r
                without.jpg,,1.25,,0.75,0.5,,0.25,0.5,\r
                broken.png,,,,,,,,,broken.png is empty\r
                """,
                ScoreExport.csv(lines));
        assertTrue(ScoreExport.json(lines).contains("\"alignment\" : null"));
    }

    static final class FakeScoring implements Scoring {
        private final List<Optional<String>> prompts = new ArrayList<>();
        private final List<String> judgedBy = new ArrayList<>();
        private final ScorerChoice scorers;

        FakeScoring(ScorerChoice scorers) {
            this.scorers = scorers;
        }

        /** Who judged, in the order of judging. */
        List<String> judgedBy() {
            return judgedBy;
        }

        @Override
        public String name() {
            return scorers.now().map(InstalledScorer::name).orElse("none");
        }

        @Override
        public String limits() {
            return scorers.now().map(InstalledScorer::limits).orElse("judges nothing");
        }

        @Override
        public Judgement score(Path image, Optional<String> prompt) throws ScoringException {
            if (image.equals(BROKEN)) {
                throw new ScoringException("broken.png is empty", new IllegalStateException());
            }
            prompts.add(prompt);
            judgedBy.add(name());
            return new Judgement(
                    1.25,
                    OptionalDouble.empty(),
                    prompt.map(_ -> new Judgement.Alignment(0.5, OptionalDouble.empty(), 0.9)),
                    0.75,
                    0.5,
                    0.25,
                    0.5);
        }

        @Override
        public Optional<FoundPrompt> promptOf(Path image) {
            return image.equals(WITH_PROMPT)
                    ? Optional.of(new FoundPrompt("a red car", "ComfyUI metadata"))
                    : Optional.empty();
        }
    }
}
