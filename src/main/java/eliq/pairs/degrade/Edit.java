package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * A degradation with every parameter fixed: the same picture in gives the same bytes out, on any machine. The record's
 * components are what is stored with a negative; nothing else is needed to make it again.
 */
public sealed interface Edit
        permits RepeatedJpegNoise,
                GaussianBlur,
                LostDetail,
                OffCentreCrop,
                Tilt,
                Stretch,
                HueShift,
                Saturation,
                Exposure,
                ColourCast {

    Operation operation();

    /** A new picture of the same size; the given one is not changed. */
    Pixels apply(Pixels picture);
}
