package eliq.backbone.qwen3vl;

import eliq.tensor.ElementType;
import java.nio.file.Path;

/**
 * A random checkpoint to be made.
 *
 * @param size whose widths it has
 * @param layers of the text model, at most the published
 * @param visionBlocks of the vision tower, at most the published
 * @param type BF16, F16 or F32
 * @param seed the same seed gives the same bytes
 * @param folder to make; a part of the same checkpoint that is there already is kept
 */
public record RandomModel(
        PublishedSize size,
        int layers,
        int visionBlocks,
        ElementType type,
        long seed,
        Path folder) {

    public RandomModel {
        require(layers >= 1 && layers <= size.layers(), "layers", layers, size.layers());
        require(
                visionBlocks >= 1 && visionBlocks <= size.visionBlocks(),
                "vision layers",
                visionBlocks,
                size.visionBlocks());
    }

    private static void require(boolean holds, String what, int value, int most) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be 1 to " + most);
        }
    }

    /** Its shape. */
    public Qwen3VlConfig config() {
        return size.config(layers, visionBlocks);
    }
}
