package eliq.app;

import java.util.function.BooleanSupplier;

/**
 * What a section does so that its full state is worth a picture, beyond what the catalogue shows by itself.
 *
 * @param title of the view
 * @param prepare brings the view there; JavaFX thread
 * @param ready whether it is there; asked on the JavaFX thread
 */
record ViewState(String title, Runnable prepare, BooleanSupplier ready) {}
