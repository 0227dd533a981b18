package eliq.generate.painter;

/** Grain and highlight of a material at a point. */
final class Surface {
    private final Material material;
    private final Noise noise;

    Surface(Material material, Noise noise) {
        this.material = material;
        this.noise = noise;
    }

    /** What the brightness is multiplied by, about 1. */
    double grain(double u, double v) {
        return switch (material) {
            case PLAIN -> 1 + 0.07 * noise.grain(u * 2, v * 2) + 0.02 * noise.grain(v * 11, u * 11);
            case GLOSS -> 1 + 0.04 * noise.smooth(u * 0.6, v * 0.6);
            case GLASS -> 1 + 0.03 * noise.smooth(u * 0.5, v * 0.5);
            case METAL -> 1 + 0.05 * noise.grain(u * 0.4, v * 6) + 0.06 * noise.smooth(u * 0.5, v);
            case WOOD ->
                    1
                            + 0.20 * noise.grain(u * 0.35, v * 3.5)
                            + 0.10 * noise.smooth(u * 0.2 + 7, v * 1.3);
            case FABRIC ->
                    1
                            + 0.10 * noise.grain(u * 3, v * 3)
                            + (((int) u ^ (int) v) & 2) * 0.012
                            - 0.012
                            + 0.08 * noise.smooth(u * 0.7, v * 0.7);
            case FUR ->
                    1
                            + 0.13 * noise.grain(u * 6 + v * 2, v * 2.2)
                            + 0.06 * noise.smooth(u * 0.8, v);
            case STONE ->
                    1 + 0.24 * noise.grain(u * 1.6, v * 1.6) + 0.06 * noise.grain(v * 9, u * 9);
            case BRICK -> brick(u, v);
            case LEAF -> leaf(u, v);
            case SKIN -> 1 + 0.03 * noise.smooth(u * 2, v * 2);
            case CRUST -> 1 + 0.22 * noise.grain(u * 2.2, v * 2.2);
        };
    }

    private double brick(double u, double v) {
        double row = Math.floor(v / 7);
        double inRow = v - row * 7;
        double shifted = u + ((int) row & 1) * 8;
        double inBrick = shifted - Math.floor(shifted / 16) * 16;
        double mortar = inRow < 1.2 || inBrick < 1.2 ? 1.22 : 1;
        double tone = noise.grain(Math.floor(shifted / 16) * 37, row * 53) * 0.14;
        return mortar + tone + 0.12 * noise.grain(u * 4, v * 4);
    }

    private double leaf(double u, double v) {
        double clumps = noise.grain(u * 2.6, v * 2.6);
        double fine = noise.grain(v * 7, u * 7);
        return 1 + 0.42 * clumps + 0.20 * fine;
    }

    /** White added where the surface mirrors the light; {@code facing} is 1 at the mirror angle. */
    double highlight(double facing) {
        double p4 = facing * facing * facing * facing;
        double p16 = p4 * p4 * p4 * p4;
        return switch (material) {
            case GLOSS -> 0.55 * p16 * p16 * p16;
            case GLASS -> 0.75 * p16 * p16 * p16;
            case METAL -> 0.60 * p16 * p16 + 0.05 * p4;
            case SKIN, CRUST -> 0.06 * p16;
            default -> 0;
        };
    }
}
