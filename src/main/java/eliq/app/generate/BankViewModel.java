package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.words.Amounts;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.Prompt;
import eliq.catalog.PromptLabel;
import eliq.prompts.Category;
import eliq.prompts.CategoryLabels;
import eliq.prompts.CategoryRules;
import eliq.prompts.ChatSettings;
import eliq.prompts.GeneratePrompts;
import eliq.prompts.GenerationPlan;
import eliq.prompts.PromptBank;
import eliq.prompts.PromptFile;
import eliq.prompts.PromptIntake;
import eliq.prompts.PromptsException;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
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

    /**
     * Prompts that a language model would write.
     *
     * @param sentence what would be sent, where to, and how much
     */
    public record Offer(GeneratePrompts wanted, String sentence) {}

    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final Map<String, String> environment;
    private final Following following;
    private final CategoryRules rules = CategoryRules.shipped();

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<Prompt> all = FXCollections.observableArrayList();
    private final FilteredList<Prompt> shown = new FilteredList<>(all);
    private final ObjectProperty<Optional<Category>> category =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FollowedJob>> writing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

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
        this.environment = Map.copyOf(environment);
        this.following = new Following(workbench.jobs(), ui);
        category.subscribe(
                wanted ->
                        shown.setPredicate(
                                p ->
                                        wanted.map(c -> p.categories().contains(c.title()))
                                                .orElse(true)));
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

    /** Those of the chosen category. */
    public ObservableList<Prompt> shown() {
        return shown;
    }

    /** The one shown; absent for all. */
    public ObjectProperty<Optional<Category>> categoryProperty() {
        return category;
    }

    /** What a language model could write, to be agreed to. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The writing that goes on. */
    public ReadOnlyObjectProperty<Optional<FollowedJob>> writingProperty() {
        return writing.getReadOnlyProperty();
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
        Set<String> titles =
                categories.stream()
                        .map(Category::title)
                        .collect(java.util.stream.Collectors.toSet());
        worker.execute(
                () -> {
                    try {
                        workbench
                                .catalog()
                                .prompts()
                                .label(
                                        prompt.id(),
                                        new PromptLabel(titles, 1, CategoryLabels.GIVEN));
                        refresh();
                    } catch (CatalogException e) {
                        say(e.getMessage());
                    }
                });
    }

    /**
     * Says what it takes to have a language model write prompts; nothing is sent.
     *
     * @param address of its server; empty for the usual one
     */
    public void askForWriting(int count, String model, String address) {
        notice.set("");
        try {
            ChatSettings usual = ChatSettings.of(model, environment);
            ChatSettings chat = address.isBlank() ? usual : usual.withBaseUrl(address.strip());
            GeneratePrompts wanted = GeneratePrompts.of(count, chat);
            GenerationPlan plan = GenerationPlan.of(wanted);
            String host = plan.endpoint().getHost();
            offer.set(
                    Optional.of(
                            new Offer(
                                    wanted,
                                    "At least %s will be sent to %s (about %,d tokens): instructions, category names and example words, no image and no prompt of yours%s."
                                            .formatted(
                                                    Amounts.count(plan.requests(), "request"),
                                                    host,
                                                    plan.tokens(),
                                                    environment
                                                                    .getOrDefault(
                                                                            chat.keyVariable(), "")
                                                                    .isBlank()
                                                            ? "; without a key, as "
                                                                    + chat.keyVariable()
                                                                    + " is not set"
                                                            : "; with the key in "
                                                                    + chat.keyVariable()))));
        } catch (IllegalArgumentException | PromptsException e) {
            notice.set(e.getMessage());
        }
    }

    /** Has them written. */
    public void agree() {
        Optional<Offer> agreed = offer.get();
        offer.set(Optional.empty());
        agreed.ifPresent(
                o ->
                        worker.execute(
                                () -> {
                                    try {
                                        JobRecord job =
                                                workbench
                                                        .jobs()
                                                        .submit(
                                                                workbench.generatePrompts(),
                                                                o.wanted());
                                        ui.execute(
                                                () ->
                                                        writing.set(
                                                                Optional.of(
                                                                        following.follow(
                                                                                job,
                                                                                "Writing prompts",
                                                                                "prompts",
                                                                                this::written))));
                                    } catch (CatalogException e) {
                                        say(e.getMessage());
                                    }
                                }));
    }

    public void decline() {
        offer.set(Optional.empty());
    }

    private void written(FollowedJob job) {
        notice.set(
                job.stateProperty().get() == JobState.DONE
                        ? "The language model’s prompts are in the bank."
                        : job.errorProperty().get());
        writing.set(Optional.empty());
        following.forget(job);
        refresh();
    }

    private void take(List<eliq.prompts.Prompt> prompts, String source, List<String> skipped) {
        worker.execute(
                () -> {
                    try {
                        int added = PromptIntake.add(workbench.catalog(), prompts, source);
                        int known = prompts.size() - added;
                        say(
                                Amounts.count(added, "new prompt")
                                        + (known > 0 ? ", " + known + " were here already" : "")
                                        + (skipped.isEmpty()
                                                ? "."
                                                : "; left out: " + String.join("; ", skipped)));
                        refresh();
                    } catch (CatalogException e) {
                        say(e.getMessage());
                    }
                });
    }

    private void say(String sentence) {
        ui.execute(() -> notice.set(sentence));
    }
}
