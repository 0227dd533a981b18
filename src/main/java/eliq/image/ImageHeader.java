package eliq.image;

import java.util.List;
import java.util.Optional;

/**
 * What a file announces, read by hand from its structure before any decoder sees it.
 *
 * @param width as stored
 * @param height as stored
 * @param channels samples a pixel, at least 1
 * @param bitsPerChannel as stored
 * @param exif the EXIF block as a TIFF structure
 * @param profile the ICC profile
 * @param offsetX of the first frame on the canvas (GIF), else 0
 * @param offsetY of the first frame on the canvas (GIF), else 0
 * @param notes for {@link ImageFacts}
 */
record ImageHeader(
        int width,
        int height,
        int channels,
        int bitsPerChannel,
        Optional<byte[]> exif,
        Optional<byte[]> profile,
        int offsetX,
        int offsetY,
        List<String> notes) {

    /**
     * @throws ImageException if the structure is damaged or ends too early; the sentence has no file name, as in
     *     "the PNG ends in the middle of its pixels"
     */
    static ImageHeader read(ImageFormat format, byte[] bytes) throws ImageException {
        try {
            return switch (format) {
                case PNG -> PngChunks.read(bytes).header();
                case JPEG -> JpegSegments.read(bytes).header();
                case WEBP -> WebpChunks.read(bytes).header();
                case TIFF -> TiffDirectory.read(bytes).imageHeader(bytes.length);
                case BMP -> SimpleHeaders.bmp(bytes);
                case GIF -> SimpleHeaders.gif(bytes);
            };
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException("the " + format.title() + " header is cut off", e);
        }
    }

    static ImageHeader of(long width, long height, int channels, int bits) throws ImageException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new ImageException("the header claims " + width + " x " + height + " pixels");
        }
        return new ImageHeader(
                (int) width,
                (int) height,
                channels,
                bits,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of());
    }

    ImageHeader with(Optional<byte[]> newExif, Optional<byte[]> newProfile, List<String> newNotes) {
        return new ImageHeader(
                width,
                height,
                channels,
                bitsPerChannel,
                newExif,
                newProfile,
                offsetX,
                offsetY,
                newNotes);
    }
}
