package eliq.generate.painter;

/**
 * The colour and surface of a shape.
 *
 * @param r red 0..1
 * @param g green 0..1
 * @param b blue 0..1
 * @param material grain and highlights
 * @param bulge 0 flat .. 1 round like a cushion
 * @param alpha opacity 0..1
 * @param glowing shines by itself: keeps its colour at night
 */
record Ink(
        double r,
        double g,
        double b,
        Material material,
        double bulge,
        double alpha,
        boolean glowing) {

    /** A gently rounded plain surface of colour 0xRRGGBB. */
    static Ink of(int hex) {
        return new Ink(
                (hex >> 16 & 255) / 255.0,
                (hex >> 8 & 255) / 255.0,
                (hex & 255) / 255.0,
                Material.PLAIN,
                0.5,
                1,
                false);
    }

    static Ink of(double r, double g, double b) {
        return new Ink(r, g, b, Material.PLAIN, 0.5, 1, false);
    }

    Ink times(double k) {
        return new Ink(
                Math.min(1, r * k),
                Math.min(1, g * k),
                Math.min(1, b * k),
                material,
                bulge,
                alpha,
                glowing);
    }

    /** Towards another colour; surface stays. */
    Ink mix(Ink other, double t) {
        return new Ink(
                r + (other.r - r) * t,
                g + (other.g - g) * t,
                b + (other.b - b) * t,
                material,
                bulge,
                alpha,
                glowing);
    }

    Ink light() {
        return mix(of(0xFFFFFF), 0.35);
    }

    Ink dark() {
        return times(0.62);
    }

    Ink as(Material other) {
        return new Ink(r, g, b, other, bulge, alpha, glowing);
    }

    Ink round(double other) {
        return new Ink(r, g, b, material, other, alpha, glowing);
    }

    Ink flat() {
        return round(0);
    }

    Ink fade(double other) {
        return new Ink(r, g, b, material, bulge, other, glowing);
    }

    Ink glow() {
        return new Ink(r, g, b, material, bulge, alpha, true);
    }
}
