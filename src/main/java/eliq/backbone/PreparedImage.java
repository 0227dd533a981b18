package eliq.backbone;

/**
 * An image as a backbone wants it: patches in the model's order, before normalisation. Made on any thread, kept on the
 * heap, independent of the tensor engine.
 *
 * @param rows of the patch grid (before merging)
 * @param columns of the patch grid (before merging)
 * @param patches [rows * columns, values per patch] unsigned bytes; the model reads (u - 127.5) / 127.5
 */
public record PreparedImage(int rows, int columns, byte[] patches) implements TrainingImage {}
