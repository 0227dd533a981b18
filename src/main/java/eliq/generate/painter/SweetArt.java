package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Cakes, ice cream and other sweet things. */
final class SweetArt {
    private static final Ink CRUST = Ink.of(0xC98A45).as(Material.CRUST);
    private static final Ink PLATE = Ink.of(0xF1EFEA).as(Material.GLOSS);

    private SweetArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("icecream", new Model(0.55, 0.50, SweetArt::icecream)),
                    Map.entry("cupcake", new Model(0.85, 0.40, SweetArt::cupcake)),
                    Map.entry("donut", new Model(1.35, 0.30, SweetArt::donut)),
                    Map.entry("pancakes", new Model(1.5, 0.36, SweetArt::pancakes)),
                    Map.entry("pie", new Model(1.8, 0.30, SweetArt::pie)));

    private static void plate(Pen p, double rx, double ry, double y) {
        p.oval(PLATE.times(0.82), 0, y - 0.025, rx, ry);
        p.oval(PLATE, 0, y, rx, ry);
        p.oval(PLATE.times(0.94), 0, y + 0.01, rx * 0.72, ry * 0.68);
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
