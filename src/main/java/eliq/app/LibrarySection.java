package eliq.app;

import eliq.app.frame.View;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import eliq.app.score.InstalledScorer;
import eliq.catalog.ImageSort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The Library over the catalogue. */
final class LibrarySection {
    // In the sample not every image is scored.
    private static final ImageSort BEST_FIRST = new ImageSort(ImageSort.Key.VISUAL, false);

    private LibrarySection() {}

    static View view(Desk desk) {
        return view(desk, model(desk));
    }

    static LibraryViewModel model(Desk desk) {
        Services services = desk.services();
        LibraryViewModel model =
                new LibraryViewModel(
                        services.shelf(),
                        services.catalogThread(),
                        services.importThread(),
                        Platform::runLater,
                        desk.status());
        ObservableList<InstalledScorer> scorers = services.scorers().scorers();
        scorers.addListener(
                (ListChangeListener<InstalledScorer>) _ -> name(services, scorers, model));
        name(services, scorers, model);
        return model;
    }

    /** Tells the Library what the scorers are called whose weights the scores name. */
    private static void name(
            Services services, List<InstalledScorer> scorers, LibraryViewModel model) {
        List<InstalledScorer> installed = List.copyOf(scorers);
        services.importThread()
                .execute(
                        () -> {
                            Map<String, String> names = InstalledScorers.names(installed);
                            Platform.runLater(() -> model.scorerNames().are(names));
                        });
    }

    static View view(Desk desk, LibraryViewModel model) {
        Services services = desk.services();
        DemoDoor demo = new DemoDoor(services, desk.status());
        LibraryView view =
                new LibraryView(
                        model,
                        services.imageThumbnails(),
                        services.pictures(),
                        new LibraryView.Doors() {
                            @Override
                            public void scoreImages() {
                                desk.navigation().open("Score");
                            }

                            @Override
                            public void tryDemo() {
                                demo.run(model::say);
                            }

                            @Override
                            public void buildPairs() {
                                desk.navigation().open("Generate");
                            }

                            @Override
                            public void score(List<Path> files) {
                                desk.score().accept(files);
                            }
                        });
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () -> {
                                    model.selectOnceThere(0);
                                    model.sortProperty().set(BEST_FIRST);
                                },
                                () -> !model.historyProperty().get().isEmpty()));
        model.refresh();
        return view;
    }
}
