package eliq.app.frame;

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
    java.util.List<String> keys();
}
