package eliq.app;

import eliq.app.frame.View;
import eliq.app.generate.BackendsViewModel;
import eliq.app.generate.BankViewModel;
import eliq.app.generate.BuildViewModel;
import eliq.app.generate.GenerateView;
import eliq.workbench.Workbench;
import javafx.application.Platform;

/** The Generate view over the workspace's prompts, backends and jobs. */
final class GenerateSection {
    private GenerateSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        Workbench workbench = services.workbench();
        BankViewModel bank =
                new BankViewModel(
                        workbench, services.catalogThread(), Platform::runLater, System.getenv());
        BackendsViewModel backends =
                new BackendsViewModel(
                        workbench.generators(), services.networkThread(), Platform::runLater);
        BuildViewModel build =
                new BuildViewModel(
                        workbench,
                        bank.shown(),
                        services.catalogThread(),
                        Platform::runLater,
                        desk.status());
        bank.refresh();
        backends.refresh();
        build.run().refresh();
        return new GenerateView(bank, backends, build, services.fileThumbnails());
    }
}
