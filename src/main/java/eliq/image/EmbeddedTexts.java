package eliq.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts inside a picture file, by where they stand.
 *
 * @param byKey PNG keywords as they are; EXIF fields as "UserComment", "ImageDescription", "Make", "Model", "Software"; a
 *     JPEG comment as "JpegComment"
 * @param width of the picture as stored
 * @param height of the picture as stored
 */
record EmbeddedTexts(Map<String, String> byKey, int width, int height) {

    /**
     * @throws ImageException if the file is of no known format or damaged; without the file's name
     */
    static EmbeddedTexts read(byte[] bytes) throws ImageException {
        ImageFormat format =
                ImageFormat.of(bytes)
                        .orElseThrow(
                                () ->
                                        new ImageException(
                                                "not a PNG, JPEG, WebP, TIFF, BMP or GIF picture ("
                                                        + ImageFormat.describeUnknown(bytes)
                                                        + ")."));
        Map<String, String> texts = new LinkedHashMap<>();
        if (format == ImageFormat.PNG) {
            texts.putAll(PngChunks.read(bytes).texts());
        } else if (format == ImageFormat.JPEG) {
            JpegSegments.read(bytes)
                    .comment()
                    .map(TextDecoding::utf8OrLatin1)
                    .map(TextDecoding::trimZeros)
                    .filter(t -> !t.isEmpty())
                    .ifPresent(t -> texts.put("JpegComment", t));
        }
        ImageHeader header = ImageHeader.read(format, bytes);
        exif(header)
                .ifPresent(
                        exif -> {
                            put(texts, "UserComment", exif.text(TiffDirectory.USER_COMMENT));
                            put(texts, "ImageDescription", exif.text(TiffDirectory.DESCRIPTION));
                            put(texts, "Make", exif.text(TiffDirectory.MAKE));
                            put(texts, "Model", exif.text(TiffDirectory.MODEL));
                            put(texts, "Software", exif.text(TiffDirectory.SOFTWARE));
                        });
        return new EmbeddedTexts(texts, header.width(), header.height());
    }

    private static void put(Map<String, String> texts, String key, Optional<String> text) {
        text.ifPresent(t -> texts.putIfAbsent(key, t));
    }

    private static Optional<TiffDirectory> exif(ImageHeader header) {
        try {
            return header.exif().isEmpty()
                    ? Optional.empty()
                    : Optional.of(TiffDirectory.read(header.exif().get()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(byKey.get(key)).filter(t -> !t.isBlank());
    }
}
