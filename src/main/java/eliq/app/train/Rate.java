package eliq.app.train;

/**
 * How fast a training goes.
 *
 * @param perSecond images (critic) or tuples (scorer) a second
 * @param basis where the figure comes from, as a clause: {@code as in “my-critic”}
 * @param measured whether it was measured on this computer
 */
public record Rate(double perSecond, String basis, boolean measured) {}
