package eliq.app;

import eliq.app.frame.View;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import eliq.catalog.ImageSort;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;

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
        return new LibraryViewModel(
                services.shelf(),
                services.catalogThread(),
                services.importThread(),
                Platform::runLater,
                desk.status());
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
