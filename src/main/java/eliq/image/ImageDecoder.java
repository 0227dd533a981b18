package eliq.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * From a file to upright 8-bit sRGB pixels.
 *
 * <p>The format is told by content, never by name. Sizes are read by hand from the header and held against {@link ImageLimits}
 * and the free heap before a decoder sees the file; a file that ends too early is an error, not a half-grey picture.
 * Grey and palette pictures become RGB with their stored values (a grey level g becomes g, g, g), 16-bit samples are
 * rounded to 8, an embedded ICC profile is converted to sRGB, transparency is laid onto white (as the reference
 * implementation of Qwen3-VL does), and the EXIF orientation is applied last. PNG gamma (gAMA) is ignored, as by every
 * common reader of generated pictures.
 */
public final class ImageDecoder {

    private ImageDecoder() {}

    /** Decodes a file within {@link ImageLimits#DEFAULT}. */
    public static DecodedImage decode(Path file) throws ImageException {
        return decode(file, ImageLimits.DEFAULT);
    }

    /**
     * Decodes a file.
     *
     * @throws ImageException if the file cannot be read, is no picture, is damaged, cut off or larger than the limits
     */
    public static DecodedImage decode(Path file, ImageLimits limits) throws ImageException {
        return decode(readAll(file, limits), file.toString(), limits);
    }

    /** Decodes a file's bytes within {@link ImageLimits#DEFAULT}; {@code name} stands for the file in messages. */
    public static DecodedImage decode(byte[] bytes, String name) throws ImageException {
        return decode(bytes, name, ImageLimits.DEFAULT);
    }

    /** Decodes a file's bytes; {@code name} stands for the file in messages. */
    public static DecodedImage decode(byte[] bytes, String name, ImageLimits limits)
            throws ImageException {
        if (bytes.length == 0) {
            throw new ImageException(
                    name + ": the file is empty (0 bytes); fetch or save it again.");
        }
        ImageFormat format =
                ImageFormat.of(bytes)
                        .orElseThrow(
                                () ->
                                        new ImageException(
                                                name
                                                        + ": not a PNG, JPEG, WebP, TIFF, BMP or GIF picture ("
                                                        + ImageFormat.describeUnknown(bytes)
                                                        + "); convert it to PNG, or leave it out."));
        try {
            return decodeKnown(bytes, format, limits);
        } catch (ImageException e) {
            throw new ImageException(name + ": " + e.getMessage() + adviceFor(e), e);
        }
    }

    private static String adviceFor(ImageException e) {
        return e.getMessage().endsWith(".") ? "" : "; save or download the picture again.";
    }

