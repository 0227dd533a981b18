package eliq.app.models;

import eliq.hub.HubException;
import eliq.hub.ModelRemoval;
import eliq.hub.PullModel;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Puts what would be fetched or deleted as a question first. JavaFX thread only. Knows no scene graph. */
public final class ConsentModel {
    private final Workbench workbench;
    private final Executor worker;
    private final Executor network;
    private final Executor ui;
    private final Consumer<Question.What> agreed;
    private final Consumer<String> refused;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private long asked;

    /**
     * @param agreed does what was agreed to
     * @param refused takes the reason why there is no question, one sentence
     */
    ConsentModel(
            Workbench workbench,
            Executor worker,
            Executor network,
            Executor ui,
            Consumer<Question.What> agreed,
            Consumer<String> refused) {
        this.workbench = workbench;
        this.worker = worker;
        this.network = network;
        this.ui = ui;
        this.agreed = agreed;
        this.refused = refused;
    }

    /** Whether a hub is being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** What has to be agreed to before it happens. */
    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Does what was asked about. */
    public void agree() {
        Optional<Question> now = question.get();
        question.set(Optional.empty());
        now.filter(Question::possible).map(Question::what).ifPresent(agreed);
    }

    /** Does not do what was asked about; a hub that is still being asked is not waited for. */
    public void decline() {
        asked++;
        asking.set(false);
        question.set(Optional.empty());
    }

    void askFor(String model) {
        String wanted = model.strip();
        if (wanted.isEmpty() || asking.get()) {
            return;
        }
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
                        ui.execute(() -> refuse(now, e.getMessage()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        ui.execute(() -> refuse(now, "The hub was not asked to the end."));
                    }
                });
    }

    void askToRemove(ModelDetails model) {
        String name = model.model().name();
        long now = ++asked;
        asking.set(false);
        worker.execute(
                () -> {
                    try {
                        List<ModelRemoval.Removed> gone =
                                new ModelRemoval(workbench.installedModels()).remove(name, true);
                        ui.execute(() -> put(now, Question.removal(name, gone)));
                    } catch (HubException e) {
                        ui.execute(() -> refuse(now, e.getMessage()));
                    }
                });
    }

    private void put(long then, Question answer) {
        if (then == asked) {
            asking.set(false);
            question.set(Optional.of(answer));
        }
    }

    private void refuse(long then, String why) {
        if (then == asked) {
            asking.set(false);
            refused.accept(why);
        }
    }
}
