package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * A wrong aspect ratio: the middle of the picture is pulled to the full frame along one axis, so that the content looks
 * squeezed along the other.
 *
 * @param width of the part that is kept, as a share of the picture's; 1 for all
 * @param height likewise
 */
public record Stretch(double width, double height) implements Edit {

    static Stretch at(double strength, long seed) {
        double kept = Schedule.geometric(strength, 0.75, 0.33);
        return new SplitMix64(seed).coin() ? new Stretch(kept, 1) : new Stretch(1, kept);
    }

    @Override
    public Operation operation() {
        return Operation.SQUEEZED_ASPECT;
    }

    @Override
    public Pixels apply(Pixels picture) {
        int w = picture.width();
        int h = picture.height();
        return Resampling.window(
                picture,
                new Resampling.Window(
                        (1 - width) / 2 * w, (1 - height) / 2 * h, width * w, height * h),
                w,
                h);
    }
}
