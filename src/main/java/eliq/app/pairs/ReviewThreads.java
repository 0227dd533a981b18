package eliq.app.pairs;

import java.util.concurrent.Executor;

/**
 * Where the view model's work is done.
 *
 * @param catalog reads and writes the catalogue, one thing after another
 * @param judging asks the critic, one thing after another
 * @param work runs audits and the scoring of whole sets
 * @param ui runs things on the JavaFX thread
 */
public record ReviewThreads(Executor catalog, Executor judging, Executor work, Executor ui) {}
