package eliq.pairs.degrade;

import eliq.image.Pixels;

/** Pictures whose content is known. */
final class TestPictures {
    private TestPictures() {}

    /** Coloured shapes over a gradient with texture of several scales: has what a photograph has for the edits. */
    static Pixels natural(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        SplitMix64 random = new SplitMix64(7);
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                double wave =
                        18 * StrictMath.sin(40 * u + 9 * v) + 12 * StrictMath.sin(90 * v - 25 * u);
                double grain = 6 * random.uniform();
                boolean disc = (u - .4) * (u - .4) + (v - .55) * (v - .55) < .04;
                boolean bar = u > .7 && u < .82 && v > .2;
                rgb[at++] = level((disc ? 205 : bar ? 40 : 90 + 70 * u) + wave + grain);
                rgb[at++] = level((disc ? 90 : bar ? 110 : 120 + 50 * v) + wave + grain);
                rgb[at++] = level((disc ? 50 : bar ? 60 : 190 - 90 * v) + wave + grain);
            }
        }
        return new Pixels(width, height, rgb);
    }

    /** Red says the column, green the row: a moved pixel shows how far it was moved. */
    static Pixels coordinates(int size) {
        byte[] rgb = new byte[3 * size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                rgb[3 * (y * size + x)] = (byte) (255 * x / (size - 1));
                rgb[3 * (y * size + x) + 1] = (byte) (255 * y / (size - 1));
            }
        }
        return new Pixels(size, size, rgb);
    }

    static Pixels uniform(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new Pixels(width, height, rgb);
    }

    private static byte level(double value) {
        return (byte) Math.clamp((int) value, 0, 255);
    }
}
