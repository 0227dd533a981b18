package eliq.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The name inside an ICC profile (ICC.1, 9.2.41 profileDescriptionTag). */
final class ProfileNames {

    private ProfileNames() {}

    static Optional<String> nameOf(byte[] profile) {
        try {
            long tags = Bytes.u32be(profile, 128);
            for (int i = 0; i < Math.min(tags, 200); i++) {
                int entry = 132 + 12 * i;
                if (ImageFormat.startsWith(profile, entry, "desc")) {
                    return text(profile, (int) Bytes.u32be(profile, entry + 4));
                }
            }
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            return Optional.of("damaged profile");
        }
        return Optional.of("unnamed profile");
    }

    /** Whether this is AWT's stand-in for "grey, nothing said" rather than a profile from the file. */
    static boolean isBuiltInGrey(ICC_Profile profile) {
        return profile.getColorSpaceType() == ColorSpace.TYPE_GRAY
                && Arrays.equals(
                        profile.getData(), ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
    }

    private static Optional<String> text(byte[] profile, int at) {
        if (ImageFormat.startsWith(profile, at, "mluc")) {
            int length = (int) Math.min(Bytes.u32be(profile, at + 20), 400);
            int start = at + (int) Bytes.u32be(profile, at + 24);
            return Optional.of(
                    TextDecoding.trimZeros(
                            new String(profile, start, length, StandardCharsets.UTF_16BE)));
        }
        int length = (int) Math.min(Bytes.u32be(profile, at + 8), 400);
        return Optional.of(
                TextDecoding.trimZeros(
                        new String(profile, at + 12, length, StandardCharsets.US_ASCII)));
    }
}
