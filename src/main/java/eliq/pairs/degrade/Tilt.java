package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Turned about the centre and enlarged until no empty corner is left.
 *
 * @param degrees clockwise; at most 45 either way
 */
public record Tilt(double degrees) implements Edit {

    static Tilt at(double strength, long seed) {
        double angle = Schedule.linear(strength, 6, 34);
        return new Tilt(new SplitMix64(seed).coin() ? angle : -angle);
    }

    @Override
    public Operation operation() {
        return Operation.TILT;
    }

    @Override
    public Pixels apply(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        double sine = StrictMath.sin(StrictMath.toRadians(degrees));
        double cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        double across = (width * cosine + height * Math.abs(sine)) / width;
        double down = (width * Math.abs(sine) + height * cosine) / height;
        double zoom = Math.max(across, down);
        double stepX = cosine / zoom;
        double stepY = sine / zoom;
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            double dy = y + 0.5 - height / 2.0;
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - width / 2.0;
                double sourceX = width / 2.0 + dx * stepX + dy * stepY - 0.5;
                double sourceY = height / 2.0 - dx * stepY + dy * stepX - 0.5;
                sample(in, width, height, sourceX, sourceY, out, at);
                at += 3;
            }
        }
        return new Pixels(width, height, out);
    }

    private static void sample(
            byte[] in, int width, int height, double x, double y, byte[] out, int at) {
        double inX = Math.clamp(x, 0, width - 1.0);
        double inY = Math.clamp(y, 0, height - 1.0);
        int x0 = (int) inX;
        int y0 = (int) inY;
        int right = x0 + 1 < width ? 3 : 0;
        int below = y0 + 1 < height ? 3 * width : 0;
        float shareX = (float) (inX - x0);
        float shareY = (float) (inY - y0);
        int from = 3 * (y0 * width + x0);
        for (int c = 0; c < 3; c++, from++) {
            float top = mix(in[from], in[from + right], shareX);
            float bottom = mix(in[from + below], in[from + below + right], shareX);
            out[at + c] = Bytes.of(top + (bottom - top) * shareY);
        }
    }

    private static float mix(byte a, byte b, float share) {
        int low = a & 0xFF;
        return low + ((b & 0xFF) - low) * share;
    }
}
