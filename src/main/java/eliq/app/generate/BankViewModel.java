package eliq.app.generate;

import eliq.app.words.Amounts;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.catalog.Prompt;
import eliq.catalog.PromptLabel;
import eliq.prompts.Category;
import eliq.prompts.CategoryLabels;
import eliq.prompts.CategoryRules;
import eliq.prompts.PromptBank;
import eliq.prompts.PromptFile;
import eliq.prompts.PromptIntake;
import eliq.prompts.PromptsException;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

/** The workspace's prompts with their categories. JavaFX thread only. Knows no scene graph. */
public final class BankViewModel {

    /** What the list shows. */
    public sealed interface State {
        /** Whether prompts can be added: not before the bank was read, nor where it could not be. */
        default boolean takesPrompts() {
            return this instanceof Empty || this instanceof Showing;
        }

        /** Why the catalogue cannot be read, one sentence; empty where it can, or nobody tried yet. */
        default String unreadable() {
            return this instanceof Failed(String reason) ? Failure.sentence(reason) : "";
        }

        record Loading() implements State {}

        record Empty() implements State {}

        record Showing() implements State {}

        record Failed(String reason) implements State {}
    }

    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final CategoryRules rules = CategoryRules.shipped();

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ShownPrompts prompts = new ShownPrompts();
    private final StringProperty draft = new SimpleStringProperty("");
    private final RemovedPrompts removed = new RemovedPrompts();
    private final WritingModel writing;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param environment variables, where the language model's address may stand
     */
    public BankViewModel(
            Workbench workbench, Executor worker, Executor ui, Map<String, String> environment) {
        this.workbench = workbench;
        this.worker = worker;
        this.ui = ui;
        this.writing =
                new WritingModel(workbench, worker, ui, environment, notice::set, this::refresh);
    }

    // Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** All prompts of the workspace. */
    public ObservableList<Prompt> all() {
        return prompts.all();
    }

    /** Those of the chosen category that hold the words searched for. */
    public ObservableList<Prompt> shown() {
        return prompts.shown();
    }

    /** Those that are shown. */
    public ObjectProperty<CategoryChoice> categoryProperty() {
        return prompts.categoryProperty();
    }

    /** Words that a prompt has to hold to be shown; empty for all. */
    public StringProperty searchProperty() {
        return prompts.searchProperty();
    }

    /** Whether something was removed that can be brought back. */
    public ObservableBooleanValue undoable() {
        return removed.presentProperty();
    }

    /** Prompts written by a language model. */
    public WritingModel writing() {
        return writing;
    }

    /** How many prompts there are of a choice. */
    public long count(CategoryChoice of) {
        return all().stream().filter(of::admits).count();
    }

    /** The prompt that is being written; empty again when it was added. */
    public StringProperty draftProperty() {
        return draft;
    }

    // Commands

    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        List<Prompt> found = workbench.catalog().prompts().all();
                        ui.execute(
                                () -> {
                                    prompts.are(found);
                                    state.set(
                                            found.isEmpty()
                                                    ? new State.Empty()
                                                    : new State.Showing());
                                });
                    } catch (CatalogException e) {
                        ui.execute(() -> state.set(new State.Failed(e.getMessage())));
                    }
                });
    }

    /** Adds what was written; its categories are those that its words tell, and can be changed. */
    public void add() {
        String text = draft.get();
        if (!text.isBlank()) {
            List<Category> told = rules.label(text).categories();
            take(
                    List.of(new eliq.prompts.Prompt(text, told)),
                    "by hand",
                    List.of(),
                    () -> {
                        // What was written since then is another prompt.
                        if (draft.get().equals(text)) {
                            draft.set("");
                        }
                    });
        }
    }

    /** Adds the 400 prompts that come with the program. */
    public void addShipped() {
        take(PromptBank.shipped().prompts(), "bank", List.of(), () -> {});
    }

    /** Adds the prompts of a file: CSV, JSON lines, or one a line. */
    public void addFile(Path file) {
        worker.execute(
                () -> {
                    try {
                        PromptFile.Content content = PromptFile.content(file);
                        ui.execute(
                                () ->
                                        take(
                                                content.prompts(),
                                                file.getFileName().toString(),
                                                content.skipped(),
                                                () -> {}));
                    } catch (PromptsException e) {
                        say(Failure.sentence(e));
                    }
                });
    }

    /** Gives a prompt these categories and no others. */
    public void label(Prompt prompt, Set<Category> categories) {
        Set<String> titles = categories.stream().map(Category::title).collect(Collectors.toSet());
        prompts.keep(prompt);
        change(
                "The categories were not changed",
                () -> {
                    workbench
                            .catalog()
                            .prompts()
                            .label(prompt.id(), new PromptLabel(titles, 1, CategoryLabels.GIVEN));
                    return "";
                });
    }

    /** Words a prompt anew; one that pictures or pairs were made from stays as it is, and the notice says why. */
    public void reword(Prompt prompt, String text) {
        if (!text.strip().equals(prompt.text())) {
            change(
                    "The prompt was not worded anew",
                    () -> {
                        workbench.catalog().prompts().reword(prompt.id(), text);
                        return "";
                    });
        }
    }

    /** Takes prompts out of the bank, those that nothing was made from; {@link #undo} brings them back. */
    public void remove(List<Prompt> wanted) {
        List<Prompt> chosen = List.copyOf(wanted);
        change(
                "Nothing was removed",
                () -> {
                    RemovedPrompts.Batch gone =
                            RemovedPrompts.remove(workbench.catalog().prompts(), chosen);
                    ui.execute(() -> removed.are(gone));
                    int kept = chosen.size() - gone.size();
                    return Amounts.count(gone.size(), "prompt")
                            + " removed"
                            + (kept == 0
                                    ? "."
                                    : "; "
                                            + kept
                                            + " stayed, as pictures or pairs were made from them.");
                });
    }

    /** Brings back what was removed last, with its categories. */
    public void undo() {
        RemovedPrompts.Batch back = removed.take();
        change(
                "Nothing was brought back",
                () -> {
                    back.restore(workbench.catalog().prompts());
                    return Amounts.count(back.size(), "prompt") + " brought back.";
                });
    }

    private void take(
            List<eliq.prompts.Prompt> given, String source, List<String> skipped, Runnable taken) {
        change(
                "Nothing was added",
                () -> {
                    int added = PromptIntake.add(workbench.catalog(), given, source);
                    ui.execute(taken);
                    int known = given.size() - added;
                    return Amounts.count(added, "new prompt")
                            + (known > 0 ? ", " + known + " were here already" : "")
                            + (skipped.isEmpty()
                                    ? "."
                                    : "; left out: " + String.join("; ", skipped));
                });
    }

    /** A change of the bank; what it answers is said. */
    private interface Change {
        String make() throws CatalogException;
    }

    /** @param undone what did not happen where it fails */
    private void change(String undone, Change change) {
        worker.execute(
                () -> {
                    try {
                        say(change.make());
                        refresh();
                    } catch (CatalogException e) {
                        ui.execute(() -> notice.set(failure(undone, e)));
                    }
                });
    }

    /** Why something did not happen; a reason that stands in the place of the list is not said once more above it. */
    private String failure(String undone, CatalogException e) {
        return state.get().equals(new State.Failed(e.getMessage()))
                ? undone + ", for the reason below."
                : undone + ". " + Failure.sentence(e);
    }

    private void say(String sentence) {
        ui.execute(() -> notice.set(sentence));
    }
}
