package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Shrunk and enlarged again: what a small picture shown large looks like.
 *
 * @param scale of the sides in between, 0..1
 */
public record LostDetail(double scale) implements Edit {

    static LostDetail at(double strength, long seed) {
        return new LostDetail(Schedule.geometric(strength, 0.7, 0.08));
    }

    @Override
    public Operation operation() {
        return Operation.LOST_DETAIL;
    }

    @Override
    public Pixels apply(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        Pixels small =
                Resampling.window(
                        picture,
                        Resampling.Window.whole(picture),
                        Math.max(1, (int) Math.round(width * scale)),
                        Math.max(1, (int) Math.round(height * scale)));
        return Resampling.window(small, Resampling.Window.whole(small), width, height);
    }
}
