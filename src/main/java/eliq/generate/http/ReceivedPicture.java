package eliq.generate.http;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import java.util.Optional;

/** A look at a picture as it arrives. */
public final class ReceivedPicture {
    /** Above all values of a picture that was meant to be black, with JPEG noise on it. */
    private static final int BLACK = 6;

    private ReceivedPicture() {}

    /**
     * Decodes what a backend sent.
     *
     * @param name of the backend, for the message
     * @throws GenerateException where it is no whole picture
     */
    public static Pixels decode(byte[] bytes, String name) throws GenerateException {
        try {
            return ImageDecoder.decode(bytes, "the picture").pixels();
        } catch (ImageException e) {
            throw new GenerateException(
                    Reason.FAILED,
                    name
                            + ": the picture did not arrive whole ("
                            + e.getMessage()
                            + "); ask for it again.",
                    e);
        }
    }

    /** Decodes a preview; empty where it is none. */
    public static Optional<Pixels> preview(byte[] bytes) {
        try {
            return Optional.of(ImageDecoder.decode(bytes, "preview").pixels());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** Whether every pixel is black: what is left of a picture by a safety filter, or by numbers that overflowed. */
    public static boolean black(Pixels pixels) {
        for (byte value : pixels.rgb()) {
            if ((value & 0xFF) > BLACK) {
                return false;
            }
        }
        return true;
    }
}
