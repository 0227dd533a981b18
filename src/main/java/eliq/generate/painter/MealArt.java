package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Meals, bread and cheese. */
final class MealArt {
    private static final Ink GREEN = Ink.of(0x4C9A3A);
    private static final Ink CRUST = Ink.of(0xC98A45).as(Material.CRUST);
    private static final Ink PLATE = Ink.of(0xF1EFEA).as(Material.GLOSS);

    private MealArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("pizza", new Model(2.0, 0.36, MealArt::pizza)),
                    Map.entry("burger", new Model(1.2, 0.40, MealArt::burger)),
                    Map.entry("bread", new Model(1.8, 0.32, MealArt::bread)),
                    Map.entry("cheese", new Model(1.5, 0.32, MealArt::cheese)),
                    Map.entry("soup", new Model(1.7, 0.32, MealArt::soup)),
                    Map.entry("salad", new Model(1.6, 0.36, MealArt::salad)),
                    Map.entry("egg", new Model(1.9, 0.26, MealArt::egg)));

    private static void plate(Pen p, double rx, double ry, double y) {
        p.oval(PLATE.times(0.82), 0, y - 0.025, rx, ry);
        p.oval(PLATE, 0, y, rx, ry);
        p.oval(PLATE.times(0.94), 0, y + 0.01, rx * 0.72, ry * 0.68);
    }

    private static void bowl(Pen p, Ink c, Ink rim) {
        p.blob(
                c.as(Material.GLOSS),
                -0.8,
                0.66,
                -0.66,
                0.25,
                -0.3,
                0.02,
                0.3,
                0.02,
                0.66,
                0.25,
                0.8,
                0.66,
                0,
                0.5);
        p.oval(rim.as(Material.GLOSS), 0, 0.68, 0.82, 0.22);
    }

    private static void pizza(Pen p, Ink c, Look look) {
        plate(p, 1.0, 0.44, 0.45);
        p.oval(CRUST.round(0.4), 0, 0.55, 0.88, 0.37);
        p.oval(Ink.of(0xC9371F).as(Material.CRUST).flat(), 0, 0.57, 0.77, 0.31);
        p.oval(Ink.of(0xF6CF62).as(Material.CRUST).round(0.1), 0, 0.58, 0.73, 0.29);
        double[][] spots = {
            {-0.4, 0.62},
            {0.05, 0.74},
            {0.42, 0.64},
            {-0.12, 0.5},
            {0.3, 0.44},
            {-0.42, 0.42},
            {0.02, 0.6}
        };
        for (double[] s : spots) {
            p.oval(Ink.of(0xB3261E).as(Material.CRUST), s[0], s[1], 0.12, 0.055);
        }
        for (int i = 0; i < 8; i++) {
            p.oval(
                    GREEN.flat(),
                    p.random().between(-0.55, 0.55),
                    p.random().between(0.42, 0.75),
                    0.05,
                    0.02,
                    i * 40);
        }
    }

    private static void burger(Pen p, Ink c, Look look) {
        Ink bun = Ink.of(0xD9963F).as(Material.CRUST);
        p.box(bun, -0.52, 0, 1.04, 0.2, 0.09);
        p.box(Ink.of(0x5B3420).as(Material.CRUST), -0.56, 0.17, 1.12, 0.17, 0.08);
        p.poly(
                Ink.of(0xF9C531),
                -0.57,
                0.36,
                0.57,
                0.36,
                0.4,
                0.27,
                0.2,
                0.33,
                0.05,
                0.22,
                -0.15,
                0.32,
                -0.4,
                0.25);
        p.box(Ink.of(0xD7322B), -0.52, 0.35, 1.04, 0.09, 0.04);
        p.curve(
                Ink.of(0x6DB33F).as(Material.LEAF),
                0.11,
                -0.56,
                0.46,
                -0.4,
                0.43,
                -0.2,
                0.48,
                0,
                0.43,
                0.2,
                0.48,
                0.4,
                0.43,
                0.56,
                0.47);
        p.blob(
                bun.round(0.8),
                -0.55,
                0.52,
                -0.5,
                0.78,
                -0.2,
                0.98,
                0.2,
                0.98,
                0.5,
                0.78,
                0.55,
                0.52,
                0,
                0.48);
        for (int i = 0; i < 12; i++) {
            p.oval(
                    Ink.of(0xFBEBC0),
                    -0.34 + (i % 6) * 0.135,
                    0.76 + (i / 6) * 0.1 + 0.02 * (i % 2),
                    0.026,
                    0.015,
                    20);
        }
    }

    private static void bread(Pen p, Ink c, Look look) {
        p.blob(
                CRUST.round(0.8),
                -0.85,
                0.3,
                -0.8,
                0.75,
                -0.4,
                0.96,
                0.3,
                0.97,
                0.8,
                0.78,
                0.87,
                0.3,
                0.7,
                0.03,
                0,
                0,
                -0.7,
                0.03);
        for (int i = 0; i < 4; i++) {
            double x = -0.5 + i * 0.32;
            p.blob(
                    Ink.of(0xF1D9A5).as(Material.CRUST),
                    x - 0.1,
                    0.62,
                    x + 0.02,
                    0.9,
                    x + 0.16,
                    0.92,
                    x + 0.04,
                    0.64);
        }
    }

    private static void cheese(Pen p, Ink c, Look look) {
        p.poly(c.times(1.12), -0.72, 0.5, 0.75, 0.62, 0.2, 1, -0.1, 0.98);
        p.poly(c.round(0.15), -0.72, 0.5, 0.75, 0.62, 0.75, 0.08, -0.72, 0);
        double[][] holes = {
            {-0.4, 0.28, 0.1},
            {-0.05, 0.16, 0.08},
            {0.2, 0.42, 0.11},
            {0.55, 0.25, 0.08},
            {-0.15, 0.45, 0.06}
        };
        for (double[] h : holes) {
            p.oval(c.times(0.72).flat(), h[0], h[1], h[2], h[2] * 0.9);
            p.oval(c.times(0.88).flat(), h[0] + 0.015, h[1] - 0.02, h[2] * 0.8, h[2] * 0.68);
        }
    }

    private static void soup(Pen p, Ink c, Look look) {
        bowl(p, Ink.of(0x4F7FA8), PLATE);
        p.oval(c.as(Material.GLOSS).round(0.1), 0, 0.68, 0.7, 0.17);
        for (int i = 0; i < 8; i++) {
            p.oval(
                    (i % 2 == 0 ? GREEN : Ink.of(0xF6E9C8)),
                    p.random().between(-0.45, 0.45),
                    p.random().between(0.6, 0.76),
                    0.05,
                    0.025);
        }
        p.line(Palette.STEEL, 0.05, 0.3, 0.72, 0.72, 0.98);
    }

    private static void salad(Pen p, Ink c, Look look) {
        p.oval(PLATE.dark(), 0, 0.6, 0.78, 0.2);
        for (int i = 0; i < 16; i++) {
            double x = p.random().between(-0.6, 0.6);
            double y = 0.62 + p.random().between(0, 0.28) * (1 - x * x * 1.6);
            p.oval(
                    Ink.of(i % 3 == 0 ? 0x8CC63F : i % 3 == 1 ? 0x4F9E35 : 0x6BB544)
                            .as(Material.LEAF),
                    x,
                    y,
                    0.2,
                    0.1,
                    p.random().between(-60, 60));
        }
        for (int i = 0; i < 5; i++) {
            p.oval(
                    Ink.of(0xD9342B).as(Material.GLOSS).round(0.9),
                    -0.42 + i * 0.21,
                    0.72 + 0.1 * (i % 2),
                    0.09,
                    0.08);
        }
        p.blob(
                PLATE, -0.8, 0.64, -0.66, 0.22, -0.3, 0.02, 0.3, 0.02, 0.66, 0.22, 0.8, 0.64, 0.4,
                0.54, -0.4, 0.54);
    }

    private static void egg(Pen p, Ink c, Look look) {
        plate(p, 0.95, 0.44, 0.45);
        p.blob(
                Ink.of(0xFBF9F2).as(Material.GLOSS).round(0.25),
                -0.62,
                0.5,
                -0.45,
                0.74,
                -0.1,
                0.72,
                0.2,
                0.8,
                0.56,
                0.66,
                0.62,
                0.44,
                0.3,
                0.28,
                0,
                0.3,
                -0.3,
                0.22,
                -0.58,
                0.34);
        p.oval(Ink.of(0xF8A91C).as(Material.GLOSS).round(0.9), 0.02, 0.55, 0.24, 0.16);
    }
}
