package eliq.backbone;

import java.util.List;

/**
 * What a vision tower makes of an image, kept on the heap in half precision. While the tower stands still it need not look
 * at the same image in every epoch.
 *
 * @param rows of the patch grid (before merging)
 * @param columns of the patch grid (before merging)
 * @param levels the image tokens, then each deepstack level of the same shape: [tokens x hidden] float16
 */
public record ImageStates(int rows, int columns, List<short[]> levels) implements TrainingImage {

    public ImageStates {
        levels = List.copyOf(levels);
    }
}
