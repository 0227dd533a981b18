package eliq.app;

import eliq.app.frame.View;
import java.util.Set;

/**
 * A page of a view that is worth a picture beside the one that the view opens with.
 *
 * @param name goes into the picture's file name
 * @param situations in which it differs from itself
 * @param open turns the view to it; JavaFX thread
 */
record ViewPage(View view, String name, Set<Situation> situations, Runnable open) {}
