package eliq.app;

import eliq.app.frame.View;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;

/** The Library over the catalogue. */
final class LibrarySection {
    // In the sample: the first that is scored.
    private static final int SHOWN = 16;

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
                                    model.selectOnceThere(SHOWN);
                                    model.refresh();
                                },
                                () -> !model.historyProperty().get().isEmpty()));
        model.refresh();
        return view;
    }
}
