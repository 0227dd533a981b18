package eliq.backbone;

import java.util.List;

/**
 * What a vision tower makes of an image, as its mergers read it, kept on the heap in half precision. While the tower stands
 * still it need not look at the same image in every epoch; its mergers may move.
 *
 * @param rows of the patch grid (before merging)
 * @param columns of the patch grid (before merging)
 * @param levels what the main merger reads, then that of each deepstack level, of the same shape:
 *     [merged tokens x (patches of a token * vision hidden)] float16
 */
public record ImageStates(int rows, int columns, List<short[]> levels) implements TrainingImage {

    public ImageStates {
        levels = List.copyOf(levels);
    }
}
