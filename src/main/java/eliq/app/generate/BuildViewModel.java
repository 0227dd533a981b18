package eliq.app.generate;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.generate.GenerateException;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPlan;
import eliq.pairs.DiskEstimate;
import eliq.pairs.PairsException;
import eliq.workbench.Workbench;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** A set of pairs: what it is to hold, the plan, and the run that builds it. Knows no scene graph. */
public final class BuildViewModel {
    private final Workbench workbench;
    private final Executor worker;
    private final Executor ui;
    private final BuildSettings settings;
    private final BuildRunModel run;
    private final ReadOnlyObjectWrapper<Optional<PlanWords>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

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
        this.worker = worker;
        this.ui = ui;
        this.settings = new BuildSettings(bank, () -> plan.set(Optional.empty()));
        this.run = new BuildRunModel(workbench, worker, ui, status, notice::set, this::fail);
    }

    // Properties

    /** What the set is to hold. */
    public BuildSettings settings() {
        return settings;
    }

    /** The build that goes on, or was stopped. */
    public BuildRunModel run() {
        return run;
    }

    /** What would be drawn; absent until it was asked for, and when something was changed since. */
    public ReadOnlyObjectProperty<Optional<PlanWords>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** One sentence on what was just done; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why what was wanted last did not happen, one sentence; empty where it did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    // Commands

    /** Works out what would be drawn; draws nothing. */
    public void plan() {
        BuildOrder order = settings.now();
        withParameters(
                order,
                parameters -> {
                    BuildPlan found = workbench.buildPairs().plan(parameters);
                    DiskEstimate disk =
                            DiskEstimate.of(found, parameters.settings(), workbench.catalog());
                    PlanWords words =
                            PlanWords.of(found, disk, workbench.generators().current().configs());
                    ui.execute(
                            () -> {
                                // Of what was changed meanwhile it would be no plan.
                                if (order.equals(settings.now())) {
                                    run.leaveDone();
                                    plan.set(Optional.of(words));
                                }
                            });
                });
    }

    /** Builds the set. */
    public void start() {
        withParameters(settings.now(), parameters -> ui.execute(() -> run.begin(parameters)));
    }

    /** What is done with a job's parameters, off the JavaFX thread. */
    private interface Use {
        void of(BuildPairs parameters) throws PairsException, CatalogException, GenerateException;
    }

    private void withParameters(BuildOrder order, Use use) {
        notice.set("");
        problem.set("");
        worker.execute(
                () -> {
                    try {
                        use.of(order.parameters(workbench));
                    } catch (PairsException | CatalogException | GenerateException e) {
                        ui.execute(() -> fail(Failure.sentence(e)));
                    } catch (IllegalArgumentException e) {
                        ui.execute(() -> fail("That cannot be built: " + e.getMessage() + "."));
                    }
                });
    }

    private void fail(String sentence) {
        notice.set("");
        problem.set(sentence);
    }
}
