package eliq.image;

import java.util.Random;

/** Pictures made in the test, and how alike two are. */
final class TestPictures {

    private TestPictures() {}

    /** Smooth shading, a few hard-edged blocks and a little noise; the same seed gives the same pixels. */
    static Pixels scene(int width, int height, long seed) {
        Random random = new Random(seed);
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    double shade = 128 + 90 * Math.sin((x * (c + 1) + y * 2.0 + seed) / 40.0);
                    boolean block = (x / 24 + y / 17) % 5 == c;
                    rgb[3 * (y * width + x) + c] =
                            (byte)
                                    Math.clamp(
                                            (long) shade + (block ? 40 : 0) + random.nextInt(5),
                                            0,
                                            255);
                }
            }
        }
        return new Pixels(width, height, rgb);
    }

    static double psnr(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            double d = (a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF);
            sum += d * d;
        }
        return 10 * Math.log10(255 * 255 / (sum / a.rgb().length + 1e-12));
    }

    static int largestDifference(Pixels a, Pixels b) {
        int worst = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            worst = Math.max(worst, Math.abs((a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF)));
        }
        return worst;
    }
}
