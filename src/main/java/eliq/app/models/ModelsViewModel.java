package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.hub.HubException;
import eliq.hub.ImportModel;
import eliq.hub.InstalledModel;
import eliq.hub.ModelRemoval;
import eliq.hub.PullModel;
import eliq.hub.PullModelJob;
import eliq.hub.VerifiedModels;
import eliq.hub.VerifyModels;
import eliq.job.Job;
import eliq.job.JobException;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The models and what can be done with them. JavaFX thread only. Knows no scene graph. */
public final class ModelsViewModel {

    /** What the list shows. */
    public sealed interface State {
        record Loading() implements State {}

        record Empty() implements State {}

        record Showing(int models) implements State {}

        record Failed(String reason) implements State {}
    }

    private final Workbench workbench;
    private final Executor worker;
    private final Executor network;
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<List<ModelDetails>> listed;
    private final Following following;

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<ModelDetails> models = FXCollections.observableArrayList();
    private final ObjectProperty<ModelDetails> selected = new SimpleObjectProperty<>();
    private final ObservableList<Download> downloads = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Machine>> machine =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<Path, Verification> verified = FXCollections.observableHashMap();
    private long asked;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param network the same for what waits for a hub
     * @param ui runs things on the JavaFX thread
     * @param listed told what models there are, each time they were looked for
     */
    public ModelsViewModel(
            Workbench workbench,
            Executor worker,
            Executor network,
            Executor ui,
            StatusViewModel status,
            Consumer<List<ModelDetails>> listed) {
        this.workbench = workbench;
        this.worker = worker;
        this.network = network;
        this.ui = ui;
        this.status = status;
        this.listed = listed;
        this.following = new Following(workbench.jobs(), ui);
    }

    // Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableList<ModelDetails> models() {
        return models;
    }

    public ObjectProperty<ModelDetails> selectedProperty() {
        return selected;
    }

    /** Models on their way here, and those whose way was interrupted. */
    public ObservableList<Download> downloads() {
        return downloads;
    }

    /** Whether a hub is being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** What has to be agreed to before it happens. */
    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What models run on; absent until it was looked up. */
    public ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    /** What came of verifying, by the models' folders. */
    public ObservableMap<Path, Verification> verified() {
        return verified;
    }

    // Commands

    /** Looks for models anew, and for downloads that an earlier start of the program left. */
    public void refresh() {
        worker.execute(
                () -> {
                    try {
                        List<ModelDetails> found = workbench.inventory().list();
                        workbench.jobs().recover();
                        List<JobRecord> unfinished =
                                workbench
                                        .catalog()
                                        .jobs()
                                        .inState(
                                                JobState.PAUSED,
                                                JobState.INTERRUPTED,
                                                JobState.QUEUED,
                                                JobState.RUNNING)
                                        .stream()
                                        .filter(job -> job.kind().equals(PullModelJob.KIND))
                                        .toList();
                        Machine now = Machine.now();
                        ui.execute(() -> show(found, unfinished, now));
                    } catch (CatalogException | JobException e) {
                        ui.execute(() -> state.set(new State.Failed(e.getMessage())));
                    }
                });
    }

    /** Asks the hub about a model; what it would send is put as a question. */
    public void askFor(String model) {
        String wanted = model.strip();
        if (wanted.isEmpty() || asking.get()) {
            return;
        }
        notice.set("");
        question.set(Optional.empty());
        asking.set(true);
        long now = ++asked;
        PullModel pull = new PullModel(wanted, List.of(), false);
        network.execute(
                () -> {
                    try {
                        Question answer = Question.pull(workbench.pullModel().plan(pull), pull);
                        ui.execute(() -> put(now, answer));
                    } catch (HubException e) {
                        ui.execute(() -> refused(now, e.getMessage()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        ui.execute(() -> refused(now, "The hub was not asked to the end."));
                    }
                });
    }

    /** Says what the removal of the selected model would take away, as a question. */
    public void askToRemove(ModelDetails model) {
        notice.set("");
        String name = model.model().name();
        long now = ++asked;
        worker.execute(
                () -> {
                    try {
                        List<ModelRemoval.Removed> gone =
                                new ModelRemoval(workbench.installedModels()).remove(name, true);
                        ui.execute(() -> put(now, Question.removal(name, gone)));
                    } catch (HubException e) {
                        ui.execute(() -> refused(now, e.getMessage()));
                    }
                });
    }

    /** Does what was asked about. */
    public void agree() {
        Optional<Question> agreed = question.get();
        question.set(Optional.empty());
        agreed.filter(Question::possible)
                .ifPresent(
                        q -> {
                            switch (q.what()) {
                                case Question.What.Pull(PullModel pull) ->
                                        submit(
                                                workbench.pullModel(),
                                                pull,
                                                job -> download(pull.model(), job));
                                case Question.What.Remove(String name) -> remove(name);
                            }
                        });
    }

    /** Does not do what was asked about; a hub that is still being asked is not waited for. */
    public void decline() {
        asked++;
        asking.set(false);
        question.set(Optional.empty());
    }

    public void pause(Download download) {
        control(() -> workbench.jobs().pause(download.job().id()));
    }

    /** Goes on with a download from where it stopped. */
    public void resume(Download download) {
        control(() -> workbench.jobs().requeue(download.job().id()));
    }

    /** Stops a download for good; what has come stays in the cache for another time. */
    public void cancel(Download download) {
        boolean active = download.job().isActive();
        control(() -> workbench.jobs().cancel(download.job().id()));
        if (!active) {
            leave(download.job());
        }
    }

    /** Reads a model through. */
    public void verify(ModelDetails model) {
        notice.set("");
        Path folder = model.model().folder();
        verified.put(folder, new Verification.Running());
        submit(
                workbench.verifyModels(),
                new VerifyModels(List.of(model.model().name())),
                job ->
                        following.follow(
                                job,
                                "Verifying " + model.model().name(),
                                "MB",
                                ended -> judge(folder, ended)));
    }

    /**
     * Makes a model in a folder known.
     *
     * @param copy whether the workspace gets a copy, or only remembers where it is
     */
    public void bringIn(Path folder, boolean copy) {
        notice.set("");
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        submit(
                workbench.importModel(),
                new ImportModel(folder, name, copy),
                job ->
                        following.follow(
                                job,
                                "Importing " + name,
                                "MB",
                                ended ->
                                        arrived(
                                                ended,
                                                "Model “"
                                                        + name
                                                        + "” is known now by this name.")));
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private void show(List<ModelDetails> found, List<JobRecord> unfinished, Machine now) {
        Optional<Path> before = Optional.ofNullable(selected.get()).map(m -> m.model().folder());
        machine.set(Optional.of(now));
        models.setAll(found);
        listed.accept(found);
        selected.set(
                found.stream()
                        .filter(m -> before.equals(Optional.of(m.model().folder())))
                        .findFirst()
                        .orElse(found.isEmpty() ? null : found.getFirst()));
        state.set(found.isEmpty() ? new State.Empty() : new State.Showing(found.size()));
        for (JobRecord job : unfinished) {
            if (downloads.stream().noneMatch(d -> d.job().id() == job.id())) {
                Downloads.model(job).ifPresent(model -> download(model, job));
            }
        }
    }

    private void put(long then, Question answer) {
        if (then == asked) {
            asking.set(false);
            question.set(Optional.of(answer));
        }
    }

    private void refused(long then, String why) {
        if (then == asked) {
            asking.set(false);
            notice.set(why);
        }
    }

    private void download(String model, JobRecord job) {
        FollowedJob followed = following.follow(job, "Fetching " + model, "MB", this::pulled);
        if (followed.stateProperty().get() != JobState.DONE) {
            downloads.add(new Download(model, followed));
        }
    }

    private void pulled(FollowedJob job) {
        switch (job.stateProperty().get()) {
            case DONE -> {
                leave(job);
                arrived(job, "Done: " + job.title() + ". It is in the list now.");
            }
            case CANCELLED -> {
                leave(job);
                notice.set("Stopped. What has come stays in the cache, and is used another time.");
            }
            default -> status.idle(job.title() + " stopped");
        }
    }

    private void leave(FollowedJob job) {
        downloads.removeIf(d -> d.job().id() == job.id());
        following.forget(job);
    }

    private void arrived(FollowedJob job, String sentence) {
        boolean done = job.stateProperty().get() == JobState.DONE;
        notice.set(done ? sentence : job.errorProperty().get());
        status.idle(job.title() + (done ? ": done" : ": failed"));
        following.forget(job);
        refresh();
    }

    private void judge(Path folder, FollowedJob ended) {
        following.forget(ended);
        if (ended.stateProperty().get() != JobState.DONE) {
            verified.put(folder, new Verification.Failed(ended.errorProperty().get()));
            return;
        }
        worker.execute(
                () -> {
                    Verification found;
                    try {
                        found =
                                workbench
                                        .jobs()
                                        .result(
                                                workbench
                                                        .catalog()
                                                        .jobs()
                                                        .find(ended.id())
                                                        .orElseThrow(),
                                                VerifiedModels.class)
                                        .map(Verification::of)
                                        .orElseThrow();
                    } catch (JobException | CatalogException e) {
                        found = new Verification.Failed(e.getMessage());
                    }
                    Verification result = found;
                    ui.execute(() -> verified.put(folder, result));
                });
    }

    private void remove(String name) {
        worker.execute(
                () -> {
                    String said;
                    try {
                        List<ModelRemoval.Removed> gone =
                                new ModelRemoval(workbench.installedModels()).remove(name, false);
                        long freed = gone.stream().mapToLong(ModelRemoval.Removed::freed).sum();
                        said = "Removed " + name + "; " + Amounts.bytes(freed) + " are free again.";
                    } catch (HubException e) {
                        said = e.getMessage();
                    }
                    String sentence = said;
                    ui.execute(
                            () -> {
                                notice.set(sentence);
                                refresh();
                            });
                });
    }

    private <P extends Record, R extends Record> void submit(
            Job<P, R> job, P parameters, Consumer<JobRecord> submitted) {
        worker.execute(
                () -> {
                    try {
                        JobRecord record = workbench.jobs().submit(job, parameters);
                        ui.execute(() -> submitted.accept(record));
                    } catch (CatalogException e) {
                        ui.execute(() -> notice.set(e.getMessage()));
                    }
                });
    }

    /** What is asked of the runner. */
    private interface Control {
        void run() throws JobException, CatalogException;
    }

    private void control(Control control) {
        worker.execute(
                () -> {
                    try {
                        control.run();
                    } catch (JobException | CatalogException e) {
                        ui.execute(() -> notice.set(e.getMessage()));
                    }
                });
    }

    /** Whether the program can take this model away. */
    public static boolean isRemovable(ModelDetails model) {
        return model.model().origin() != InstalledModel.Origin.SHIPPED;
    }
}
