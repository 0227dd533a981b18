package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Exposed wrongly: light is multiplied and clipped, as a sensor does.
 *
 * @param stops factor on the light as a power of two: positive blows the highlights, negative crushes the shadows
 * @param black level (0..1, gamma-coded) below which all is black afterwards
 */
public record Exposure(double stops, double black) implements Edit {

    static Exposure blown(double strength, long seed) {
        return new Exposure(Schedule.linear(strength, 1.1, 3.4), 0);
    }

    static Exposure crushed(double strength, long seed) {
        return new Exposure(
                -Schedule.linear(strength, 1.2, 3), Schedule.linear(strength, 0.02, 0.08));
    }

    @Override
    public Operation operation() {
        return stops > 0 ? Operation.BLOWN_EXPOSURE : Operation.CRUSHED_EXPOSURE;
    }

    @Override
    public Pixels apply(Pixels picture) {
        byte[] table = table();
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = table[in[i] & 0xFF];
        }
        return new Pixels(picture.width(), picture.height(), out);
    }

    private byte[] table() {
        byte[] table = new byte[256];
        double gain = StrictMath.pow(2, stops);
        for (int level = 0; level < 256; level++) {
            double coded = coded(Math.min(1, gain * light(level / 255.0)));
            table[level] = Bytes.of((float) (255 * (coded - black) / (1 - black)));
        }
        return table;
    }

    /** IEC 61966-2-1 (sRGB) decoding. */
    private static double light(double coded) {
        return coded <= 0.04045 ? coded / 12.92 : StrictMath.pow((coded + 0.055) / 1.055, 2.4);
    }

    private static double coded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
    }
}
