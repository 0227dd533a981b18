package eliq.app.frame;

/**
 * Something the user can have done, as the command palette offers it.
 *
 * @param title what it does, beginning with a verb or the name of a view
 * @param keys that do the same, as written on them; empty where there are none
 * @param run does it; JavaFX thread
 */
public record Action(String title, String keys, Runnable run) {}
