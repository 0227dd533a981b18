package eliq.app.score;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import eliq.scorer.PromptMix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;

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
            FXCollections.observableArrayList(row -> new Observable[] {row.changesProperty()});
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Spread spread = new Spread(rows);
    private final ReadOnlyStringWrapper mixed = new ReadOnlyStringWrapper("");
    private final SortedList<ScoreRow> ordered = new SortedList<>(spread.shown());
    private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(RowOrder.DROPPING);
    private final RowChoice choice = new RowChoice(ordered);
    private final Removals removals = new Removals(rows);
    private final JudgingQueue queue;
    private final RowPrompts prompts;
    private final Explainer explainer;
    // What was dropped before the list was cleared is not listed after that.
    private long generation;
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
        this.queue = new JudgingQueue(scoring, worker, ui, status, rows);
        this.prompts = new RowPrompts(rows, queue::judge, worker, ui, notice::set);
        ordered.comparatorProperty().bind(order.map(now -> now.comparator().orElse(null)));
        rows.addListener((ListChangeListener<ScoreRow>) _ -> mixed.set(mix().remark().orElse("")));
        scorers.currentProperty().subscribe(this::judged);
    }

    // Properties

    /** In the order of dropping. */
    public ObservableList<ScoreRow> rows() {
        return rows;
    }

    /** The rows that the brush lets through, in the chosen order. */
    public ObservableList<ScoreRow> ordered() {
        return ordered;
    }

    /** How the rows are ordered. */
    public ObjectProperty<RowOrder> orderProperty() {
        return order;
    }

    /** Which rows are looked at and compared. */
    public RowChoice choice() {
        return choice;
    }

    /** Rows that wait or run. */
    public ReadOnlyIntegerProperty pendingProperty() {
        return queue.pendingProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** One sentence on scores in the list that cannot be compared with one another; empty where all can. */
    public ReadOnlyStringProperty mixedProperty() {
        return mixed.getReadOnlyProperty();
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

    /** The prompts that the rows are scored with. */
    public RowPrompts prompts() {
        return prompts;
    }

    /** Finds out what moved a score. */
    public Explainer explainer() {
        return explainer;
    }

    // Commands

    /** Adds files and the images in folders; what is already listed is not added again. */
    public void add(List<Path> dropped) {
        long now = generation;
        notice.set("");
        worker.execute(
                () -> {
                    List<Path> files = expand.apply(dropped);
                    ui.execute(() -> enlist(files, now));
                });
    }

    /** Says what judges from now on; all rows are judged again where it is another scorer than before. */
    private void judged(Optional<InstalledScorer> now) {
        judge.set(new Judge(scoring.name(), scoring.limits()));
        status.model(scoring.name());
        Optional<Path> folder = now.map(InstalledScorer::folder);
        if (!folder.equals(judging)) {
            judging = folder;
            explainer.stop();
            removals.rows().forEach(row -> row.state(new ScoreRow.State.Added()));
            rows.forEach(queue::judge);
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

    /** Orders the rows by the next column; after the last one as they were dropped. */
    public void orderByNext() {
        order.set(order.get().next());
    }

    /** Orders the rows the other way round. */
    public void turnOrder() {
        order.set(order.get().turn());
    }

    /** Takes the chosen rows out of the list; of two that are compared, the one that is not pinned. */
    public void remove() {
        List<ScoreRow> gone = choice.removable();
        if (gone.isEmpty()) {
            return;
        }
        choice.leave(gone);
        remove(gone);
        notice.set(
                (gone.size() == 1 ? gone.getFirst().name() : Amounts.count(gone.size(), "image"))
                        + " taken out of the list; the file stays where it is. U undoes.");
    }

    /** Takes all rows out of the list; what is being scored is finished and thrown away. */
    public void clear() {
        generation++;
        choice.forget();
        explainer.stop();
        spread.brushProperty().set(Optional.empty());
        List<ScoreRow> gone = List.copyOf(rows);
        remove(gone);
        notice.set(
                gone.isEmpty() ? "" : Amounts.count(gone.size(), "image") + " cleared. U undoes.");
    }

    private void remove(List<ScoreRow> gone) {
        removals.remove(gone);
        queue.leave(gone);
    }

    /** Puts back what was taken out last, and chooses it; a pinned row stays pinned. */
    public void undo() {
        if (removals.isEmpty()) {
            notice.set("Nothing to undo.");
            return;
        }
        List<ScoreRow> back = removals.undo();
        back.stream()
                .filter(row -> row.stateProperty().get() instanceof ScoreRow.State.Added)
                .forEach(queue::judge);
        queue.report();
        notice.set("Undone: " + Amounts.count(back.size(), "image") + " in the list again.");
        back.stream().filter(ordered::contains).findFirst().ifPresent(choice::show);
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private PromptMix mix() {
        return PromptMix.of(
                rows.stream()
                        .flatMap(row -> row.judgement().stream())
                        .map(judgement -> judgement.alignment().isPresent())
                        .toList());
    }

    private void enlist(List<Path> files, long then) {
        if (then != generation) {
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
        if (choice.now() instanceof Chosen.None) {
            choice.look(added.getFirst());
        }
        added.forEach(queue::judge);
    }
}
