package eliq.generate.painter;

/**
 * Where the painter puts one thing, in pixels; what stands before it may hide a part.
 *
 * @param subject the group that it belongs to
 * @param left edge, may lie outside the picture, like the others
 * @param top edge
 * @param right edge
 * @param bottom edge, where it stands
 */
public record Placement(
        Scene.Subject subject, double left, double top, double right, double bottom) {}
