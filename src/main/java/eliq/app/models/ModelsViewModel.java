package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.follow.JobControl;
import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.hub.HubException;
import eliq.hub.ImportModel;
import eliq.hub.InstalledModel;
import eliq.hub.ModelRemoval;
import eliq.hub.PullModel;
import eliq.hub.PullModelJob;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The models and what can be done with them. JavaFX thread only. Knows no scene graph. */
public final class ModelsViewModel {

    /** What the list shows. */
    public sealed interface State {
        record Loading() implements State {}

        record Empty() implements State {}

        /** @param onlyShipped whether all of them came with the program */
        record Showing(int models, boolean onlyShipped) implements State {}

        record Failed(String reason) implements State {}
    }

    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<List<ModelDetails>> listed;
    private final Following following;
    private final JobControl control;
    private final DownloadsModel downloads;
    private final VerificationsModel verifications;
    private final AtomicBoolean outdated = new AtomicBoolean();
    private final MachineModel machine;
    private final ConsentModel consent;

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ModelList list = new ModelList();

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
        this.ui = ui;
        this.status = status;
        this.listed = listed;
        this.following = new Following(workbench.jobs(), ui);
        this.machine = new MachineModel(network, ui, notice::set);
        this.control = new JobControl(workbench.jobs(), worker, ui, notice::set);
        this.downloads =
                new DownloadsModel(workbench.pullModel(), following, control, this::stopped);
        this.verifications = new VerificationsModel(workbench, worker, ui, following, control);
        this.consent = new ConsentModel(workbench, worker, network, ui, this::agreed, notice::set);
        workbench.jobs().listen(this::on);
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
        return list.models();
    }

    public ObjectProperty<ModelDetails> selectedProperty() {
        return list.selectedProperty();
    }

    /** Models on their way here, and those whose way was interrupted. */
    public DownloadsModel downloads() {
        return downloads;
    }

    /** What came of reading models through. */
    public VerificationsModel verifications() {
        return verifications;
    }

    /** What has to be agreed to before it happens. */
    public ConsentModel consent() {
        return consent;
    }

    /** What models run on; absent until it was looked up. */
    public ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
        return machine.machineProperty();
    }

    // Commands

    /** Looks for models anew, and for downloads that an earlier start of the program left. */
    public void refresh() {
        worker.execute(
                () -> {
                    outdated.set(false);
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
                        machine.refresh();
                        ui.execute(() -> show(found, unfinished));
                    } catch (CatalogException | JobException e) {
                        ui.execute(() -> state.set(new State.Failed(e.getMessage())));
                    }
                });
    }

    /** Whatever is done may have made a model: a training, the demo, an import. On any thread. */
    private void on(JobEvent event) {
        if (event instanceof JobEvent.StateChanged(JobRecord job)
                && job.state() == JobState.DONE
                && outdated.compareAndSet(false, true)) {
            refresh();
        }
    }

    /** Finds out whether there is a GPU, once: it starts libtorch, so not before somebody looks. */
    public void lookForAccelerator() {
        machine.lookForAccelerator();
    }

    /** Asks the hub about a model; what a pull would send and fetch is put as a question. */
    public void askFor(String model) {
        notice.set("");
        consent.askFor(model);
    }

    /** Says what the removal of a model would take away, as a question. */
    public void askToRemove(ModelDetails model) {
        notice.set("");
        consent.askToRemove(model);
    }

    private void agreed(Question.What what) {
        switch (what) {
            case Question.What.Pull(PullModel pull) -> downloads.begin(pull);
            case Question.What.Remove(String name) -> remove(name);
        }
    }

    /** Reads a model through. */
    public void verify(ModelDetails model) {
        notice.set("");
        verifications.verify(model);
    }

    /**
     * Makes a model in a folder known.
     *
     * @param copy whether the workspace gets a copy, or only remembers where it is
     */
    public void bringIn(Path folder, boolean copy) {
        notice.set("");
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        control.submit(
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

    /** Selects the model of this name as soon as there is one. */
    public void selectOnceListed(String name) {
        list.selectOnceListed(name);
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private void show(List<ModelDetails> found, List<JobRecord> unfinished) {
        list.are(found);
        listed.accept(found);
        boolean onlyShipped = found.stream().noneMatch(ModelsViewModel::isRemovable);
        state.set(
                found.isEmpty() ? new State.Empty() : new State.Showing(found.size(), onlyShipped));
        downloads.offer(unfinished);
    }

    private void stopped(FollowedJob download) {
        switch (download.stateProperty().get()) {
            case DONE ->
                    arrived(download, "Done: " + download.title() + ". It is in the list now.");
            case CANCELLED ->
                    notice.set(
                            "Stopped. What has come stays in the cache, and is used another time.");
            default -> status.idle(download.title() + " stopped");
        }
    }

    private void arrived(FollowedJob job, String sentence) {
        boolean done = job.stateProperty().get() == JobState.DONE;
        notice.set(done ? sentence : Failure.sentence(job.errorProperty().get()));
        status.idle(job.title() + (done ? ": done" : ": failed"));
        following.forget(job);
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

    /** Whether the program can take this model away. */
    public static boolean isRemovable(ModelDetails model) {
        return model.model().origin() != InstalledModel.Origin.SHIPPED;
    }
}
