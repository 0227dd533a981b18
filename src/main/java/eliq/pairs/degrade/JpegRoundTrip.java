package eliq.pairs.degrade;

import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.image.Pixels;

/** Baseline JPEG and back in memory. */
final class JpegRoundTrip {
    private JpegRoundTrip() {}

    /** @param quality 1..100, as libjpeg counts it */
    static Pixels of(Pixels picture, int quality) {
        byte[] jpeg = ImageEncoding.jpeg(picture, quality / 100f);
        try {
            return ImageDecoder.decode(jpeg, "a picture just compressed").pixels();
        } catch (ImageException e) {
            throw new IllegalStateException("the JPEG codec does not read what it wrote", e);
        }
    }
}
