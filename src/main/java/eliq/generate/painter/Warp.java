package eliq.generate.painter;

/**
 * Bends everything drawn, as a poor generator does.
 *
 * @param noise where the bends come from
 * @param amount pixels; 0 for none
 * @param offset where on the noise
 */
record Warp(Noise noise, double amount, double offset) {
    private static final double FREQUENCY = 0.35;

    double dx(double x, double y) {
        return amount == 0 ? 0 : amount * noise.smooth(x * FREQUENCY + offset, y * FREQUENCY);
    }

    double dy(double x, double y) {
        return amount == 0 ? 0 : amount * noise.smooth(x * FREQUENCY, y * FREQUENCY + offset + 200);
    }
}
