package eliq.app;

import eliq.app.frame.View;
import eliq.app.train.Machine;
import eliq.app.train.TrainView;
import eliq.app.train.TrainViewModel;
import eliq.app.train.WorkbenchTrainings;
import eliq.tensor.DeviceMemory;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.application.Platform;

/** Training over the workspace's jobs. */
final class TrainSection {
    private TrainSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        TrainViewModel model =
                new TrainViewModel(
                        new WorkbenchTrainings(
                                services.workbench(), machine(), TrainSection::accelerator),
                        services.trainThread(),
                        Platform::runLater);
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                model::refresh,
                                () -> model.runs().shownProperty().get().isPresent()));
        return new TrainView(
                model, services.fileThumbnails(), () -> desk.navigation().open("Generate"));
    }

    /** What this computer is, without starting the tensor engine. */
    private static Machine machine() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Runtime.getRuntime().maxMemory();
        return new Machine(TensorEngine.configuredThreads(), memory, Optional.empty());
    }

    /** Starts the tensor engine where nothing was computed yet: slow. */
    private static Optional<Machine.Accelerator> accelerator() {
        try {
            OptionalLong memory = DeviceMemory.ofAccelerator();
            return memory.isPresent()
                    ? Optional.of(new Machine.Accelerator("the GPU", memory.getAsLong()))
                    : Optional.empty();
        } catch (TensorException e) {
            return Optional.empty();
        }
    }
}
