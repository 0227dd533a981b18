package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.Origin;
import eliq.generate.Capabilities;
import eliq.generate.GenerateException;
import eliq.job.JobException;
import eliq.job.JobRunner;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPlan;
import eliq.pairs.DiskEstimate;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.PairsException;
import eliq.pairs.PromptSplit;
import eliq.prompts.Category;
import eliq.prompts.PromptBank;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A set of pairs: what it is to hold, the plan, the run and the pictures that arrive. Knows no scene graph. */
public final class BuildViewModel {
    /** Newest pictures that are shown. */
    static final int PREVIEWS = 24;

    private static final long SEED = 1;
    private static final double HELD_OUT = 0.1;

    private final Workbench workbench;
    private final ObservableList<eliq.catalog.Prompt> bank;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;
    private final Following following;

    private final StringProperty name = new SimpleStringProperty("first");
    private final ObjectProperty<PromptChoice> prompts =
            new SimpleObjectProperty<>(PromptChoice.MADE_UP);
    private final IntegerProperty count = new SimpleIntegerProperty(70);
    private final ObservableList<String> generators = FXCollections.observableArrayList("painter");
    private final Map<NegativeKind, IntegerProperty> negatives = new EnumMap<>(NegativeKind.class);
    private final ReadOnlyObjectWrapper<Optional<PlanWords>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<FollowedJob>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Path> previews = FXCollections.observableArrayList();
    private boolean looking;

    /**
     * @param bank the prompts that are drawn where those of the workspace are chosen
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public BuildViewModel(
            Workbench workbench,
            ObservableList<eliq.catalog.Prompt> bank,
            Executor worker,
            Executor ui,
            StatusViewModel status) {
        this.workbench = workbench;
        this.bank = bank;
        this.worker = worker;
        this.ui = ui;
        this.status = status;
        this.following = new Following(workbench.jobs(), ui);
        for (NegativeKind kind : NegativeKind.values()) {
            negatives.put(kind, new SimpleIntegerProperty(1));
            negatives.get(kind).subscribe((_, _) -> outdated());
        }
        name.subscribe((_, _) -> outdated());
        prompts.subscribe((_, _) -> outdated());
        count.subscribe((_, _) -> outdated());
        generators.subscribe(this::outdated);
    }

    // Properties

    /** Of the set. */
    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<PromptChoice> promptsProperty() {
        return prompts;
    }

    /** Prompts at most. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** Who draws positives, by name, each as many. */
    public ObservableList<String> generators() {
        return generators;
    }

    /** Negatives of a kind for each positive. */
    public IntegerProperty negativesProperty(NegativeKind kind) {
        return negatives.get(kind);
    }

    /** What would be drawn; absent until it was asked for, and when something was changed since. */
    public ReadOnlyObjectProperty<Optional<PlanWords>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The build that goes on or waits to be gone on with. */
    public ReadOnlyObjectProperty<Optional<FollowedJob>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Files of the newest pictures, newest first. */
    public ObservableList<Path> previews() {
        return previews;
    }

    // Commands

