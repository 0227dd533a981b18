package eliq.app.frame;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;

/** One entry of the navigation rail. */
public interface View {

    /** The word on the rail and in the header. */
    String title();

    /** Ikonli code of the icon, such as {@code fth-image}. */
    String icon();

    Parent root();

    /** What gets the keyboard when the view is shown. */
    Node firstFocus();

    /** The keys of this view, one line each: key, then what it does. */
    List<String> keys();

    /** What can be done here, for the command palette. */
    default List<Action> actions() {
        return List.of();
    }

    /** What is worth keeping until the next start: key to text. Asked whenever the view is left. */
    default Map<String, String> remembered() {
        return Map.of();
    }

    /** Becomes as it was when it said this; keys of another version of the program are overlooked. */
    default void restore(Map<String, String> remembered) {}
}
