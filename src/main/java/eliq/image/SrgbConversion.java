package eliq.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From what a reader returned to opaque 8-bit sRGB, row by row. The stored samples are taken as they are: AWT's own conversion
 * of grey pictures would treat them as linear light and brighten them.
 */
final class SrgbConversion {

    private static final int ROWS = 32;

    record Result(Pixels pixels, boolean hadAlpha) {}

    private SrgbConversion() {}

    /**
     * @param profile an embedded ICC profile that the reader has not applied
     * @param notes receives a sentence where a profile could not be used
     */
    static Result convert(BufferedImage image, Optional<byte[]> profile, List<String> notes)
            throws ImageException {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            Pixels pixels = indexed(image, palette);
            return new Result(
                    toSrgb(pixels, profileFor(image, profile, 3, notes), notes),
                    palette.hasAlpha());
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        if (bands < 1 || bands > 4) {
            throw new ImageException(
                    "the picture has " + bands + " channels, which is not supported");
        }
        boolean alpha = image.getColorModel().hasAlpha() && bands % 2 == 0;
        int colours = alpha ? bands - 1 : bands;
        if (colours != 1 && colours != 3) {
            // Neither grey nor RGB (a CMYK that the reader left as it is): AWT knows its colour
            // space.
            return new Result(Pixels.of(image), false);
        }
        Optional<ICC_Profile> used = profileFor(image, profile, colours, notes);
        if (bands == 3 && bytesThroughout(image)) {
            return new Result(toSrgb(plain(raster), used, notes), false);
        }
        return new Result(samples(image, alpha, used, notes), alpha);
    }

