package eliq.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lets one view lead to another by its title, before and after the window is there. For the JavaFX thread. */
public final class Navigation {
    private final List<Consumer<String>> windows = new ArrayList<>();

    /** Says what shows a view. */
    public void goesTo(Consumer<String> window) {
        windows.add(window);
    }

    /** @param title of a view, as on the rail */
    public void open(String title) {
        windows.forEach(window -> window.accept(title));
    }
}
