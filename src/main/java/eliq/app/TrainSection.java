package eliq.app;

import eliq.app.frame.View;
import eliq.app.train.Machine;
import eliq.app.train.TrainView;
import eliq.app.train.TrainViewModel;
import eliq.app.train.WorkbenchTrainings;
import eliq.tensor.TensorEngine;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javafx.application.Platform;

/** Training over the workspace's jobs. */
final class TrainSection {
    private TrainSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        TrainViewModel model =
                new TrainViewModel(
                        new WorkbenchTrainings(services.workbench(), machine()),
                        services.trainThread(),
                        Platform::runLater);
        return new TrainView(
                model, services.fileThumbnails(), () -> desk.navigation().open("Generate"));
    }

    /** What this computer is; an accelerator is found by the engine when something is computed. */
    private static Machine machine() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Runtime.getRuntime().maxMemory();
        return new Machine(TensorEngine.configuredThreads(), memory, Optional.empty());
    }
}
