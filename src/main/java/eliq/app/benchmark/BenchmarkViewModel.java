package eliq.app.benchmark;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.benchmark.Evaluation;
import eliq.benchmark.ImportRatings;
import eliq.catalog.JobRecord;
import eliq.report.ReportForm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The rated sets, the evaluations on them, and what is shown of them. Knows no scene graph. For the JavaFX thread. */
public final class BenchmarkViewModel {

    /** What the view shows. */
    public enum Page {
        RESULTS,
        IMPORT,
        METHODS
    }

    private static final String UNREADABLE = "The rated sets cannot be read";

    private final Bench bench;
    private final Inquiry inquiry;
    private final BenchQuestions questions;
    private final Work work;
    private final ImportViewModel imports;
    private final MethodsViewModel methods = new MethodsViewModel();
    private final ResultViewModel result = new ResultViewModel();
    private final RatedShelf shelf;
    private final ReadOnlyObjectWrapper<Optional<PastRun>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.RESULTS);
    private final ReadOnlyObjectWrapper<BenchmarkState> state =
            new ReadOnlyObjectWrapper<>(new BenchmarkState.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private long wanted;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public BenchmarkViewModel(Bench bench, Executor worker, Executor ui, StatusViewModel status) {
        this.bench = bench;
        this.shelf = new RatedShelf(bench);
        this.inquiry = new Inquiry(worker, ui);
        this.questions = new BenchQuestions(bench, inquiry);
        this.imports = new ImportViewModel(bench::preview, worker, ui);
        this.work = new Work(bench, worker, ui, status, this::ended);
    }

    // Properties

    public ImportViewModel imports() {
        return imports;
    }

    public MethodsViewModel methods() {
        return methods;
    }

    public ResultViewModel result() {
        return result;
    }

    /** What its parts ask. */
    public BenchQuestions questions() {
        return questions;
    }

    /** The job that this view waits for. */
    public Work work() {
        return work;
    }

    public ObservableList<SetSummary> sets() {
        return shelf.sets();
    }

    /** Evaluations that can be opened, the newest first. */
    public ObservableList<PastRun> runs() {
        return shelf.runs();
    }

    /** The evaluation that is shown. */
    public ReadOnlyObjectProperty<Optional<PastRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public ReadOnlyObjectProperty<BenchmarkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    // Commands

    /** Looks again at what there is, and opens the wanted or newest evaluation where none is shown. */
    public void refresh() {
        ask(
                UNREADABLE,
                shelf::read,
                found -> {
                    fill(found);
                    if (methods.setProperty().get().isEmpty()) {
                        methods.setProperty().set(sets().stream().findFirst());
                    }
                    if (result.evaluationProperty().get().isPresent()) {
                        state.set(new BenchmarkState.Shown());
                    } else {
                        shelf.runOrNewest(wanted).ifPresentOrElse(this::open, this::nothingToOpen);
                    }
                });
    }

    private void nothingToOpen() {
        state.set(sets().isEmpty() ? new BenchmarkState.NoSets() : new BenchmarkState.NoRuns());
    }

    /** Has the evaluation of this job shown by the next refresh, if it is there. */
    public void want(long job) {
        wanted = job;
    }

    /** Shows an earlier evaluation. */
    public void open(PastRun past) {
        state.set(new BenchmarkState.Loading());
        ask(
                "The evaluation cannot be opened",
                () -> bench.evaluation(past.job()),
                evaluation -> shown(past, evaluation));
    }

    /** Shows the evaluation that the command line wrote into this folder or file. */
    public void open(Path place) {
        state.set(new BenchmarkState.Loading());
        ask(
                "The evaluation cannot be opened",
                () -> bench.evaluation(place),
                evaluation -> shown(PastRun.writtenTo(place, evaluation), evaluation));
    }

    private void shown(PastRun past, Evaluation evaluation) {
        if (past.job() == 0 && !runs().contains(past)) {
            runs().addFirst(past);
        }
        result.show(evaluation);
        run.set(Optional.of(past));
        page.set(Page.RESULTS);
        state.set(new BenchmarkState.Shown());
    }

    /** Brings the rated set in that was previewed. */
    public void startImport() {
        if (!imports.ready()) {
            return;
        }
        ImportRatings wanted = imports.wanted().orElseThrow();
        ask(
                "The import cannot be started",
                () -> bench.start(wanted),
                job -> work.follow(job, "Importing " + wanted.name()));
    }

    /** Runs what was chosen. */
    public void evaluate() {
        Optional<String> problem = methods.problem();
        if (problem.isPresent()) {
            say(problem.get());
            return;
        }
        String set = methods.setProperty().get().orElseThrow().name();
        ask(
                "The evaluation cannot be started",
                () -> bench.start(methods.parameters(bench.output(set, Instant.now()))),
                job -> {
                    page.set(Page.RESULTS);
                    work.follow(job, "Evaluating on " + set);
                });
    }

    /** Goes on with a job that was stopped or failed. */
    public void goOn(long job) {
        ask(
                "The job cannot be gone on with",
                () -> {
                    bench.goOn(job);
                    return job;
                },
                _ -> {
                    work.followAgain(job);
                    refresh();
                });
    }

    /** Writes the report of what is shown into a folder. */
    public void export(Set<ReportForm> forms, Path folder) {
        say("Writing the report …");
        questions.export(result.evaluationProperty().get().orElseThrow(), forms, folder, this::say);
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    /** Hears no more of jobs. */
    public void close() {
        work.close();
    }

    private void ended(JobRecord job) {
        switch (job.state()) {
            case DONE -> done(job);
            case FAILED -> state.set(BenchmarkState.Failed.of(job));
            default -> {
                say(
                        "Job "
                                + job.id()
                                + " was stopped; what it had done is kept. Jobs goes on with it.");
                refresh();
            }
        }
    }

    private void done(JobRecord job) {
        if (job.kind().equals(PastRun.Kind.EVALUATION.job())) {
            say("");
            open(RunFacts.of(PastRun.Kind.EVALUATION, job));
            refreshLists();
            return;
        }
        inquiry.ask(
                () -> bench.imported(job.id()),
                imported -> {
                    say(ImportSentence.of(imported));
                    imports.clear();
                    refreshLists();
                    page.set(Page.METHODS);
                },
                reason -> say(Failure.sentence(reason)));
    }

    private Optional<SetSummary> fill(RatedShelf.Found found) {
        Optional<SetSummary> fresh = shelf.fill(found);
        methods.offer(found.choices());
        return fresh;
    }

    /** The lists, and the newest set chosen for what comes next. */
    private void refreshLists() {
        ask(
                UNREADABLE,
                shelf::read,
                found -> {
                    Optional<String> before = methods.setProperty().get().map(SetSummary::name);
                    fill(found)
                            .or(() -> before.flatMap(shelf::set))
                            .ifPresent(set -> methods.setProperty().set(Optional.of(set)));
                    if (state.get() instanceof BenchmarkState.NoSets && !sets().isEmpty()) {
                        state.set(new BenchmarkState.NoRuns());
                    }
                });
    }

    private <T> void ask(String failure, Inquiry.Question<T> question, Consumer<T> then) {
        inquiry.ask(
                question,
                then,
                reason -> state.set(new BenchmarkState.Failed(failure, reason, Optional.empty())));
    }
}
