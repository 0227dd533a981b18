package eliq.app;

import eliq.app.frame.View;
import eliq.app.generate.BackendsViewModel;
import eliq.app.generate.BankViewModel;
import eliq.app.generate.BuildViewModel;
import eliq.app.generate.GenerateView;
import eliq.workbench.Workbench;
import java.util.Set;
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
        GenerateView view = new GenerateView(bank, backends, build, services.fileThumbnails());
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () -> {
                                    backends.test();
                                    build.plan();
                                },
                                () ->
                                        build.planProperty().get().isPresent()
                                                && backends.rows().stream()
                                                        .allMatch(r -> r.health().isPresent())));
        desk.pages().add(page(view, "backends", Set.of(Situation.FULL), "Backends"));
        desk.pages()
                .add(
                        page(
                                view,
                                "plan",
                                Set.of(Situation.EMPTY, Situation.FULL, Situation.ERROR),
                                "Plan and build"));
        return view;
    }

    private static ViewPage page(
            GenerateView view, String name, Set<Situation> situations, String step) {
        return new ViewPage(view, name, situations, () -> view.open(step));
    }
}