    private static String whyAbsent(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "is a link to a file that is not there; mend or remove it.";
        }
        return file.toString().indexOf('\uFFFD') >= 0
                ? "its name is not valid UTF-8; rename the file."
                : "there is no such file; check the path.";
    }

    /**
     * A file's bytes, for readers that want more of it than its pixels.
     *
     * @throws ImageException if the file is a folder, missing, not readable or larger than the limits
     */
    public static byte[] readAll(Path file, ImageLimits limits) throws ImageException {
        try {
            if (Files.isDirectory(file)) {
                throw new ImageException(file + ": is a folder; name a picture in it.");
            }
            if (!Files.exists(file)) {
                throw new ImageException(file + ": " + whyAbsent(file));
            }
            long size = Files.size(file);
            if (size > limits.maxFileBytes()) {
                throw new ImageException(
                        file
                                + ": the file has "
                                + (size >> 20)
                                + " MiB, more than the limit of "
                                + (limits.maxFileBytes() >> 20)
                                + " MiB; save it smaller, or raise the limit.");
            }
            return Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            throw new ImageException(
                    file + ": may not be read; give yourself read permission on it.", e);
        } catch (IOException e) {
            throw new ImageException(
                    file + ": could not be read (" + e.getMessage() + "); check the disk.", e);
        }
    }

    private static DecodedImage decodeKnown(byte[] bytes, ImageFormat format, ImageLimits limits)
            throws ImageException {
        ImageHeader header = ImageHeader.read(format, bytes);
        checkSize(header, limits);
        Optional<TiffDirectory> exif = readExif(header);
        int orientation = exif.map(TiffDirectory::orientation).orElse(1);
        List<String> notes = new ArrayList<>(header.notes());
        try {
            BufferedImage stored = readStored(bytes, format);
            if ((long) stored.getWidth() * stored.getHeight()
                    > (long) header.width() * header.height()) {
                throw new ImageException("the picture is larger than its header says");
            }
            SrgbConversion.Result result =
                    SrgbConversion.convert(stored, embeddedProfile(format, header), notes);
            Pixels onCanvas =
                    format == ImageFormat.GIF ? onCanvas(result.pixels(), header) : result.pixels();
            return new DecodedImage(
                    Orientation.apply(onCanvas, orientation),
                    new ImageFacts(
                            format,
                            header.width(),
                            header.height(),
                            orientation,
                            header.bitsPerChannel(),
                            result.hadAlpha(),
                            header.profile().flatMap(ProfileNames::nameOf),
                            notes),
                    ContentHash.of(bytes));
        } catch (OutOfMemoryError e) {
            throw new ImageException(
                    "not enough memory for "
                            + header.width()
                            + " x "
                            + header.height()
                            + " pixels; start Java with a larger -Xmx, or save it smaller.",
                    e);
        }
    }

    /** JPEG and WebP readers apply the profile themselves or say it in the colour model; PNG and TIFF need ours. */
    private static Optional<byte[]> embeddedProfile(ImageFormat format, ImageHeader header) {
        return format == ImageFormat.PNG ? header.profile() : Optional.empty();
    }

    private static Optional<TiffDirectory> readExif(ImageHeader header) {
        if (header.exif().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TiffDirectory.read(header.exif().get()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    private static void checkSize(ImageHeader header, ImageLimits limits) throws ImageException {
        long pixels = (long) header.width() * header.height();
        String size = header.width() + " x " + header.height() + " pixels";
        if (pixels > limits.maxPixels()) {
            throw new ImageException(
                    "the header claims "
                            + size
                            + ", more than the limit of "
                            + limits.maxPixels() / 1_000_000
                            + " megapixels; save it smaller, or raise the limit.");
        }
        long sampleBytes = Math.max(1, (header.bitsPerChannel() + 7) / 8);
        long need = pixels * (header.channels() * sampleBytes + 6);
        long free = freeMemory();
        if (need > free) {
            // What nobody holds any more counts as used until it is collected.
            System.gc();
            free = freeMemory();
        }
        if (need > free) {
            throw new ImageException(
                    "decoding "
                            + size
                            + " needs about "
                            + (need >> 20)
                            + " MiB and "
                            + (free >> 20)
                            + " MiB are free; start Java with a larger -Xmx, or save it smaller.");
        }
    }

    private static long freeMemory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    private static BufferedImage readStored(byte[] bytes, ImageFormat format)
            throws ImageException {
        ImageReader reader = readerFor(format);
        List<String> warnings = new ArrayList<>();
        try (PatientInput in = new PatientInput(bytes)) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (warnings.stream().anyMatch(w -> w.toLowerCase().contains("premature end"))) {
                throw new ImageException(
                        "the " + format.title() + " ends in the middle of its pixels");
            }
            return image;
        } catch (IOException | RuntimeException e) {
            throw new ImageException(
                    "the "
                            + format.title()
                            + " is damaged or of a kind that is not supported ("
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName())
                            + ")",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own readers for PNG, BMP and GIF; TwelveMonkeys' for the rest (CMYK and YCCK JPEG, WebP, TIFF). */
    private static ImageReader readerFor(ImageFormat format) throws ImageException {
        String home =
                switch (format) {
                    case PNG, BMP, GIF -> "com.sun.imageio.";
                    case JPEG, WEBP, TIFF -> "com.twelvemonkeys.";
                };
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(home)) {
                return reader;
            }
        }
        throw new ImageException(
                "no reader for "
                        + format.title()
                        + " is on the class path; repair the installation.");
    }

    private static Pixels onCanvas(Pixels frame, ImageHeader header) {
        if (frame.width() == header.width() && frame.height() == header.height()) {
            return frame;
        }
        byte[] canvas = new byte[3 * header.width() * header.height()];
        Arrays.fill(canvas, (byte) 255);
        for (int y = 0; y < frame.height(); y++) {
            System.arraycopy(
                    frame.rgb(),
                    3 * y * frame.width(),
                    canvas,
                    3 * ((y + header.offsetY()) * header.width() + header.offsetX()),
                    3 * frame.width());
        }
        return new Pixels(header.width(), header.height(), canvas);
    }
}
