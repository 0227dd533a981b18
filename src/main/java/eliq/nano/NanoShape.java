package eliq.nano;

/**
 * The size of the small model: a Qwen3-VL in every part.
 *
 * @param hidden width of the text model
 * @param layers of the text model
 * @param heads of its queries
 * @param keyValueHeads divides {@code heads}
 * @param headSize of the text model's attention
 * @param mlp inner width of the text model
 * @param visionHidden width of the vision tower
 * @param visionBlocks of the vision tower
 * @param visionHeads divides {@code visionHidden}
 * @param visionMlp inner width of the vision tower
 * @param deepstackBlock whose output is injected into the first text layer
 * @param gridSide side of the table of learned positions
 * @param patch side of a patch in pixels
 * @param pixels area that every image is resized to, about
 * @param vocabulary most tokens
 */
public record NanoShape(
        int hidden,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        int mlp,
        int visionHidden,
        int visionBlocks,
        int visionHeads,
        int visionMlp,
        int deepstackBlock,
        int gridSide,
        int patch,
        int pixels,
        int vocabulary) {

    /**
     * What is shipped: 512 x 512 pixels in 256 patches, 64 image tokens. Patches are twice as wide as the big models', so
     * that noise and compression are seen at full resolution at the cost of a quarter of the tokens.
     */
    public static final NanoShape SHIPPED =
            new NanoShape(256, 5, 4, 2, 64, 688, 192, 6, 3, 768, 3, 16, 32, 512 * 512, 3072);
}
