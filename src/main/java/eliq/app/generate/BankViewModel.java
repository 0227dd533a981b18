package eliq.app.generate;

import eliq.app.words.Amounts;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The workspace's prompts with their categories. JavaFX thread only. Knows no scene graph. */
public final class BankViewModel {

    /** What the list shows. */
    public sealed interface State {
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
    private final ObservableList<Prompt> all = FXCollections.observableArrayList();
    private final FilteredList<Prompt> shown = new FilteredList<>(all);
    private final ObjectProperty<Optional<Category>> category =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty search = new SimpleStringProperty("");
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
        category.subscribe(_ -> filter());
        search.subscribe(_ -> filter());
    }

    private void filter() {
        Optional<Category> wanted = category.get();
        String words = search.get().strip().toLowerCase(Locale.getDefault());
        shown.setPredicate(
                p ->
                        wanted.map(c -> p.categories().contains(c.title())).orElse(true)
                                && p.text().toLowerCase(Locale.getDefault()).contains(words));
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
        return all;
    }

    /** Those of the chosen category that hold the words searched for. */
    public ObservableList<Prompt> shown() {
        return shown;
    }

    /** The one shown; absent for all. */
    public ObjectProperty<Optional<Category>> categoryProperty() {
        return category;
    }

    /** Words that a prompt has to hold to be shown; empty for all. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether something was removed that can be brought back. */
    public ObservableBooleanValue undoable() {
        return removed.presentProperty();
    }

    /** Prompts written by a language model. */
    public WritingModel writing() {
        return writing;
    }

    /** How many prompts have this category. */
    public long count(Category of) {
        return all.stream().filter(p -> p.categories().contains(of.title())).count();
    }

    // Commands

    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        List<Prompt> found = workbench.catalog().prompts().all();
                        ui.execute(
                                () -> {
                                    all.setAll(found);
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

    /** Adds a prompt; its categories are those that its words tell, and can be changed. */
    public void add(String text) {
        if (!text.isBlank()) {
            List<Category> told = rules.label(text).categories();
            take(List.of(new eliq.prompts.Prompt(text, told)), "by hand", List.of());
        }
    }

    /** Adds the 400 prompts that come with the program. */
    public void addShipped() {
        take(PromptBank.shipped().prompts(), "bank", List.of());
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
                                                content.skipped()));
                    } catch (PromptsException e) {
                        say(e.getMessage());
                    }
                });
    }

    /** Gives a prompt these categories and no others. */
    public void label(Prompt prompt, Set<Category> categories) {
        Set<String> titles = categories.stream().map(Category::title).collect(Collectors.toSet());
        change(
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
                    () -> {
                        workbench.catalog().prompts().reword(prompt.id(), text);
                        return "";
                    });
        }
    }

    /** Takes prompts out of the bank, those that nothing was made from; {@link #undo} brings them back. */
    public void remove(List<Prompt> prompts) {
        List<Prompt> chosen = List.copyOf(prompts);
        change(
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
                () -> {
                    back.restore(workbench.catalog().prompts());
                    return Amounts.count(back.size(), "prompt") + " brought back.";
                });
    }

    private void take(List<eliq.prompts.Prompt> prompts, String source, List<String> skipped) {
        change(
                () -> {
                    int added = PromptIntake.add(workbench.catalog(), prompts, source);
                    int known = prompts.size() - added;
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

    private void change(Change change) {
        worker.execute(
                () -> {
                    try {
                        say(change.make());
                        refresh();
                    } catch (CatalogException e) {
                        say(e.getMessage());
                    }
                });
    }

    private void say(String sentence) {
        ui.execute(
                () -> {
                    // What stands in the place of the list is not said once more above it.
                    if (!state.get().equals(new State.Failed(sentence))) {
                        notice.set(sentence);
                    }
                });
    }
}
