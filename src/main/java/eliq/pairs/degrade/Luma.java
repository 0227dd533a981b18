package eliq.pairs.degrade;

/** Weights of red, green and blue in brightness (ITU-R BT.601, on gamma-coded levels as JPEG has them). */
final class Luma {
    static final float RED = 0.299f;
    static final float GREEN = 0.587f;
    static final float BLUE = 0.114f;

    private Luma() {}

    static float of(float red, float green, float blue) {
        return RED * red + GREEN * green + BLUE * blue;
    }
}
