package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Gaudy or lifeless colour.
 *
 * @param factor on the distance of every channel from the brightness: above 1 over-saturated, below 1 under-saturated
 * @param fade share of contrast that is lost towards mid-grey, 0..1
 */
public record Saturation(double factor, double fade) implements Edit {
    private static final float MID_GREY = 128;

    static Saturation over(double strength, long seed) {
        return new Saturation(Schedule.geometric(strength, 2, 5), 0);
    }

    static Saturation under(double strength, long seed) {
        return new Saturation(
                Schedule.linear(strength, 0.45, 0), Schedule.linear(strength, 0.2, 0.6));
    }

    @Override
    public Operation operation() {
        return factor > 1 ? Operation.OVER_SATURATION : Operation.UNDER_SATURATION;
    }

    @Override
    public Pixels apply(Pixels picture) {
        float kept = (float) (1 - fade);
        float own = kept * (float) factor;
        float grey = kept * (float) (1 - factor);
        float r = grey * Luma.RED;
        float g = grey * Luma.GREEN;
        float b = grey * Luma.BLUE;
        float offset = (float) fade * MID_GREY;
        return new ColourMatrix(own + r, g, b, r, own + g, b, r, g, own + b, offset).apply(picture);
    }
}
