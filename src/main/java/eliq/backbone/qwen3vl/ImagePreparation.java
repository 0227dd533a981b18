package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.image.Pixels;

/**
 * Pixels to patches. Rows of the result go merge block by merge block (block row, block column, then row and column
 * inside the block); inside a row: channel (red, green, blue), frame, y, x. Stateless, so any thread may use it.
 */
public record ImagePreparation(PreprocessorConfig config) {

    /**
     * @throws BackboneException if one side is more than 200 times the other
     */
    public PreparedImage prepare(Pixels image) throws BackboneException {
        SmartResize size =
                SmartResize.of(
                        image.height(),
                        image.width(),
                        config.factor(),
                        config.minPixels(),
                        config.maxPixels());
        return patches(Resampling.resize(image, size.height(), size.width()));
    }

    private PreparedImage patches(Pixels image) {
        int patch = config.patch();
        int merge = config.merge();
        int rows = image.height() / patch;
        int columns = image.width() / patch;
        int channelBytes = config.temporalPatch() * patch * patch;
        byte[] patches = new byte[rows * columns * 3 * channelBytes];
        int at = 0;
        for (int blockRow = 0; blockRow < rows; blockRow += merge) {
            for (int blockColumn = 0; blockColumn < columns; blockColumn += merge) {
                for (int row = blockRow; row < blockRow + merge; row++) {
                    for (int column = blockColumn; column < blockColumn + merge; column++) {
                        cut(image, row * patch, column * patch, patches, at, channelBytes);
                        at += 3 * channelBytes;
                    }
                }
            }
        }
        return new PreparedImage(rows, columns, patches);
    }

    private void cut(Pixels image, int top, int left, byte[] out, int at, int channelBytes) {
        int patch = config.patch();
        byte[] rgb = image.rgb();
        for (int y = 0; y < patch; y++) {
            int source = 3 * ((top + y) * image.width() + left);
            int target = at + y * patch;
            for (int x = 0; x < patch; x++) {
                out[target + x] = rgb[source];
                out[target + x + channelBytes] = rgb[source + 1];
                out[target + x + 2 * channelBytes] = rgb[source + 2];
                source += 3;
            }
        }
        int frame = patch * patch;
        for (int channel = 0; channel < 3; channel++) {
            int start = at + channel * channelBytes;
            for (int time = 1; time < config.temporalPatch(); time++) {
                System.arraycopy(out, start, out, start + time * frame, frame);
            }
        }
    }
}
