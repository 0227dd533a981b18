package eliq.app;

import eliq.app.benchmark.Bench;
import eliq.app.benchmark.BenchmarkState;
import eliq.app.benchmark.BenchmarkView;
import eliq.app.benchmark.BenchmarkViewModel;
import eliq.app.benchmark.FileChoice;
import eliq.app.frame.View;
import javafx.application.Platform;

/** Rated sets and evaluations over the workspace. */
final class BenchmarkSection {
    private BenchmarkSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        BenchmarkViewModel model =
                new BenchmarkViewModel(
                        new Bench(services.workbench()),
                        services.catalogThread(),
                        Platform::runLater,
                        desk.status());
        BenchmarkView[] view = new BenchmarkView[1];
        view[0] =
                new BenchmarkView(
                        model,
                        services.fileThumbnails(),
                        services.pictures(),
                        FileChoice.dialogs(() -> view[0].root().getScene().getWindow()));
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () -> {},
                                () -> model.stateProperty().get() instanceof BenchmarkState.Shown));
        model.refresh();
        return view[0];
    }
}
