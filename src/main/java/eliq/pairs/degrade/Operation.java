package eliq.pairs.degrade;

import eliq.catalog.Aspect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The conventional degradations of a picture, each with a strength that runs from hardly visible (0) to heavy (1). */
public enum Operation {
    REPEATED_JPEG_NOISE(
            "repeated-jpeg-noise", Kind.DISTORTION, RepeatedJpegNoise.class, RepeatedJpegNoise::at),
    GAUSSIAN_BLUR("gaussian-blur", Kind.DISTORTION, GaussianBlur.class, GaussianBlur::at),
    LOST_DETAIL("lost-detail", Kind.DISTORTION, LostDetail.class, LostDetail::at),

    OFF_CENTRE_CROP("off-centre-crop", Kind.COMPOSITION, OffCentreCrop.class, OffCentreCrop::at),
    TILT("tilt", Kind.COMPOSITION, Tilt.class, Tilt::at),
    SQUEEZED_ASPECT("squeezed-aspect", Kind.COMPOSITION, Stretch.class, Stretch::at),

    HUE_SHIFT("hue-shift", Kind.COLOUR, HueShift.class, HueShift::at),
    OVER_SATURATION("over-saturation", Kind.COLOUR, Saturation.class, Saturation::over),
    UNDER_SATURATION("under-saturation", Kind.COLOUR, Saturation.class, Saturation::under),
    BLOWN_EXPOSURE("blown-exposure", Kind.COLOUR, Exposure.class, Exposure::blown),
    CRUSHED_EXPOSURE("crushed-exposure", Kind.COLOUR, Exposure.class, Exposure::crushed),
    COLOUR_CAST("colour-cast", Kind.COLOUR, ColourCast.class, ColourCast::at);

    /** What an operation spoils. */
    public enum Kind {
        /** The signal itself. */
        DISTORTION(Aspect.TECHNICAL),
        /** Framing and geometry. */
        COMPOSITION(Aspect.AESTHETIC),
        /** Colour and tone. */
        COLOUR(Aspect.AESTHETIC);

        private final Aspect aspect;

        Kind(Aspect aspect) {
            this.aspect = aspect;
        }

        public Aspect aspect() {
            return aspect;
        }

        /** Its operations, in the order of their declaration. */
        public List<Operation> operations() {
            return Arrays.stream(Operation.values()).filter(o -> o.kind == this).toList();
        }
    }

    @FunctionalInterface
    private interface Draw {
        Edit at(double strength, long seed);
    }

    private final String key;
    private final Kind kind;
    private final Class<? extends Edit> type;
    private final Draw draw;

    Operation(String key, Kind kind, Class<? extends Edit> type, Draw draw) {
        this.key = key;
        this.kind = kind;
        this.type = type;
        this.draw = draw;
    }

    /** The name as it stands in recipes, columns and options. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public Aspect aspect() {
        return kind.aspect();
    }

    /** The record that holds its parameters. */
    Class<? extends Edit> type() {
        return type;
    }

    /**
     * The degradation of this strength. The seed settles what strength does not (a direction, a tint, the noise), so
     * that one seed with rising strengths is a series of ever worse pictures.
     *
     * @param strength 0..1
     * @throws IllegalArgumentException for any other strength
     */
    public Edit at(double strength, long seed) {
        return draw.at(Schedule.check(strength), seed);
    }

    public static Optional<Operation> ofKey(String key) {
        return Arrays.stream(values()).filter(o -> o.key.equals(key)).findFirst();
    }
}
