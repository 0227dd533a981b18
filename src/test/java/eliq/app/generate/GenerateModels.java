package eliq.app.generate;

import eliq.app.UiThread;
import eliq.app.frame.StatusViewModel;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The view models of the Generate view over a workspace of their own. */
abstract class GenerateModels {
    @TempDir Path home;
    final UiThread ui = new UiThread();
    final ExecutorService worker = Executors.newSingleThreadExecutor();
    Workbench workbench;
    BankViewModel bank;
    BackendsViewModel backends;
    BuildViewModel build;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(home.resolve("workspace"), Map.of(), home);
        ui.run(
                () -> {
                    bank = new BankViewModel(workbench, worker, ui, Map.of());
                    backends = new BackendsViewModel(workbench.generators(), worker, ui);
                    build =
                            new BuildViewModel(
                                    workbench, bank.shown(), worker, ui, new StatusViewModel());
                    bank.refresh();
                    backends.refresh();
                });
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        worker.shutdown();
        ui.close();
    }
}
