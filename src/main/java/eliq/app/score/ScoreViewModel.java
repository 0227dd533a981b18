package eliq.app.score;

import eliq.app.frame.StatusViewModel;
import eliq.image.ImageException;
import eliq.image.PromptTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of the Score view and what can be done with them. Knows no scene graph. */
public final class ScoreViewModel {

    /**
     * What judges.
     *
     * @param name in a few words
     * @param limits what it can and cannot judge, in one or two sentences
     */
    public record Judge(String name, String limits) {}

    private final Scoring scoring;
    private final ScorerChoice scorers;
    private final ReadOnlyObjectWrapper<Judge> judge = new ReadOnlyObjectWrapper<>();
    private final Function<List<Path>, List<Path>> expand;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;

    // A row that gets a score is a change of the list: orders and parts of it follow.
    private final ObservableList<ScoreRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.judgementProperty()});
    private final ObjectProperty<ScoreRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Spread spread = new Spread(rows);
    private final Explainer explainer;
    // Rows of an earlier generation are dropped by the worker: the list was cleared meanwhile.
    private final AtomicLong generation = new AtomicLong();
    private Optional<Path> judging = Optional.empty();

    /**
     * @param scoring judges with whatever is chosen
     * @param scorers that may be chosen from; another choice judges all rows again
     * @param expand folders to the image files in them, in natural order
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public ScoreViewModel(
            Scoring scoring,
            ScorerChoice scorers,
            Function<List<Path>, List<Path>> expand,
            Executor worker,
            Executor ui,
            StatusViewModel status) {
        this.scoring = scoring;
        this.scorers = scorers;
        this.explainer = new Explainer(scoring, worker, ui);
        this.expand = expand;
        this.worker = worker;
        this.ui = ui;
        this.status = status;
        scorers.currentProperty().subscribe(this::judged);
    }

    // Properties

    /** In the order of dropping. */
    public ObservableList<ScoreRow> rows() {
        return rows;
    }

    public ObjectProperty<ScoreRow> selectedProperty() {
        return selected;
    }

    /** Rows that wait or run. */
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What judges now. */
    public ReadOnlyObjectProperty<Judge> judgeProperty() {
        return judge.getReadOnlyProperty();
    }

    /** The scorers that may judge. */
    public ScorerChoice scorers() {
        return scorers;
    }

    /** How the scores are spread, and the part of them that is looked at. */
    public Spread spread() {
        return spread;
    }

    /** Finds out what moved a score. */
    public Explainer explainer() {
        return explainer;
    }

    // Commands

    /** Adds files and the images in folders; what is already listed is not added again. */
    public void add(List<Path> dropped) {
        long now = generation.get();
        notice.set("");
        worker.execute(
                () -> {
                    List<Path> files = expand.apply(dropped);
                    ui.execute(() -> enlist(files, now));
                });
    }

    /** Gives a row another prompt, or none where {@code text} is blank, and scores it again. */
    public void usePrompt(ScoreRow row, String text) {
        String wanted = text.strip();
        if (wanted.equals(row.promptProperty().get())) {
            return;
        }
        row.prompt(wanted, wanted.isEmpty() ? "" : "typed here");
        submit(row, generation.get(), false);
    }

    /**
     * Gives rows one prompt and scores them again.
     *
     * @param onlyWithout whether rows that have a prompt keep it
     */
    public void usePromptForAll(String text, boolean onlyWithout) {
        List<ScoreRow> wanted =
                rows.stream()
                        .filter(row -> !onlyWithout || row.promptProperty().get().isEmpty())
                        .toList();
        wanted.forEach(row -> usePrompt(row, text));
        notice.set(
                wanted.isEmpty()
                        ? "Every image has a prompt already."
                        : "The prompt was given to " + Counted.of(wanted.size(), "image") + ".");
    }

    /** Gives rows the prompts that a table has for them, and says how many it had none for. */
    public void usePrompts(Path table) {
        worker.execute(
                () -> {
                    try {
                        PromptTable prompts = PromptTable.read(table);
                        ui.execute(() -> use(prompts));
                    } catch (ImageException e) {
                        ui.execute(() -> notice.set(e.getMessage()));
                    }
                });
    }

    private void use(PromptTable prompts) {
        int found = 0;
        for (ScoreRow row : rows) {
            Optional<String> prompt = prompts.promptFor(row.path());
            if (prompt.isPresent()) {
                found++;
                usePrompt(row, prompt.get());
            }
        }
        notice.set(
                "%s found the prompts of %s; %d have none there."
                        .formatted(
                                prompts.name(), Counted.of(found, "image"), rows.size() - found));
    }

    /** Says what judges from now on; all rows are judged again where it is another scorer than before. */
    private void judged(Optional<InstalledScorer> now) {
        judge.set(new Judge(scoring.name(), scoring.limits()));
        status.model(scoring.name());
        Optional<Path> folder = now.map(InstalledScorer::folder);
        if (!folder.equals(judging)) {
            judging = folder;
            explainer.stop();
            rows.forEach(row -> submit(row, generation.get(), false));
        }
    }

    /** Does something slow, then says what it says. */
    public void inBackground(Supplier<String> work) {
        worker.execute(
                () -> {
                    String said = work.get();
                    ui.execute(() -> notice.set(said));
                });
    }

    /** Scores an image that has no file yet, such as one from the clipboard. */
    public void addPicture(Callable<Path> keep) {
        worker.execute(
                () -> {
                    try {
                        Path file = keep.call();
                        ui.execute(() -> add(List.of(file)));
                    } catch (Exception e) {
                        ui.execute(
                                () ->
                                        notice.set(
                                                "The picture could not be kept: "
                                                        + e.getMessage()));
                    }
                });
    }

    /** Forgets all rows; what is being scored is finished and thrown away. */
    public void clear() {
        generation.incrementAndGet();
        selected.set(null);
        explainer.stop();
        spread.brushProperty().set(Optional.empty());
        rows.clear();
        pending.set(0);
        notice.set("");
        status.idle("Ready");
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private void enlist(List<Path> files, long then) {
        if (then != generation.get()) {
            return;
        }
        Set<Path> listed = rows.stream().map(ScoreRow::path).collect(Collectors.toSet());
        List<ScoreRow> added = files.stream().filter(listed::add).map(ScoreRow::new).toList();
        if (added.isEmpty()) {
            notice.set(
                    files.isEmpty()
                            ? "No image was found in what was dropped."
                            : "These images are already in the list.");
            return;
        }
        rows.addAll(added);
        if (selected.get() == null) {
            selected.set(added.getFirst());
        }
        added.forEach(row -> submit(row, then, true));
    }

    private void submit(ScoreRow row, long then, boolean lookForPrompt) {
        long ticket = row.takeTicket();
        move(row, new ScoreRow.State.Waiting());
        worker.execute(
                () -> {
                    if (then == generation.get() && row.isCurrent(ticket)) {
                        score(row, then, ticket, lookForPrompt);
                    }
                });
    }

    private void score(ScoreRow row, long then, long ticket, boolean lookForPrompt) {
        Optional<Scoring.FoundPrompt> found =
                lookForPrompt ? scoring.promptOf(row.path()) : Optional.empty();
        Optional<String> prompt =
                lookForPrompt
                        ? found.map(Scoring.FoundPrompt::text)
                        : Optional.of(row.promptProperty().get()).filter(text -> !text.isEmpty());
        ui.execute(
                () -> {
                    if (then == generation.get() && row.isCurrent(ticket)) {
                        found.ifPresent(p -> row.prompt(p.text(), p.source()));
                        move(row, new ScoreRow.State.Running());
                        status.working(
                                "Scoring " + row.name() + " (" + pending.get() + " left)", -1);
                    }
                });
        ScoreRow.State result;
        try {
            result = new ScoreRow.State.Scored(scoring.score(row.path(), prompt));
        } catch (Scoring.ScoringException e) {
            result = new ScoreRow.State.Failed(e.getMessage());
        }
        ScoreRow.State state = result;
        ui.execute(
                () -> {
                    if (then == generation.get() && row.isCurrent(ticket)) {
                        finish(row, state);
                    }
                });
    }

    private void finish(ScoreRow row, ScoreRow.State state) {
        move(row, state);
        if (pending.get() == 0) {
            long failed =
                    rows.stream()
                            .filter(
                                    each ->
                                            each.stateProperty().get()
                                                    instanceof ScoreRow.State.Failed)
                            .count();
            status.idle(
                    (rows.size() - failed)
                            + " scored"
                            + (failed == 0 ? "" : ", " + failed + " could not be scored"));
        }
    }

    private void move(ScoreRow row, ScoreRow.State to) {
        boolean wasPending = row.isPending();
        row.state(to);
        if (row.isPending() && !wasPending) {
            pending.set(pending.get() + 1);
        } else if (wasPending && !row.isPending()) {
            pending.set(pending.get() - 1);
        }
    }
}
