package eliq.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Prompt;
import eliq.prompts.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BankViewModelTest extends GenerateModels {
    @Test
    void aPromptWrittenByHandGetsTheCategoriesThatItsWordsTellAndCanBeRelabelled()
            throws Exception {
        ui.await("empty", () -> bank.stateProperty().get() instanceof BankViewModel.State.Empty);
        ui.run(() -> write("  A bowl of tomato soup with bread "));
        ui.await("added", () -> bank.all().size() == 1);

        Prompt added = ui.get(() -> bank.all().getFirst());
        assertEquals("A bowl of tomato soup with bread", added.text());
        assertTrue(added.categories().contains("Food"), added::toString);

        ui.run(() -> bank.label(added, EnumSet.of(Category.EVENTS)));
        ui.await("relabelled", () -> count(Category.EVENTS) == 1);
        assertEquals(Set.of("Events"), ui.get(() -> bank.all().getFirst()).categories());
    }

    private void write(String prompt) {
        bank.draftProperty().set(prompt);
        bank.add();
    }

    private long count(Category of) {
        return bank.count(new CategoryChoice.Of(of));
    }

    @Test
    void whatWasWrittenStaysUntilItIsAddedAndAFailureIsSaid() throws Exception {
        ui.await("empty", () -> bank.stateProperty().get() instanceof BankViewModel.State.Empty);
        ui.run(() -> write("A red kite over a beach"));
        ui.await("added", () -> bank.all().size() == 1);
        assertEquals("", ui.get(() -> bank.draftProperty().get()));

        workbench.catalog().close();
        ui.run(() -> write("A bowl of soup"));
        ui.await(
                "said without the file's path",
                () ->
                        bank.noticeProperty()
                                .get()
                                .equals(
                                        "Nothing was added. The catalogue is closed: close this window and start the program again."));
        assertEquals("A bowl of soup", ui.get(() -> bank.draftProperty().get()));

        ui.run(bank::refresh);
        ui.await("failed", () -> !bank.stateProperty().get().takesPrompts());
        ui.run(bank::addShipped);
        ui.await(
                "said without the reason that stands below",
                () ->
                        bank.noticeProperty()
                                .get()
                                .equals("Nothing was added, for the reason below."));
    }

    @Test
    void promptsWithoutACategoryAreListedAndOneThatGetsItsFirstStaysForItsSecond()
            throws Exception {
        CategoryChoice open = new CategoryChoice.NotLabelled();
        ui.run(() -> write("A bowl of tomato soup with bread"));
        ui.run(() -> write("Qwxz"));
        ui.await("added", () -> bank.all().size() == 2);
        ui.run(() -> bank.categoryProperty().set(open));
        assertEquals(1, bank.count(open));
        assertEquals(
                List.of("Qwxz"), ui.get(() -> bank.shown().stream().map(Prompt::text).toList()));

        ui.run(() -> bank.label(bank.shown().getFirst(), EnumSet.of(Category.EVENTS)));
        ui.await("labelled", () -> count(Category.EVENTS) == 1);
        assertEquals(
                List.of("Qwxz"), ui.get(() -> bank.shown().stream().map(Prompt::text).toList()));
        assertEquals(0, bank.count(open));

        ui.run(() -> bank.categoryProperty().set(new CategoryChoice.All()));
        ui.run(() -> bank.categoryProperty().set(open));
        assertTrue(ui.get(() -> bank.shown().isEmpty()));
    }

    @Test
    void aPromptIsWordedAnewAndARemovedOneComesBackWithItsCategories() throws Exception {
        ui.run(() -> write("A bowl of tomato soup"));
        ui.await("added", () -> bank.all().size() == 1);
        Prompt before = ui.get(() -> bank.all().getFirst());
        ui.run(() -> bank.reword(before, "A bowl of onion soup"));
        ui.await("worded", () -> bank.all().getFirst().text().equals("A bowl of onion soup"));
        assertEquals(before.categories(), ui.get(() -> bank.all().getFirst()).categories());

        ui.run(() -> bank.label(bank.all().getFirst(), EnumSet.of(Category.EVENTS)));
        ui.await("labelled", () -> count(Category.EVENTS) == 1);
        ui.run(() -> bank.remove(bank.all()));
        ui.await("gone", () -> bank.all().isEmpty() && bank.undoable().get());
        ui.run(bank::undo);
        ui.await("back", () -> count(Category.EVENTS) == 1 && !bank.undoable().get());
        assertEquals("A bowl of onion soup", ui.get(() -> bank.all().getFirst()).text());
    }

    @Test
    void theBankIsSearchedByWords() throws Exception {
        ui.run(() -> write("A red kite over a beach"));
        ui.run(() -> write("A bowl of soup"));
        ui.await("added", () -> bank.all().size() == 2);

        ui.run(() -> bank.searchProperty().set(" KITE"));
        assertEquals(1, ui.get(() -> bank.shown().size()));
    }

    @Test
    void theShippedPromptsAreAddedOnceAndShownByCategory() throws Exception {
        ui.run(bank::addShipped);
        ui.await("added", () -> bank.all().size() == 400);
        ui.run(bank::addShipped);
        ui.await("known", () -> bank.noticeProperty().get().contains("400 were here already"));
        ui.run(() -> bank.categoryProperty().set(new CategoryChoice.Of(Category.FOOD)));

        assertEquals(count(Category.FOOD), bank.shown().size());
        assertTrue(bank.shown().size() >= 57 && bank.shown().size() < 400);
    }

    @Test
    void promptsOfAFileComeInAndAFileThatIsNoneSaysSo() throws Exception {
        Path file = home.resolve("mine.csv");
        Files.writeString(file, "prompt,categories\nA red kite over a beach,Natural Scenes\n");
        ui.run(() -> bank.addFile(file));
        ui.await("added", () -> count(Category.NATURAL_SCENES) == 1);

        ui.run(() -> bank.addFile(home.resolve("absent.txt")));
        ui.await("said", () -> bank.noticeProperty().get().contains("absent.txt"));
    }

    @Test
    void beforeALanguageModelIsAskedASentenceSaysWhatIsSentWhereTo() throws Exception {
        ui.run(() -> bank.writing().ask(14, "qwen3:8b", "http://127.0.0.1:11434/v1"));
        String sentence =
                ui.get(() -> bank.writing().offerProperty().get().orElseThrow().sentence());

        assertTrue(sentence.contains("sent to 127.0.0.1"), sentence);
        assertTrue(sentence.contains("no image and no prompt of yours"), sentence);
        assertTrue(sentence.contains("OPENAI_API_KEY is not set"), sentence);
        ui.run(bank.writing()::decline);
        assertTrue(workbench.catalog().jobs().recent(10).isEmpty());
    }
}