    /** Looks for a build that an earlier start of the program left. */
    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        workbench.jobs().recover();
                        Optional<JobRecord> left =
                                workbench
                                        .catalog()
                                        .jobs()
                                        .inState(
                                                JobState.PAUSED,
                                                JobState.INTERRUPTED,
                                                JobState.QUEUED,
                                                JobState.RUNNING)
                                        .stream()
                                        .filter(
                                                job ->
                                                        job.kind()
                                                                .equals(
                                                                        workbench
                                                                                .buildPairs()
                                                                                .kind()))
                                        .max(Comparator.comparingLong(JobRecord::id));
                        if (left.isPresent()) {
                            BuildPairs parameters =
                                    JobRunner.parameters(left.get(), BuildPairs.class);
                            ui.execute(() -> follow(left.get(), parameters));
                        }
                    } catch (JobException | CatalogException e) {
                        say(e.getMessage());
                    }
                });
    }

    /** Works out what would be drawn; draws nothing. */
    public void plan() {
        notice.set("");
        Wanted wanted = wanted();
        worker.execute(
                () -> {
                    try {
                        BuildPairs parameters = parameters(wanted);
                        BuildPlan found = workbench.buildPairs().plan(parameters);
                        DiskEstimate disk =
                                DiskEstimate.of(found, parameters.settings(), workbench.catalog());
                        PlanWords words =
                                PlanWords.of(
                                        found, disk, workbench.generators().current().configs());
                        ui.execute(() -> plan.set(Optional.of(words)));
                    } catch (PairsException | CatalogException | GenerateException e) {
                        say(e.getMessage());
                    } catch (IllegalArgumentException e) {
                        say("That cannot be built: " + e.getMessage() + ".");
                    }
                });
    }

    /** Builds the set. */
    public void start() {
        notice.set("");
        Wanted wanted = wanted();
        worker.execute(
                () -> {
                    try {
                        BuildPairs parameters = parameters(wanted);
                        JobRecord job = workbench.jobs().submit(workbench.buildPairs(), parameters);
                        ui.execute(() -> follow(job, parameters));
                    } catch (PairsException | CatalogException | GenerateException e) {
                        say(e.getMessage());
                    } catch (IllegalArgumentException e) {
                        say("That cannot be built: " + e.getMessage() + ".");
                    }
                });
    }

    public void pause() {
        control(id -> workbench.jobs().pause(id));
    }

    /** Goes on where it stopped; no picture is drawn twice. */
    public void resume() {
        control(id -> workbench.jobs().requeue(id));
    }

    /** Stops for good; what was drawn stays in the catalogue. */
    public void cancel() {
        boolean active = run.get().filter(FollowedJob::isActive).isPresent();
        control(id -> workbench.jobs().cancel(id));
        if (!active) {
            run.get().ifPresent(following::forget);
            run.set(Optional.empty());
        }
    }

    /** What is chosen, as it was at one moment. */
    private record Wanted(
            String name,
            PromptChoice prompts,
            int count,
            List<String> generators,
            Map<NegativeKind, Integer> negatives,
            List<eliq.catalog.Prompt> bank) {}

    private Wanted wanted() {
        Map<NegativeKind, Integer> counts = new EnumMap<>(NegativeKind.class);
        negatives.forEach((kind, number) -> counts.put(kind, number.get()));
        return new Wanted(
                name.get().strip(),
                prompts.get(),
                count.get(),
                List.copyOf(generators),
                counts,
                List.copyOf(bank));
    }

    private BuildPairs parameters(Wanted wanted) throws GenerateException, PairsException {
        List<BuildPairs.PromptText> texts = texts(wanted);
        if (texts.isEmpty()) {
            throw new PairsException(
                    "There is no prompt to draw; add some to the bank, or choose others.");
        }
        PairSettings settings = PairSettings.of(SEED).with(new PromptSplit(SEED, HELD_OUT));
        for (Map.Entry<NegativeKind, Integer> each : wanted.negatives().entrySet()) {
            settings = settings.with(each.getKey(), each.getValue());
        }
        if (!wanted.generators().equals(List.of("painter"))) {
            Capabilities first =
                    workbench.generators().generator(wanted.generators().getFirst()).capabilities();
            settings = settings.sized(first.preferredWidth(), first.preferredHeight());
        }
        return BuildPairs.of(
                wanted.name(), new BuildPairs.Source.Prompts(texts, wanted.generators()), settings);
    }

    private List<BuildPairs.PromptText> texts(Wanted wanted) {
        return switch (wanted.prompts()) {
            case MADE_UP -> workbench.paintedPrompts(wanted.count(), SEED);
            case SHIPPED ->
                    PromptBank.shipped().prompts().stream()
                            .limit(wanted.count())
                            .map(p -> new BuildPairs.PromptText(p.text(), p.categories()))
                            .toList();
            case BANK ->
                    wanted.bank().stream()
                            .limit(wanted.count())
                            .map(
                                    p ->
                                            new BuildPairs.PromptText(
                                                    p.text(),
                                                    p.categories().stream()
                                                            .flatMap(
                                                                    title ->
                                                                            Category.named(title)
                                                                                    .stream())
                                                            .sorted()
                                                            .toList()))
                            .toList();
        };
    }

    private void follow(JobRecord job, BuildPairs parameters) {
        run.get().ifPresent(following::forget);
        previews.clear();
        FollowedJob followed =
                following.follow(
                        job,
                        "Building set “" + parameters.set() + "”",
                        "",
                        ended -> ended(ended, parameters, job.created()));
        followed.paceProperty()
                .subscribe(
                        pace -> {
                            if (!pace.isEmpty()) {
                                status.working(followed.title(), followed.fractionProperty().get());
                                look(job.created());
                            }
                        });
        run.set(Optional.of(followed));
        look(job.created());
    }

    private void ended(FollowedJob job, BuildPairs parameters, Instant since) {
        look(since);
        status.idle(job.title() + ": " + job.stateProperty().get().key());
        if (job.stateProperty().get() == JobState.DONE) {
            worker.execute(() -> sayResult(job, parameters));
        }
    }

    private void sayResult(FollowedJob job, BuildPairs parameters) {
        try {
            JobRecord record = workbench.catalog().jobs().find(job.id()).orElseThrow();
            workbench
                    .jobs()
                    .result(record, BuildPairs.Result.class)
                    .ifPresent(
                            r ->
                                    say(
                                            "Set “%s” has %,d tuples with %,d negatives%s."
                                                    .formatted(
                                                            parameters.set(),
                                                            r.tuples(),
                                                            r.negatives(),
                                                            r.skipped().isEmpty()
                                                                    ? ""
                                                                    : "; "
                                                                            + r.skipped().size()
                                                                            + " could not be made, see below")));
        } catch (JobException | CatalogException e) {
            say(e.getMessage());
        }
    }

    /** Looks for the newest pictures; once at a time, however often it is asked. */
    private void look(Instant since) {
        if (looking) {
            return;
        }
        looking = true;
        worker.execute(
                () -> {
                    List<Path> newest = newest(since);
                    ui.execute(
                            () -> {
                                looking = false;
                                if (!newest.equals(previews)) {
                                    previews.setAll(newest);
                                }
                            });
                });
    }

    /** Pictures that came into the catalogue since the build began, whoever drew them or made them worse. */
    private List<Path> newest(Instant since) {
        Catalog catalog = workbench.catalog();
        try {
            return catalog.images().page(ImageFilter.all(), ImageSort.NEWEST, 0, PREVIEWS).stream()
                    .map(ImageRow::image)
                    .filter(i -> i.origin() != Origin.IMPORTED && !i.added().isBefore(since))
                    .map(catalog::path)
                    .toList();
        } catch (CatalogException e) {
            say(e.getMessage());
            return List.of();
        }
    }

    /** What is asked of the runner. */
    private interface Control {
        void run(long id) throws JobException, CatalogException;
    }

    private void control(Control control) {
        run.get()
                .ifPresent(
                        job ->
                                worker.execute(
                                        () -> {
                                            try {
                                                control.run(job.id());
                                            } catch (JobException | CatalogException e) {
                                                say(e.getMessage());
                                            }
                                        }));
    }

    private void outdated() {
        plan.set(Optional.empty());
    }

    private void say(String sentence) {
        ui.execute(() -> notice.set(sentence));
    }
}
