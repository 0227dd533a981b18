package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * A veil of one colour over everything, at the same brightness.
 *
 * @param red of the veil, relative to its brightness
 * @param green likewise
 * @param blue likewise
 * @param amount 0 (none) .. 1 (a monochrome picture of that colour)
 */
public record ColourCast(double red, double green, double blue, double amount) implements Edit {

    /** The seed chooses the hue; the tint is far from grey in every hue. */
    static ColourCast at(double strength, long seed) {
        double hue = 6 * new SplitMix64(seed).uniform();
        double r = Math.clamp(Math.abs(hue - 3) - 1, 0, 1);
        double g = Math.clamp(2 - Math.abs(hue - 2), 0, 1);
        double b = Math.clamp(2 - Math.abs(hue - 4), 0, 1);
        double floor = 0.25;
        r = floor + (1 - floor) * r;
        g = floor + (1 - floor) * g;
        b = floor + (1 - floor) * b;
        double luma = Luma.of((float) r, (float) g, (float) b);
        return new ColourCast(r / luma, g / luma, b / luma, Schedule.linear(strength, 0.25, 0.9));
    }

    @Override
    public Operation operation() {
        return Operation.COLOUR_CAST;
    }

    @Override
    public Pixels apply(Pixels picture) {
        float own = (float) (1 - amount);
        float r = (float) (amount * red);
        float g = (float) (amount * green);
        float b = (float) (amount * blue);
        return new ColourMatrix(
                        own + r * Luma.RED,
                        r * Luma.GREEN,
                        r * Luma.BLUE,
                        g * Luma.RED,
                        own + g * Luma.GREEN,
                        g * Luma.BLUE,
                        b * Luma.RED,
                        b * Luma.GREEN,
                        own + b * Luma.BLUE,
                        0)
                .apply(picture);
    }
}
