package eliq.app;

import eliq.app.frame.View;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import javafx.application.Platform;

/** The Library over the catalogue. */
final class LibrarySection {
    private LibrarySection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        LibraryViewModel model =
                new LibraryViewModel(
                        services.shelf(),
                        services.catalogThread(),
                        services.importThread(),
                        Platform::runLater,
                        desk.status());
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
                                model.say(
                                        "Run “./eliq demo” in a terminal: it paints pictures, trains a critic and a scorer on "
                                                + "them in about four minutes, and writes a report.");
                            }

                            @Override
                            public void buildPairs() {
                                desk.navigation().open("Generate");
                            }

                            @Override
                            public void score(java.util.List<java.nio.file.Path> files) {
                                desk.navigation().open("Score");
                            }
                        });
        model.refresh();
        return view;
    }
}
