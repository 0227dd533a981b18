package eliq.app.models;

import eliq.tensor.DeviceMemory;
import eliq.tensor.TensorException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What models run on, and what of it is free. Knows no scene graph. */
final class MachineModel {
    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<Optional<Machine>> machine =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile OptionalLong accelerator = OptionalLong.empty();
    private boolean lookedFor;

    /**
     * @param worker for what takes long, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param say takes a sentence
     */
    MachineModel(Executor worker, Executor ui, Consumer<String> say) {
        this.worker = worker;
        this.ui = ui;
        this.say = say;
    }

    /** Absent until it was looked up. */
    ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    /** Looks it up anew; on any thread. */
    void refresh() {
        Machine now = Machine.now(accelerator);
        ui.execute(() -> machine.set(Optional.of(now)));
    }

    /** Finds out whether there is a GPU, once: it starts libtorch, so not before somebody looks. */
    void lookForAccelerator() {
        if (lookedFor) {
            return;
        }
        lookedFor = true;
        worker.execute(
                () -> {
                    try {
                        accelerator = DeviceMemory.ofAccelerator();
                        refresh();
                    } catch (TensorException e) {
                        ui.execute(() -> say.accept(e.getMessage()));
                    }
                });
    }
}
