package eliq.image;

/** The eight EXIF orientations (EXIF 2.3, tag 0x0112). */
final class Orientation {

    private Orientation() {}

    /** The picture turned and mirrored so that it stands upright. */
    static Pixels apply(Pixels stored, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        boolean swapped = orientation >= 5;
        int width = swapped ? h : w;
        int height = swapped ? w : h;
        byte[] from = stored.rgb();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sx = swapped ? y : x;
                int sy = swapped ? x : y;
                boolean mirrorX = orientation == 2 || orientation == 3 || orientation == 7;
                boolean mirrorY = orientation == 3 || orientation == 4 || orientation == 7;
                mirrorX |= orientation == 8;
                mirrorY |= orientation == 6;
                int source = 3 * ((mirrorY ? h - 1 - sy : sy) * w + (mirrorX ? w - 1 - sx : sx));
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return new Pixels(width, height, to);
    }
}
