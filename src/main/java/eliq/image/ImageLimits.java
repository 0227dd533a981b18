package eliq.image;

/**
 * What a file may claim before anything is allocated for it.
 *
 * @param maxPixels the most pixels (stored width x height) of one picture
 * @param maxFileBytes the longest file that is read into memory
 */
public record ImageLimits(long maxPixels, long maxFileBytes) {

    /** 100 megapixels and 512 MiB. */
    public static final ImageLimits DEFAULT = new ImageLimits(100_000_000L, 512L << 20);

    public ImageLimits {
        if (maxPixels < 1 || maxPixels > 700_000_000L) {
            throw new IllegalArgumentException(
                    "the pixel limit must be between 1 and 700,000,000, not " + maxPixels);
        }
        if (maxFileBytes < 1 || maxFileBytes > 1L << 30) {
            throw new IllegalArgumentException(
                    "the file limit must be between 1 byte and 1 GiB, not " + maxFileBytes);
        }
    }
}
