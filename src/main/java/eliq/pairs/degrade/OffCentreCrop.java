package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * A window in a corner or at an edge, enlarged to the full frame: what the picture is about is cut off.
 *
 * @param left of the window, as a share of the picture's width
 * @param top likewise, of its height
 * @param size of the window's sides, as a share of the picture's
 */
public record OffCentreCrop(double left, double top, double size) implements Edit {

    static OffCentreCrop at(double strength, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double size = Schedule.linear(strength, 0.78, 0.48);
        double across = random.coin() ? 1 : 0;
        double down = random.below(3) / 2.0;
        return new OffCentreCrop((1 - size) * across, (1 - size) * down, size);
    }

    @Override
    public Operation operation() {
        return Operation.OFF_CENTRE_CROP;
    }

    @Override
    public Pixels apply(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        return Resampling.window(
                picture,
                new Resampling.Window(left * width, top * height, size * width, size * height),
                width,
                height);
    }
}
