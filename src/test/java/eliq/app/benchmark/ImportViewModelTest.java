package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.benchmark.ImportPreview;
import eliq.benchmark.RatingColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir Path folder;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ImportViewModel model =
            new ImportViewModel(ImportPreview::of, waiting::add, Runnable::run);
    private Path table;

    @BeforeEach
    void aSet() throws Exception {
        Path place = Files.createDirectories(folder.resolve("My Set"));
        Files.createDirectories(place.resolve("images"));
        table =
                Files.writeString(
                        place.resolve("ratings.csv"), "image,score,appeal\na.png,1,5\nb.png,2,4\n");
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private ImportPreview preview() {
        return ((ImportViewModel.State.Looked) model.stateProperty().get()).preview();
    }

    @Test
    void aTableAloneFindsTheImagesBesideItAndANameThatSaysSomething() {
        model.choose(List.of(table));
        assertEquals(new ImportViewModel.State.Looking(), model.stateProperty().get());
        work();
        assertEquals(
                Optional.of(table.getParent().resolve("images")), model.imagesProperty().get());
        assertEquals("my-set", model.nameProperty().get());
        assertTrue(model.ready());
    }

    @Test
    void aFolderIsLookedIntoForItsTable() {
        model.choose(List.of(table.getParent()));
        work();
        assertEquals(Optional.of(table), model.indexProperty().get());
        assertEquals(Optional.of(table.getParent()), model.imagesProperty().get());
    }

    @Test
    void aColumnCanBeExchangedAndRuledOut() {
        model.choose(List.of(table));
        work();
        assertEquals(Optional.of("score"), preview().columns().visual());
        model.correct(ColumnRole.VISUAL, Optional.of("appeal"));
        work();
        assertEquals(5, preview().set().orElseThrow().images().getFirst().rating("appeal"));
        assertEquals(Optional.of("appeal"), model.wanted().orElseThrow().columns().visual());
        model.correct(ColumnRole.VISUAL, Optional.empty());
        work();
        assertFalse(model.ready());
        assertEquals(
                Optional.of(RatingColumns.NOTHING),
                model.wanted().orElseThrow().columns().visual());
    }

    @Test
    void onlyTheLastCorrectionIsShown() {
        model.choose(List.of(table));
        work();
        model.correct(ColumnRole.VISUAL, Optional.of("appeal"));
        model.correct(ColumnRole.VISUAL, Optional.of("score"));
        waiting.remove().run();
        assertEquals(new ImportViewModel.State.Looking(), model.stateProperty().get());
        work();
        assertEquals(Optional.of("score"), preview().columns().visual());
    }

    @Test
    void aNameThatCannotBeAFolderKeepsTheImportFromStarting() {
        model.choose(List.of(table));
        work();
        model.nameProperty().set("a b");
        assertTrue(model.nameProblem().isPresent());
        assertFalse(model.ready());
    }

    @Test
    void aFolderWithoutATableSaysSo() {
        model.choose(List.of(table.getParent().resolve("images")));
        work();
        assertTrue(model.stateProperty().get() instanceof ImportViewModel.State.NoIndex);
        assertFalse(model.ready());
    }
}
