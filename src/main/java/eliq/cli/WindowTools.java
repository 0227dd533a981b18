package eliq.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What commands have done by the desktop, which they do not know. */
public interface WindowTools {

    /**
     * Takes pictures of every view in every state.
     *
     * @param say takes messages
     * @return how many files were written
     * @throws Exception whose message says what went wrong
     */
    int screenshots(Path folder, Consumer<String> say) throws Exception;

    /**
     * Measures how fast the Library is.
     *
     * @param images in the catalogue that is made for it
     * @return figures by name with unit
     * @throws Exception whose message says what went wrong
     */
    Map<String, Double> measureLibrary(int images, Consumer<String> say) throws Exception;

    /**
     * Opens the desktop as it opens without a command, and closes it as soon as it has been painted.
     *
     * @param home the workspace
     * @param onScreen whether it is shown; else no display is needed
     * @throws Exception whose message says what went wrong
     */
    void openOnce(Path home, boolean onScreen) throws Exception;
}