    private static Pixels indexed(BufferedImage image, IndexColorModel palette) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        byte[] rgb = new byte[3 * w * h];
        int[] row = new int[w];
        int at = 0;
        for (int y = 0; y < h; y++) {
            image.getRaster().getPixels(0, y, w, 1, row);
            for (int index : row) {
                int argb = index < colours.length ? colours[index] : 0xFF000000;
                int a = argb >>> 24;
                rgb[at++] = onWhite(argb >> 16 & 0xFF, a);
                rgb[at++] = onWhite(argb >> 8 & 0xFF, a);
                rgb[at++] = onWhite(argb & 0xFF, a);
            }
        }
        return new Pixels(w, h, rgb);
    }

    private static boolean bytesThroughout(BufferedImage image) {
        return image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
                && image.getRaster().getNumDataElements() == 3
                && Arrays.stream(image.getSampleModel().getSampleSize()).allMatch(b -> b == 8);
    }

    /** Three bytes a pixel, as nearly every photograph has them: several times faster than sample by sample. */
    private static Pixels plain(Raster raster) {
        int w = raster.getWidth();
        int h = raster.getHeight();
        byte[] rgb = new byte[3 * w * h];
        byte[] row = new byte[3 * w];
        for (int y = 0; y < h; y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, w, 1, row);
            System.arraycopy(row, 0, rgb, 3 * y * w, row.length);
        }
        return new Pixels(w, h, rgb);
    }

    private static Pixels samples(
            BufferedImage image, boolean alpha, Optional<ICC_Profile> profile, List<String> notes)
            throws ImageException {
        Raster raster = image.getRaster();
        int w = image.getWidth();
        int h = image.getHeight();
        int bands = raster.getNumBands();
        int colours = alpha ? bands - 1 : bands;
        boolean floating = raster.getTransferType() >= DataBuffer.TYPE_FLOAT;
        boolean premultiplied = alpha && image.isAlphaPremultiplied();
        byte[] rgb = new byte[3 * w * h];
        byte[] alphas = alpha ? new byte[w * h] : new byte[0];
        int[] row = new int[w * bands];
        double[] values = new double[floating ? w * bands : 0];
        int[] bits = image.getSampleModel().getSampleSize();
        for (int y = 0; y < h; y++) {
            if (floating) {
                raster.getPixels(0, y, w, 1, values);
                for (int i = 0; i < values.length; i++) {
                    row[i] = (int) Math.round(255 * Math.clamp(values[i], 0, 1));
                }
            } else {
                raster.getPixels(0, y, w, 1, row);
            }
            for (int x = 0; x < w; x++) {
                int at = y * w + x;
                int a = 255;
                if (alpha) {
                    a = to8(row[x * bands + colours], floating ? 8 : bits[colours]);
                    alphas[at] = (byte) a;
                }
                for (int c = 0; c < 3; c++) {
                    int band = colours == 1 ? 0 : c;
                    int v = to8(row[x * bands + band], floating ? 8 : bits[band]);
                    if (premultiplied) {
                        v = a == 0 ? 0 : Math.min(255, (v * 255 + a / 2) / a);
                    }
                    rgb[3 * at + c] = (byte) v;
                }
            }
        }
        Pixels converted = toSrgb(new Pixels(w, h, rgb), profile, notes);
        byte[] out = converted.rgb();
        for (int i = 0; i < alphas.length; i++) {
            int a = alphas[i] & 0xFF;
            if (a < 255) {
                for (int c = 3 * i; c < 3 * i + 3; c++) {
                    out[c] = onWhite(out[c] & 0xFF, a);
                }
            }
        }
        return converted;
    }

    private static int to8(int value, int bits) {
        if (bits == 8) {
            return value;
        }
        long max = (1L << bits) - 1;
        return (int) (((value & max) * 255 + max / 2) / max);
    }

    private static byte onWhite(int value, int alpha) {
        return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    /** The profile that is still to be applied: the colour model's own where that is not plain grey or sRGB, else the embedded one. */
    private static Optional<ICC_Profile> profileFor(
            BufferedImage image, Optional<byte[]> embedded, int colours, List<String> notes) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space instanceof ICC_ColorSpace icc
                && !space.isCS_sRGB()
                && space != ColorSpace.getInstance(ColorSpace.CS_GRAY)
                && !ProfileNames.isBuiltInGrey(icc.getProfile())) {
            return usable(icc.getProfile(), colours);
        }
        if (embedded.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<ICC_Profile> found =
                    usable(ICC_Profile.getInstance(embedded.get().clone()), colours);
            if (found.isEmpty()) {
                notes.add("Its colour profile is for another kind of picture and was ignored.");
            }
            return found;
        } catch (IllegalArgumentException e) {
            notes.add("Its colour profile is damaged: the colours were taken as sRGB.");
            return Optional.empty();
        }
    }

    private static Optional<ICC_Profile> usable(ICC_Profile profile, int colours) {
        boolean fits =
                profile.getNumComponents() == colours
                        && (profile.getColorSpaceType() == ColorSpace.TYPE_RGB
                                || profile.getColorSpaceType() == ColorSpace.TYPE_GRAY);
        return fits ? Optional.of(profile) : Optional.empty();
    }

    /** Converts in place, in stripes. */
    private static Pixels toSrgb(Pixels pixels, Optional<ICC_Profile> profile, List<String> notes) {
        if (profile.isEmpty()) {
            return pixels;
        }
        int w = pixels.width();
        int bands = profile.get().getNumComponents();
        ICC_Profile[] chain = {
            profile.get(), ICC_Profile.getInstance(ColorSpace.CS_sRGB),
        };
        byte[] rgb = pixels.rgb();
        try {
            ColorConvertOp op = new ColorConvertOp(chain, null);
            for (int y = 0; y < pixels.height(); y += ROWS) {
                int rows = Math.min(ROWS, pixels.height() - y);
                WritableRaster from =
                        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, w, rows, bands, null);
                WritableRaster to =
                        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, w, rows, 3, null);
                byte[] in = new byte[w * rows * bands];
                for (int i = 0; i < w * rows; i++) {
                    System.arraycopy(rgb, 3 * (y * w + i), in, i * bands, bands);
                }
                from.setDataElements(0, 0, w, rows, in);
                op.filter(from, to);
                byte[] out = (byte[]) to.getDataElements(0, 0, w, rows, null);
                System.arraycopy(out, 0, rgb, 3 * y * w, out.length);
            }
        } catch (CMMException | IllegalArgumentException e) {
            notes.add("Its colour profile could not be applied: the colours were taken as sRGB.");
        }
        return pixels;
    }
}
