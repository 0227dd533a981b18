package eliq.generate.painter;

/**
 * A tile of fractal noise that repeats seamlessly, with the falling spectrum of natural textures. Built once from a
 * fixed seed; pictures look at different parts of it. Immutable.
 */
final class Noise {
    private static final int SIZE = 512;
    private static final int MASK = SIZE - 1;
    private static final double PERSISTENCE = 0.62;
    private final float[] tile = new float[SIZE * SIZE];

    Noise(long seed) {
        SeededRandom random = new SeededRandom(seed);
        double amplitude = 1;
        double power = 0;
        for (int cells = 8; cells <= SIZE; cells *= 2) {
            addOctave(cells, amplitude, random.fork(cells));
            power += amplitude * amplitude;
            amplitude *= PERSISTENCE;
        }
        float scale = (float) (1.25 / StrictMath.sqrt(power));
        for (int i = 0; i < tile.length; i++) {
            tile[i] *= scale;
        }
    }

    private void addOctave(int cells, double amplitude, SeededRandom random) {
        float[] grid = new float[cells * cells];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) ((random.next() * 2 - 1) * amplitude);
        }
        int step = SIZE / cells;
        for (int y = 0; y < SIZE; y++) {
            int gy = y / step;
            float fy = fade((y % step) / (float) step);
            int top = gy * cells;
            int bottom = (gy + 1) % cells * cells;
            for (int x = 0; x < SIZE; x++) {
                int gx = x / step;
                int right = (gx + 1) % cells;
                float fx = fade((x % step) / (float) step);
                float a = grid[top + gx] + (grid[top + right] - grid[top + gx]) * fx;
                float b = grid[bottom + gx] + (grid[bottom + right] - grid[bottom + gx]) * fx;
                tile[y * SIZE + x] += a + (b - a) * fy;
            }
        }
    }

    private static float fade(float t) {
        return t * t * (3 - 2 * t);
    }

    /** About -1..1, interpolated; one unit is a pixel of the tile. */
    double smooth(double x, double y) {
        double fx0 = Math.floor(x);
        double fy0 = Math.floor(y);
        int xi = (int) fx0 & MASK;
        int yi = (int) fy0 & MASK;
        double fx = x - fx0;
        double fy = y - fy0;
        int xj = xi + 1 & MASK;
        int row = yi * SIZE;
        int next = (yi + 1 & MASK) * SIZE;
        double a = tile[row + xi] + (tile[row + xj] - tile[row + xi]) * fx;
        double b = tile[next + xi] + (tile[next + xj] - tile[next + xi]) * fx;
        return a + (b - a) * fy;
    }

    /** About -1..1 at the nearest tile pixel. */
    double grain(double x, double y) {
        return tile[((int) y & MASK) * SIZE + ((int) x & MASK)];
    }
}
