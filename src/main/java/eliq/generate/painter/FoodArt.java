package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Food, mostly on plates and boards. */
final class FoodArt {
    private static final Ink STEM = Ink.of(0x5A3B1E).as(Material.WOOD);
    private static final Ink GREEN = Ink.of(0x4C9A3A);
    private static final Ink CRUST = Ink.of(0xC98A45).as(Material.CRUST);
    private static final Ink PLATE = Ink.of(0xF1EFEA).as(Material.GLOSS);

    private FoodArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("apple", new Model(0.95, 0.36, FoodArt::apple)),
                    Map.entry("orangefruit", new Model(1.0, 0.34, FoodArt::orange)),
                    Map.entry("banana", new Model(1.7, 0.28, FoodArt::banana)),
                    Map.entry("pear", new Model(0.75, 0.40, FoodArt::pear)),
                    Map.entry("strawberry", new Model(0.85, 0.34, FoodArt::strawberry)),
                    Map.entry("grapes", new Model(0.95, 0.40, FoodArt::grapes)),
                    Map.entry("watermelon", new Model(1.6, 0.34, FoodArt::watermelon)),
                    Map.entry("tomato", new Model(1.1, 0.32, FoodArt::tomato)),
                    Map.entry("carrot", new Model(2.3, 0.20, FoodArt::carrot)),
                    Map.entry("pizza", new Model(2.0, 0.36, FoodArt::pizza)),
                    Map.entry("burger", new Model(1.2, 0.40, FoodArt::burger)),
                    Map.entry("bread", new Model(1.8, 0.32, FoodArt::bread)),
                    Map.entry("cheese", new Model(1.5, 0.32, FoodArt::cheese)),
                    Map.entry("soup", new Model(1.7, 0.32, FoodArt::soup)),
                    Map.entry("salad", new Model(1.6, 0.36, FoodArt::salad)),
                    Map.entry("icecream", new Model(0.55, 0.50, FoodArt::icecream)),
                    Map.entry("cupcake", new Model(0.85, 0.40, FoodArt::cupcake)),
                    Map.entry("donut", new Model(1.35, 0.30, FoodArt::donut)),
                    Map.entry("egg", new Model(1.9, 0.26, FoodArt::egg)),
                    Map.entry("pancakes", new Model(1.5, 0.36, FoodArt::pancakes)),
                    Map.entry("pie", new Model(1.8, 0.30, FoodArt::pie)));

    private static void plate(Pen p, double rx, double ry, double y) {
        p.oval(PLATE.times(0.82), 0, y - 0.025, rx, ry);
        p.oval(PLATE, 0, y, rx, ry);
        p.oval(PLATE.times(0.94), 0, y + 0.01, rx * 0.72, ry * 0.68);
    }

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

    private static void icecream(Pen p, Ink c, Look look) {
        p.poly(Ink.of(0xD9A05A).as(Material.CRUST), -0.2, 0.5, 0.2, 0.5, 0, 0);
        for (int i = 0; i < 4; i++) {
            p.line(
                    Ink.of(0xA8702F).flat(),
                    0.01,
                    -0.18 + i * 0.09,
                    0.5,
                    0.02 + i * 0.03,
                    0.08 + i * 0.12);
            p.line(
                    Ink.of(0xA8702F).flat(),
                    0.01,
                    0.18 - i * 0.09,
                    0.5,
                    -0.02 - i * 0.03,
                    0.08 + i * 0.12);
        }
        p.oval(c.as(Material.CRUST).round(0.9), 0, 0.62, 0.25, 0.2);
        p.oval(c.as(Material.CRUST).round(0.9).times(1.05), 0.01, 0.82, 0.2, 0.17);
        p.curve(c.times(0.95), 0.06, -0.23, 0.52, -0.1, 0.48, 0, 0.52, 0.1, 0.48, 0.23, 0.52);
        p.oval(Ink.of(0xC91D2E).as(Material.GLOSS), 0.02, 0.97, 0.045, 0.045);
    }

    private static void cupcake(Pen p, Ink c, Look look) {
        p.poly(Ink.of(0xB5703A).as(Material.CRUST), -0.28, 0, 0.28, 0, 0.38, 0.42, -0.38, 0.42);
        for (int i = 0; i < 8; i++) {
            double x = -0.3 + i * 0.086;
            p.line(Ink.of(0xE9C796).flat().fade(0.7), 0.02, x * 0.8, 0.02, x * 1.08, 0.4);
        }
        p.oval(c.as(Material.GLOSS).round(0.7), 0, 0.48, 0.43, 0.14);
        p.oval(c.as(Material.GLOSS).round(0.7), 0, 0.62, 0.34, 0.13);
        p.oval(c.as(Material.GLOSS).round(0.7), 0, 0.75, 0.23, 0.11);
        p.oval(c.as(Material.GLOSS).round(0.7), 0, 0.85, 0.12, 0.08);
        p.oval(Ink.of(0xC91D2E).as(Material.GLOSS).round(1), 0, 0.94, 0.06, 0.06);
        String[] sprinkles = {"yellow", "blue", "green", "orange"};
        for (int i = 0; i < 12; i++) {
            p.oval(
                    Palette.named(sprinkles[i % 4]).flat(),
                    p.random().between(-0.3, 0.3),
                    p.random().between(0.46, 0.72),
                    0.025,
                    0.01,
                    i * 50);
        }
    }

    private static void donut(Pen p, Ink c, Look look) {
        Ink dough = Ink.of(0xC88A48).as(Material.CRUST).round(0.7);
        p.oval(dough, 0, 0.44, 0.68, 0.44);
        p.blob(
                c.as(Material.GLOSS).round(0.6),
                -0.64,
                0.5,
                -0.5,
                0.84,
                0,
                0.97,
                0.5,
                0.84,
                0.64,
                0.5,
                0.48,
                0.36,
                0.3,
                0.4,
                0.1,
                0.24,
                -0.2,
                0.33,
                -0.45,
                0.3);
        p.oval(dough.dark().flat(), 0, 0.6, 0.2, 0.12);
        p.oval(Ink.of(0x4A2D18).flat(), 0, 0.62, 0.16, 0.085);
        String[] sprinkles = {"yellow", "blue", "green", "red", "white"};
        for (int i = 0; i < 26; i++) {
            double t = p.random().between(0, 6.28);
            double r = p.random().between(0.36, 0.54);
            p.oval(
                    Palette.named(sprinkles[i % 5]).flat(),
                    r * StrictMath.cos(t),
                    0.6 + r * 0.6 * StrictMath.sin(t),
                    0.035,
                    0.014,
                    i * 47);
        }
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

    private static void pancakes(Pen p, Ink c, Look look) {
        plate(p, 0.76, 0.24, 0.24);
        for (int i = 0; i < 5; i++) {
            p.oval(Ink.of(0xA9642B).round(0.3), 0.02 * (i % 2), 0.28 + i * 0.11, 0.55, 0.18);
            p.oval(
                    Ink.of(0xE0A552).as(Material.CRUST).round(0.3),
                    0.02 * (i % 2),
                    0.32 + i * 0.11,
                    0.54,
                    0.165);
        }
        p.blob(
                Ink.of(0x8A4A16).as(Material.GLOSS).fade(0.9),
                -0.34,
                0.8,
                0,
                0.88,
                0.36,
                0.8,
                0.44,
                0.5,
                0.36,
                0.66,
                0.1,
                0.7,
                -0.1,
                0.66,
                -0.24,
                0.4,
                -0.28,
                0.66);
        p.poly(
                Ink.of(0xFBE27A).as(Material.GLOSS),
                -0.12,
                0.84,
                0.1,
                0.82,
                0.14,
                0.92,
                -0.08,
                0.97);
    }

    private static void pie(Pen p, Ink c, Look look) {
        p.poly(Palette.STEEL, -0.86, 0.48, 0.86, 0.48, 0.66, 0.04, -0.66, 0.04);
        p.oval(CRUST.round(0.4), 0, 0.55, 0.9, 0.36);
        p.oval(Ink.of(0x9C3A1E).as(Material.GLOSS).flat(), 0, 0.58, 0.74, 0.27);
        for (int i = -2; i <= 2; i++) {
            double k = 1 - 0.12 * Math.abs(i);
            p.line(
                    CRUST.times(1.1),
                    0.07,
                    i * 0.26 - 0.16,
                    0.58 - 0.25 * k,
                    i * 0.26 + 0.16,
                    0.58 + 0.25 * k);
            p.line(
                    CRUST.times(1.15),
                    0.07,
                    i * 0.26 + 0.16,
                    0.58 - 0.25 * k,
                    i * 0.26 - 0.16,
                    0.58 + 0.25 * k);
        }
        p.arc(CRUST.times(1.1), 0, 0.57, 0.82, 0.31, 0.11, 0, 360);
    }
}
