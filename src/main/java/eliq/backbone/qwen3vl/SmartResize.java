package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;

/**
 * The size at which the model looks at an image: both sides multiples of patch * merge, the area within limits, the
 * shape about kept. The arithmetic is that of the reference processor ({@code smart_resize}, double precision, halves
 * rounded to even).
 *
 * @param height in pixels
 * @param width in pixels
 */
public record SmartResize(int height, int width) {

    private static final int STEEPEST = 200;

    /**
     * @param height of the image
     * @param width of the image
     * @param factor both results are multiples of it
     * @param minPixels least area; may be exceeded a good deal by images that had to grow
     * @param maxPixels most area
     * @throws BackboneException if one side is more than 200 times the other
     */
    public static SmartResize of(int height, int width, int factor, long minPixels, long maxPixels)
            throws BackboneException {
        if ((double) Math.max(height, width) / Math.min(height, width) > STEEPEST) {
            throw new BackboneException(
                    "an image of "
                            + width
                            + " x "
                            + height
                            + " pixels is too narrow for the model: one side may be at most "
                            + STEEPEST
                            + " times the other");
        }
        double area = (double) height * width;
        double nearHeight = Math.rint((double) height / factor) * factor;
        double nearWidth = Math.rint((double) width / factor) * factor;
        if (nearHeight * nearWidth > maxPixels) {
            double beta = Math.sqrt(area / maxPixels);
            return new SmartResize(
                    (int) Math.max(factor, Math.floor(height / beta / factor) * factor),
                    (int) Math.max(factor, Math.floor(width / beta / factor) * factor));
        }
        if (nearHeight * nearWidth < minPixels) {
            double beta = Math.sqrt(minPixels / area);
            return new SmartResize(
                    (int) (Math.ceil(height * beta / factor) * factor),
                    (int) (Math.ceil(width * beta / factor) * factor));
        }
        return new SmartResize((int) nearHeight, (int) nearWidth);
    }
}
