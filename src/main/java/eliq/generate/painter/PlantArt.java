package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Trees, flowers and stones. */
final class PlantArt {
    private static final Ink BARK = Ink.of(0x6A4A2E).as(Material.WOOD);
    private static final Ink STALK = Ink.of(0x4C8A36);

    private PlantArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("tree", new Model(0.85, 0.66, PlantArt::tree)),
                    Map.entry("pine", new Model(0.6, 0.70, PlantArt::pine)),
                    Map.entry("palm", new Model(0.9, 0.70, PlantArt::palm)),
                    Map.entry("cactus", new Model(0.62, 0.60, PlantArt::cactus)),
                    Map.entry("flower", new Model(0.55, 0.46, PlantArt::flower)),
                    Map.entry("sunflower", new Model(0.5, 0.58, PlantArt::sunflower)),
                    Map.entry("mushroom", new Model(0.95, 0.40, PlantArt::mushroom)),
                    Map.entry("boulder", new Model(1.4, 0.36, PlantArt::boulder)));

    private static void tree(Pen p, Ink c, Look look) {
        Ink leaf = c.as(Material.LEAF).round(0.8);
        p.limb(BARK, 0.13, 0.07, 0, 0, 0.01, 0.25, -0.02, 0.55);
        p.limb(BARK, 0.06, 0.03, 0, 0.3, 0.14, 0.48, 0.2, 0.6);
        p.limb(BARK, 0.06, 0.03, 0, 0.33, -0.14, 0.5, -0.22, 0.58);
        double[][] crowns = {
            {-0.2, 0.52, 0.22, 0.72},
            {0.22, 0.52, 0.21, 0.76},
            {0, 0.5, 0.2, 0.7},
            {-0.24, 0.68, 0.19, 0.88},
            {0.24, 0.69, 0.18, 0.92},
            {0, 0.68, 0.25, 0.98},
            {-0.1, 0.84, 0.18, 1.08},
            {0.12, 0.83, 0.17, 1.12}
        };
        for (double[] k : crowns) {
            double j = p.random().between(0.92, 1.06);
            p.oval(leaf.times(k[3]), k[0], k[1], k[2] * j, k[2] * 0.82 * j);
        }
    }

    private static void pine(Pen p, Ink c, Look look) {
        Ink leaf = c.mix(Ink.of(0x123A2A), 0.35).as(Material.LEAF).round(0.7);
        p.rect(BARK, -0.04, 0, 0.08, 0.2);
        for (int i = 0; i < 5; i++) {
            double y = 0.12 + i * 0.165;
            double w = 0.3 - i * 0.052;
            double t = y + 0.3 - i * 0.015;
            p.blob(
                    leaf.times(0.85 + i * 0.06),
                    -w,
                    y,
                    -w * 0.5,
                    y - 0.02,
                    0,
                    y + 0.01,
                    w * 0.5,
                    y - 0.02,
                    w,
                    y,
                    w * 0.4,
                    y + 0.12,
                    0,
                    t,
                    -w * 0.4,
                    y + 0.12);
        }
    }

    private static void palm(Pen p, Ink c, Look look) {
        p.limb(
                Ink.of(0x8F6B42).as(Material.WOOD),
                0.085,
                0.05,
                -0.08,
                0,
                -0.05,
                0.3,
                0.02,
                0.6,
                0.06,
                0.76);
        for (int i = 0; i < 7; i++) {
            double y = 0.08 + i * 0.095;
            p.line(
                    Ink.of(0x5E4326).flat().fade(0.6),
                    0.01,
                    -0.1 + y * 0.17,
                    y,
                    -0.03 + y * 0.17,
                    y + 0.01);
        }
        double[] angles = {-35, -5, 25, 60, 100, 135, 165, 195, 215};
        for (double angle : angles) {
            Pen q = p.at(0.06, 0.77, 0.42, angle - 90);
            double bend = angle > 90 ? 0.28 : -0.28;
            q.blob(
                    c.as(Material.LEAF).times(0.85 + 0.002 * Math.abs(angle)),
                    0,
                    0,
                    0.1 - bend * 0.3,
                    0.5,
                    -bend * -1.0,
                    1.0,
                    -0.1 - bend * 0.2,
                    0.5);
            q.curve(c.light().flat().fade(0.6), 0.02, 0, 0, -bend * 0.25, 0.5, bend * 0.9, 0.98);
        }
        p.oval(Ink.of(0x6B4423), 0.03, 0.74, 0.035, 0.035);
        p.oval(Ink.of(0x6B4423), 0.09, 0.73, 0.035, 0.035);
    }

    private static void cactus(Pen p, Ink c, Look look) {
        Ink g = c.times(0.9).round(0.9);
        p.curve(g.times(0.92), 0.12, -0.02, 0.38, -0.24, 0.4, -0.24, 0.7);
        p.curve(g.times(0.95), 0.12, 0.02, 0.28, 0.24, 0.3, 0.24, 0.58);
        p.box(g, -0.11, 0, 0.22, 1.0, 0.11);
        for (int i = -2; i <= 2; i++) {
            p.line(g.dark().flat().fade(0.6), 0.01, i * 0.036, 0.03, i * 0.034, 0.93);
        }
        for (int i = 0; i < 16; i++) {
            double x = p.random().between(-0.09, 0.09);
            double y = p.random().between(0.1, 0.9);
            p.line(Ink.of(0xF0EBC8).flat(), 0.007, x, y, x + 0.02, y + 0.015);
        }
        p.oval(Palette.named("pink"), 0.02, 0.985, 0.045, 0.03);
    }

    private static void flower(Pen p, Ink c, Look look) {
        p.curve(STALK, 0.03, 0, 0, 0.02, 0.3, 0, 0.68);
        p.blob(STALK.as(Material.LEAF), 0, 0.1, 0.2, 0.25, 0.26, 0.48, 0.08, 0.34);
        p.blob(STALK.as(Material.LEAF), 0, 0.06, -0.2, 0.2, -0.26, 0.4, -0.08, 0.3);
        for (int ring = 0; ring < 2; ring++) {
            int n = ring == 0 ? 8 : 6;
            for (int i = 0; i < n; i++) {
                Pen q = p.at(0, 0.75, 1, i * 360.0 / n + ring * 20);
                double l = ring == 0 ? 0.25 : 0.17;
                q.blob(
                        c.times(ring == 0 ? 0.92 : 1.08).round(0.6),
                        0,
                        0.02,
                        0.085,
                        l * 0.6,
                        0,
                        l,
                        -0.085,
                        l * 0.6);
            }
        }
        p.oval(Ink.of(0xF5C636).as(Material.CRUST), 0, 0.75, 0.065, 0.065);
    }

    private static void sunflower(Pen p, Ink c, Look look) {
        p.curve(STALK, 0.04, 0, 0, -0.02, 0.3, 0, 0.7);
        p.blob(STALK.as(Material.LEAF), 0, 0.22, 0.16, 0.26, 0.28, 0.42, 0.1, 0.4);
        p.blob(STALK.as(Material.LEAF), 0, 0.14, -0.16, 0.2, -0.28, 0.36, -0.1, 0.32);
        for (int i = 0; i < 18; i++) {
            Pen q = p.at(0, 0.77, 1, i * 20);
            q.blob(c.times(i % 2 == 0 ? 1 : 0.9), 0, 0.1, 0.045, 0.17, 0, 0.235, -0.045, 0.17);
        }
        p.oval(Ink.of(0x4A2C14).as(Material.CRUST).round(0.7), 0, 0.77, 0.125, 0.125);
        p.oval(Ink.of(0x6E4620).as(Material.CRUST).flat(), 0, 0.77, 0.06, 0.06);
    }

    private static void mushroom(Pen p, Ink c, Look look) {
        p.blob(Ink.of(0xF1E8D4), -0.14, 0.02, -0.1, 0.5, 0.1, 0.5, 0.14, 0.02);
        p.oval(Ink.of(0xD9CBB0), 0, 0.48, 0.34, 0.07);
        p.blob(
                c.as(Material.GLOSS).round(0.9),
                -0.47,
                0.48,
                -0.4,
                0.78,
                -0.15,
                0.98,
                0.15,
                0.98,
                0.4,
                0.78,
                0.47,
                0.48,
                0.2,
                0.53,
                -0.2,
                0.53);
        double[][] dots = {
            {-0.25, 0.68, 0.06},
            {0.02, 0.86, 0.065},
            {0.26, 0.7, 0.06},
            {-0.04, 0.62, 0.05},
            {-0.36, 0.55, 0.035},
            {0.38, 0.56, 0.035}
        };
        for (double[] d : dots) {
            p.oval(Palette.WHITE, d[0], d[1], d[2], d[2] * 0.85);
        }
    }

    private static void boulder(Pen p, Ink c, Look look) {
        Ink s = c.as(Material.STONE);
        p.blob(
                s.round(0.7),
                -0.68,
                0.02,
                -0.64,
                0.45,
                -0.3,
                0.9,
                0.1,
                0.98,
                0.5,
                0.7,
                0.68,
                0.3,
                0.66,
                0.02);
        p.poly(s.light().flat().fade(0.35), -0.3, 0.82, 0.08, 0.92, 0.2, 0.6, -0.2, 0.5);
        p.line(s.dark().flat().fade(0.7), 0.015, 0.2, 0.6, 0.3, 0.3, 0.26, 0.1);
        p.line(s.dark().flat().fade(0.7), 0.012, -0.2, 0.5, -0.4, 0.3);
        p.oval(Ink.of(0x6E8A3C).as(Material.LEAF).fade(0.8), -0.4, 0.5, 0.16, 0.07, 50);
    }
}
