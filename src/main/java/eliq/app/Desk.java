package eliq.app;

import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a section of the desktop is put together from.
 *
 * @param states what sections do for pictures of them
 * @param pages of views that are photographed as well
 * @param toScore takes files that another view wants scored; filled by the Score section
 */
record Desk(
        Services services,
        StatusViewModel status,
        Navigation navigation,
        List<ViewState> states,
        List<ViewPage> pages,
        List<Consumer<List<Path>>> toScore) {

    Desk(Services services, StatusViewModel status, Navigation navigation) {
        this(services, status, navigation, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Leads to the Score view with these files. */
    Consumer<List<Path>> score() {
        return files -> {
            toScore.forEach(takes -> takes.accept(files));
            navigation.open("Score");
        };
    }
}
