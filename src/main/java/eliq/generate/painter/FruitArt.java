package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Fruit and vegetables. */
final class FruitArt {
    private static final Ink STEM = Ink.of(0x5A3B1E).as(Material.WOOD);
    private static final Ink GREEN = Ink.of(0x4C9A3A);
    private static final Ink CRUST = Ink.of(0xC98A45).as(Material.CRUST);

    private FruitArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("apple", new Model(0.95, 0.36, FruitArt::apple)),
                    Map.entry("orangefruit", new Model(1.0, 0.34, FruitArt::orange)),
                    Map.entry("banana", new Model(1.7, 0.28, FruitArt::banana)),
                    Map.entry("pear", new Model(0.75, 0.40, FruitArt::pear)),
                    Map.entry("strawberry", new Model(0.85, 0.34, FruitArt::strawberry)),
                    Map.entry("grapes", new Model(0.95, 0.40, FruitArt::grapes)),
                    Map.entry("watermelon", new Model(1.6, 0.34, FruitArt::watermelon)),
                    Map.entry("tomato", new Model(1.1, 0.32, FruitArt::tomato)),
                    Map.entry("carrot", new Model(2.3, 0.20, FruitArt::carrot)));

    private static void apple(Pen p, Ink c, Look look) {
        p.blob(
                c.as(Material.GLOSS).round(0.9),
                0,
                0.8,
                0.22,
                0.87,
                0.44,
                0.7,
                0.44,
                0.38,
                0.24,
                0.05,
                0,
                0.07,
                -0.24,
                0.05,
                -0.44,
                0.38,
                -0.44,
                0.7,
                -0.22,
                0.87);
        p.oval(c.dark().flat().fade(0.6), 0, 0.79, 0.1, 0.035);
        p.curve(STEM, 0.045, 0, 0.78, 0.02, 0.9, 0.07, 0.99);
        p.blob(GREEN, 0.04, 0.87, 0.18, 0.99, 0.36, 0.94, 0.2, 0.85);
    }

    private static void orange(Pen p, Ink c, Look look) {
        p.oval(Ink.of(0xF28A1A).as(Material.CRUST).round(1), 0, 0.47, 0.48, 0.47);
        p.oval(Palette.WHITE.flat().fade(0.25), -0.16, 0.68, 0.1, 0.07);
        p.oval(GREEN.dark().flat(), 0, 0.9, 0.045, 0.03);
        p.blob(GREEN, 0, 0.9, 0.12, 1.0, 0.32, 0.97, 0.18, 0.88);
    }

    private static void banana(Pen p, Ink c, Look look) {
        p.blob(
                c.as(Material.GLOSS).round(0.8),
                -0.78,
                0.85,
                -0.68,
                0.42,
                -0.3,
                0.08,
                0.25,
                0.05,
                0.68,
                0.32,
                0.8,
                0.58,
                0.6,
                0.52,
                0.25,
                0.42,
                -0.2,
                0.46,
                -0.52,
                0.68,
                -0.66,
                0.95);
        p.curve(
                c.dark().fade(0.5).flat(),
                0.02,
                -0.68,
                0.72,
                -0.45,
                0.36,
                -0.1,
                0.2,
                0.3,
                0.2,
                0.7,
                0.46);
        p.blob(STEM, -0.8, 0.84, -0.76, 1, -0.64, 1, -0.64, 0.86);
        p.oval(STEM.dark(), 0.77, 0.54, 0.06, 0.06);
    }

    private static void pear(Pen p, Ink c, Look look) {
        p.blob(
                c.as(Material.GLOSS).round(0.9),
                0,
                0.88,
                0.12,
                0.82,
                0.17,
                0.6,
                0.34,
                0.36,
                0.33,
                0.12,
                0.16,
                0.01,
                0,
                0.02,
                -0.16,
                0.01,
                -0.33,
                0.12,
                -0.34,
                0.36,
                -0.17,
                0.6,
                -0.12,
                0.82);
        p.curve(STEM, 0.035, 0, 0.86, 0.02, 0.94, 0.06, 1.0);
        p.blob(GREEN, 0.03, 0.9, 0.14, 0.99, 0.28, 0.96, 0.16, 0.88);
    }

    private static void strawberry(Pen p, Ink c, Look look) {
        p.blob(
                c.as(Material.GLOSS).round(0.9),
                0,
                0.86,
                0.3,
                0.86,
                0.42,
                0.64,
                0.26,
                0.25,
                0,
                0,
                -0.26,
                0.25,
                -0.42,
                0.64,
                -0.3,
                0.86);
        for (int row = 0; row < 5; row++) {
            int n = row == 4 ? 2 : row < 2 ? 5 - row % 2 : 4 - row % 2;
            for (int i = 0; i < n; i++) {
                double x = (i - (n - 1) / 2.0) * 0.15;
                p.oval(Ink.of(0xF5D98A).flat(), x, 0.7 - row * 0.14, 0.016, 0.026);
            }
        }
        for (int i = 0; i < 5; i++) {
            Pen q = p.at(0, 0.87, 1, -70 + i * 35);
            q.blob(GREEN, -0.06, 0, 0, 0.19, 0.06, 0, 0, -0.05);
        }
        p.line(GREEN, 0.035, 0, 0.88, 0.03, 1);
    }

    private static void grapes(Pen p, Ink c, Look look) {
        int[] rows = {1, 2, 3, 4, 5, 4};
        p.curve(STEM, 0.04, 0, 0.8, 0.02, 0.92, 0.1, 0.99);
        p.blob(GREEN, 0, 0.86, -0.2, 0.99, -0.42, 0.9, -0.36, 0.76, -0.14, 0.76);
        for (int row = 5; row >= 0; row--) {
            for (int i = 0; i < rows[row]; i++) {
                double x = (i - (rows[row] - 1) / 2.0) * 0.19;
                p.oval(
                        c.as(Material.GLOSS).round(1).times(0.9 + 0.05 * ((i + row) % 4)),
                        x,
                        0.1 + row * 0.135,
                        0.105,
                        0.105);
            }
        }
    }

    private static void watermelon(Pen p, Ink c, Look look) {
        Pen q = p.at(0, 0.95, 1, 180);
        q.dome(Ink.of(0x2E7A35).round(0.2), 0, 0, 0.8, 0.92);
        q.dome(Ink.of(0xE9F0CF).flat(), 0, 0, 0.74, 0.84);
        q.dome(Ink.of(0xE23B42).as(Material.CRUST).round(0.2), 0, 0, 0.69, 0.78);
        for (int i = 0; i < 9; i++) {
            double t = StrictMath.toRadians(18 + i * 18);
            double r = i % 2 == 0 ? 0.5 : 0.34;
            q.oval(Palette.BLACK, r * StrictMath.cos(t), r * StrictMath.sin(t) + 0.06, 0.025, 0.04);
        }
    }

    private static void tomato(Pen p, Ink c, Look look) {
        p.blob(
                c.as(Material.GLOSS).round(0.9),
                0,
                0.82,
                0.28,
                0.88,
                0.52,
                0.66,
                0.5,
                0.28,
                0.22,
                0.02,
                0,
                0.04,
                -0.22,
                0.02,
                -0.5,
                0.28,
                -0.52,
                0.66,
                -0.28,
                0.88);
        for (int i = 0; i < 5; i++) {
            Pen q = p.at(0, 0.82, 1, -80 + i * 40);
            q.blob(GREEN.dark(), -0.04, 0, 0, 0.24, 0.04, 0, 0, -0.04);
        }
        p.line(GREEN.dark(), 0.05, 0, 0.83, 0.02, 0.98);
    }

    private static void carrot(Pen p, Ink c, Look look) {
        for (int i = 0; i < 5; i++) {
            p.limb(
                    GREEN.as(Material.LEAF),
                    0.09,
                    0.16,
                    0.55,
                    0.5,
                    0.85,
                    0.5 + (i - 2) * 0.12,
                    1.12,
                    0.5 + (i - 2) * 0.22);
        }
        p.blob(c.round(0.9), 0.62, 0.82, 0.68, 0.5, 0.62, 0.18, 0, 0.28, -1.1, 0.46, 0, 0.72);
        for (int i = 0; i < 6; i++) {
            double x = -0.5 + i * 0.18;
            p.line(c.dark().flat().fade(0.6), 0.02, x, 0.42, x + 0.02, 0.55);
        }
    }
}
