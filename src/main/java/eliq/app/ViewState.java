package eliq.app;

import java.util.function.BooleanSupplier;

/**
 * What a section does so that a situation is worth a picture, beyond what the catalogue shows by itself.
 *
 * @param prepare brings the view there; JavaFX thread
 * @param ready whether it is there; asked on the JavaFX thread
 */
record ViewState(Situation situation, Runnable prepare, BooleanSupplier ready) {}
