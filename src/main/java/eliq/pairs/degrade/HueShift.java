package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * All hues turned by one angle at the same brightness: grass goes violet, skin goes green.
 *
 * @param degrees of the turn in the plane of the two colour differences, at most 180 either way
 * @param chroma factor on the colour differences
 */
public record HueShift(double degrees, double chroma) implements Edit {

    static HueShift at(double strength, long seed) {
        double angle = Schedule.linear(strength, 35, 165);
        double chroma = Schedule.linear(strength, 1.1, 1.5);
        return new HueShift(new SplitMix64(seed).coin() ? angle : -angle, chroma);
    }

    @Override
    public Operation operation() {
        return Operation.HUE_SHIFT;
    }

    @Override
    public Pixels apply(Pixels picture) {
        float cosine = (float) (chroma * StrictMath.cos(StrictMath.toRadians(degrees)));
        float sine = (float) (chroma * StrictMath.sin(StrictMath.toRadians(degrees)));
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i += 3) {
            float red = in[i] & 0xFF;
            float blue = in[i + 2] & 0xFF;
            float luma = Luma.of(red, in[i + 1] & 0xFF, blue);
            // Cb and Cr scaled to equal ranges, so that the turn is a turn and not a shear.
            float cb = (blue - luma) / (2 - 2 * Luma.BLUE);
            float cr = (red - luma) / (2 - 2 * Luma.RED);
            float turnedCb = cosine * cb - sine * cr;
            float turnedCr = sine * cb + cosine * cr;
            float newBlue = luma + turnedCb * (2 - 2 * Luma.BLUE);
            float newRed = luma + turnedCr * (2 - 2 * Luma.RED);
            out[i] = Bytes.of(newRed);
            out[i + 1] = Bytes.of((luma - Luma.RED * newRed - Luma.BLUE * newBlue) / Luma.GREEN);
            out[i + 2] = Bytes.of(newBlue);
        }
        return new Pixels(picture.width(), picture.height(), out);
    }
}
