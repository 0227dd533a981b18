package eliq.nano;

import eliq.image.Pixels;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.JpegNoiseSchedule;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * What a sound picture may have gone through before it is looked at: sharpened or softened, saved once with good quality and a
 * trace of noise, cut so that its compression's blocks lie anywhere. A model that has seen nothing but flawless pictures takes
 * every such trace, which all photographs have, for a fault.
 *
 * @param edges how much is added of what sets a pixel apart from its neighbours; below 0 it is softened
 * @param saved strength of the one saving, empty where the picture is as it was painted
 * @param cut pixels off the left and the top, and as many as make eight off the other sides; 0: the picture is left whole
 */
record Finish(double edges, OptionalDouble saved, int cut, long seed) {

    static final Finish NONE = new Finish(0, OptionalDouble.empty(), 0, 0);

    /** Qualities of 98 to 86 and noise of 0.2 to 2.5 levels: what nobody would call a fault. */
    private static final JpegNoiseSchedule ONCE =
            new JpegNoiseSchedule("once", 1, 98, 86, 1, 0.2, 2.5, 0.3);

    private static final double SHARE_SHARPENED = 0.35;
    private static final double SHARE_SOFTENED = 0.2;
    private static final double SHARE_SAVED = 0.6;
    private static final int BLOCK = 8;

    /** @param cut whether it may be cut */
    static Finish draw(boolean cut, RandomGenerator random) {
        double drawn = random.nextDouble();
        double edges = 0;
        if (drawn < SHARE_SHARPENED) {
            edges = random.nextDouble(0.2, 1.6);
        } else if (drawn < SHARE_SHARPENED + SHARE_SOFTENED) {
            edges = -random.nextDouble(0.2, 0.9);
        }
        boolean saved = random.nextDouble() < SHARE_SAVED;
        return new Finish(
                edges,
                saved ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                cut && saved && random.nextBoolean() ? random.nextInt(1, BLOCK) : 0,
                random.nextLong());
    }

    Pixels apply(Pixels picture) {
        Pixels done = edges == 0 ? picture : edged(picture);
        if (saved.isPresent()) {
            done = Degradation.technical(ONCE, saved.getAsDouble(), seed).apply(done);
        }
        return cut == 0 ? done : cut(done);
    }

    private Pixels edged(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        byte[] from = picture.rgb();
        byte[] to = new byte[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    int around = 0;
                    for (int dy = -1; dy <= 1; dy++) {
                        int row = Math.clamp((long) y + dy, 0, height - 1) * width;
                        for (int dx = -1; dx <= 1; dx++) {
                            int column = Math.clamp((long) x + dx, 0, width - 1);
                            around += from[3 * (row + column) + c] & 0xFF;
                        }
                    }
                    int own = from[3 * (y * width + x) + c] & 0xFF;
                    double value = own + edges * (own - around / 9.0);
                    to[3 * (y * width + x) + c] = (byte) Math.clamp(Math.round(value), 0, 255);
                }
            }
        }
        return new Pixels(width, height, to);
    }

    private Pixels cut(Pixels picture) {
        int width = picture.width() - BLOCK;
        int height = picture.height() - BLOCK;
        byte[] from = picture.rgb();
        byte[] to = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    from, 3 * ((y + cut) * picture.width() + cut), to, 3 * y * width, 3 * width);
        }
        return new Pixels(width, height, to);
    }
}
