package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Things that stand in rooms. */
final class FurnitureArt {
    private FurnitureArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("armchair", new Model(1.05, 0.46, FurnitureArt::armchair)),
                    Map.entry("sofa", new Model(2.2, 0.36, FurnitureArt::sofa)),
                    Map.entry("chair", new Model(0.6, 0.48, FurnitureArt::chair)),
                    Map.entry("table", new Model(1.7, 0.36, FurnitureArt::table)),
                    Map.entry("lamp", new Model(0.42, 0.66, FurnitureArt::lamp)),
                    Map.entry("bed", new Model(2.0, 0.40, FurnitureArt::bed)),
                    Map.entry("bookshelf", new Model(0.72, 0.66, FurnitureArt::bookshelf)),
                    Map.entry("plant", new Model(0.75, 0.50, FurnitureArt::plant)),
                    Map.entry("fireplace", new Model(1.25, 0.52, FurnitureArt::fireplace)),
                    Map.entry("piano", new Model(1.35, 0.50, FurnitureArt::piano)),
                    Map.entry("television", new Model(1.35, 0.44, FurnitureArt::television)),
                    Map.entry("bathtub", new Model(2.0, 0.32, FurnitureArt::bathtub)),
                    Map.entry("clock", new Model(0.34, 0.70, FurnitureArt::clock)));

    private static Ink cloth(Ink c) {
        return c.material() == Material.PLAIN ? c.as(Material.FABRIC) : c;
    }

    private static Ink timber(Ink c) {
        return c.material() == Material.PLAIN ? c.as(Material.WOOD) : c;
    }

    private static void armchair(Pen p, Ink c, Look look) {
        Ink s = cloth(c);
        p.rect(Palette.WOOD.dark(), -0.36, 0, 0.07, 0.14);
        p.rect(Palette.WOOD.dark(), 0.29, 0, 0.07, 0.14);
        p.box(s.times(0.92), -0.38, 0.3, 0.76, 0.7, 0.2);
        p.box(s, -0.33, 0.12, 0.66, 0.2, 0.05);
        p.box(s.times(1.1), -0.34, 0.28, 0.68, 0.18, 0.08);
        p.box(s.times(1.04), -0.52, 0.11, 0.22, 0.52, 0.1);
        p.box(s.times(0.97), 0.30, 0.11, 0.22, 0.52, 0.1);
        p.oval(s.dark().flat(), 0, 0.78, 0.015, 0.015);
        p.oval(s.dark().flat(), -0.18, 0.74, 0.015, 0.015);
        p.oval(s.dark().flat(), 0.18, 0.74, 0.015, 0.015);
    }

    private static void sofa(Pen p, Ink c, Look look) {
        Ink s = cloth(c);
        for (double x : new double[] {-0.95, 0.87}) {
            p.rect(Palette.WOOD.dark(), x, 0, 0.08, 0.15);
        }
        p.box(s.times(0.86), -0.95, 0.3, 1.9, 0.66, 0.15);
        for (int i = 0; i < 3; i++) {
            p.box(s.times(0.96), -0.86 + i * 0.58, 0.42, 0.56, 0.55, 0.13);
        }
        p.box(s.times(0.9), -0.95, 0.12, 1.9, 0.2, 0.05);
        for (int i = 0; i < 3; i++) {
            p.box(s.times(1.1), -0.87 + i * 0.58, 0.27, 0.57, 0.2, 0.08);
        }
        p.box(s.times(1.05), -1.1, 0.1, 0.26, 0.58, 0.12);
        p.box(s, 0.84, 0.1, 0.26, 0.58, 0.12);
    }

    private static void chair(Pen p, Ink c, Look look) {
        Ink w = timber(c);
        p.rect(w.dark(), -0.2, 0.42, 0.05, 0.54);
        p.rect(w.dark(), 0.16, 0.42, 0.05, 0.54);
        p.rect(w.dark(), -0.18, 0.05, 0.045, 0.4);
        p.rect(w.dark(), 0.15, 0.05, 0.045, 0.4);
        p.box(w, -0.22, 0.84, 0.45, 0.14, 0.04);
        p.box(w, -0.2, 0.68, 0.4, 0.07, 0.02);
        p.poly(w.times(1.12), -0.29, 0.42, 0.29, 0.42, 0.22, 0.52, -0.21, 0.52);
        p.rect(w, -0.29, 0.37, 0.58, 0.06);
        p.rect(w, -0.28, 0, 0.06, 0.38);
        p.rect(w, 0.22, 0, 0.06, 0.38);
    }

    private static void table(Pen p, Ink c, Look look) {
        Ink w = timber(c);
        p.rect(w.dark(), -0.62, 0.08, 0.07, 0.75);
        p.rect(w.dark(), 0.55, 0.08, 0.07, 0.75);
        p.poly(w.times(1.12), -0.85, 0.84, 0.85, 0.84, 0.68, 1, -0.68, 1);
        p.rect(w.times(0.92), -0.85, 0.76, 1.7, 0.09);
        p.rect(w.times(0.8), -0.74, 0.62, 1.48, 0.14);
        p.rect(w, -0.8, 0, 0.1, 0.77);
        p.rect(w, 0.7, 0, 0.1, 0.77);
        p.oval(Palette.GOLD, 0, 0.69, 0.03, 0.03);
    }

    private static void lamp(Pen p, Ink c, Look look) {
        p.oval(Palette.BLACK.as(Material.METAL), 0, 0.025, 0.15, 0.03);
        p.line(Palette.BLACK.as(Material.METAL), 0.022, 0, 0.03, 0, 0.75);
        p.poly(c.as(Material.FABRIC).glow(), -0.2, 0.7, 0.2, 0.7, 0.12, 1, -0.12, 1);
        p.poly(c.light().flat().glow().fade(0.5), -0.1, 0.71, 0.1, 0.71, 0.06, 0.99, -0.06, 0.99);
        p.shine(Ink.of(0xFFE3A0), 0, 0.78, p.night() ? 0.75 : 0.5, p.night() ? 0.35 : 0.16);
    }

    private static void bed(Pen p, Ink c, Look look) {
        Ink w = Palette.WOOD;
        p.box(w.dark(), -0.98, 0.02, 0.14, 0.98, 0.06);
        p.box(w, -0.95, 0.14, 1.9, 0.2, 0.03);
        p.box(Palette.WHITE.as(Material.FABRIC), -0.88, 0.3, 1.8, 0.22, 0.08);
        p.box(Palette.WHITE.as(Material.FABRIC).times(0.95), -0.84, 0.46, 0.5, 0.26, 0.12);
        p.blob(
                cloth(c), -0.4, 0.62, 0, 0.64, 0.5, 0.6, 0.92, 0.56, 0.96, 0.3, 0.9, 0.16, 0.3, 0.2,
                -0.3, 0.2, -0.42, 0.4);
        p.blob(cloth(c).light(), -0.44, 0.64, -0.25, 0.66, -0.2, 0.4, -0.28, 0.2, -0.44, 0.22);
        p.box(w, 0.88, 0, 0.13, 0.66, 0.05);
        p.rect(w.dark(), -0.96, 0, 0.1, 0.15);
    }

    private static void bookshelf(Pen p, Ink c, Look look) {
        Ink w = timber(c);
        p.box(w, -0.36, 0, 0.72, 1, 0.02);
        SeededRandom random = p.random();
        for (int shelf = 0; shelf < 4; shelf++) {
            double y = 0.06 + shelf * 0.235;
            p.rect(w.times(0.4).flat(), -0.31, y, 0.62, 0.2);
            double x = -0.3;
            while (x < 0.24) {
                double wide = random.between(0.03, 0.06);
                double tall = random.between(0.12, 0.185);
                p.rect(
                        Palette.named(
                                        random.pick(
                                                java.util.List.of(
                                                        "red", "blue", "green", "beige", "brown",
                                                        "orange")))
                                .times(0.85),
                        x,
                        y,
                        wide,
                        tall);
                x += wide + 0.005;
            }
            p.rect(w.times(1.15), -0.33, y - 0.025, 0.66, 0.03);
        }
    }

    private static void plant(Pen p, Ink c, Look look) {
        Ink leaf = c.round(0.7);
        for (int i = 0; i < 11; i++) {
            double angle = 20 + i * 14 + p.random().between(-5, 5);
            double length = p.random().between(0.42, 0.6);
            Pen q = p.at(0, 0.34, length, angle - 90);
            Ink shade = leaf.times(0.75 + 0.05 * (i % 6));
            q.blob(shade, 0, 0, -0.13, 0.45, 0, 1.05, 0.13, 0.45);
            q.line(leaf.light().flat().fade(0.6), 0.015, 0, 0.1, 0, 0.9);
        }
        Ink pot = Ink.of(0xB8623A).as(Material.STONE);
        p.poly(pot, -0.17, 0, 0.17, 0, 0.23, 0.34, -0.23, 0.34);
        p.box(pot.times(1.1), -0.25, 0.31, 0.5, 0.08, 0.03);
    }

    private static void fireplace(Pen p, Ink c, Look look) {
        p.box(c.as(Material.BRICK), -0.55, 0, 1.1, 0.85, 0.01);
        p.box(Palette.WOOD, -0.62, 0.83, 1.24, 0.12, 0.02);
        p.box(Ink.of(0x15100E).flat(), -0.3, 0, 0.6, 0.55, 0.12);
        for (int i = 0; i < 7; i++) {
            double x = -0.2 + i * 0.066;
            double h = p.random().between(0.2, 0.42);
            p.blob(
                    Ink.of(0xF0641A).glow(),
                    x - 0.06,
                    0.06,
                    x - 0.05,
                    h * 0.5,
                    x,
                    h,
                    x + 0.05,
                    h * 0.5,
                    x + 0.06,
                    0.06);
        }
        for (int i = 0; i < 4; i++) {
            double x = -0.13 + i * 0.09;
            p.blob(Ink.of(0xFFD24A).glow(), x - 0.035, 0.07, x, 0.27, x + 0.035, 0.07);
        }
        p.line(Palette.WOOD.dark(), 0.07, -0.2, 0.05, 0.2, 0.07);
        p.line(Palette.WOOD.dark(), 0.07, -0.15, 0.1, 0.17, 0.03);
        p.shine(Ink.of(0xFF8A3A), 0, 0.25, 0.7, 0.3);
    }

    private static void piano(Pen p, Ink c, Look look) {
        Ink g = c.material() == Material.PLAIN ? c.as(Material.GLOSS) : c;
        p.blob(g.times(0.85), -0.55, 0.62, -0.62, 0.95, -0.2, 1.0, 0.2, 0.8, 0.6, 0.68);
        p.rect(g.dark(), -0.5, 0, 0.07, 0.45);
        p.rect(g.dark(), 0.5, 0, 0.07, 0.45);
        p.rect(g.dark(), 0.0, 0.06, 0.06, 0.4);
        p.box(g, -0.66, 0.42, 1.32, 0.22, 0.04);
        p.rect(Palette.WHITE, -0.6, 0.40, 1.2, 0.09);
        for (int i = 0; i < 24; i++) {
            double x = -0.58 + i * 0.05;
            p.rect(Palette.BLACK.flat(), x, 0.40, 0.006, 0.09);
            if (i % 7 != 2 && i % 7 != 6) {
                p.rect(Palette.BLACK.flat(), x + 0.035, 0.435, 0.024, 0.055);
            }
        }
        p.box(g.times(0.9), -0.64, 0.34, 1.28, 0.07, 0.02);
        p.line(Palette.GOLD, 0.02, -0.03, 0.1, 0.09, 0.1);
    }

    private static void television(Pen p, Ink c, Look look) {
        p.box(Palette.WOOD, -0.6, 0.02, 1.2, 0.26, 0.03);
        p.line(Palette.BLACK, 0.05, -0.15, 0.28, 0.15, 0.28);
        p.box(c.as(Material.GLOSS), -0.66, 0.32, 1.32, 0.68, 0.03);
        p.rect(Ink.of(0x3D83C4).flat().glow(), -0.61, 0.37, 1.22, 0.58);
        p.blob(
                Ink.of(0x4E9A4A).glow(),
                -0.61,
                0.37,
                -0.61,
                0.55,
                -0.2,
                0.62,
                0.2,
                0.53,
                0.61,
                0.58,
                0.61,
                0.37);
        p.oval(Ink.of(0xFFE070).glow().flat(), 0.35, 0.8, 0.07, 0.07);
        p.poly(Palette.WHITE.flat().fade(0.15), -0.61, 0.95, -0.2, 0.95, -0.5, 0.37, -0.61, 0.37);
    }

    private static void bathtub(Pen p, Ink c, Look look) {
        Ink g = c.as(Material.GLOSS);
        p.oval(Palette.GOLD, -0.6, 0.07, 0.08, 0.07);
        p.oval(Palette.GOLD, 0.6, 0.07, 0.08, 0.07);
        p.oval(g.times(0.7), 0, 0.72, 0.95, 0.13);
        p.oval(Ink.of(0x8CC8DE).as(Material.GLOSS), 0, 0.7, 0.86, 0.09);
        p.blob(
                g, -0.98, 0.72, -0.8, 0.2, -0.4, 0.1, 0.4, 0.1, 0.8, 0.2, 0.98, 0.72, 0.5, 0.6,
                -0.5, 0.6);
        p.curve(g.times(1.1), 0.06, -0.98, 0.73, -0.5, 0.62, 0, 0.59, 0.5, 0.62, 0.98, 0.73);
        p.curve(Palette.STEEL, 0.05, -0.8, 0.7, -0.8, 0.95, -0.62, 0.95, -0.6, 0.85);
        for (int i = 0; i < 7; i++) {
            double x = p.random().between(-0.5, 0.7);
            p.oval(Palette.WHITE.as(Material.GLOSS).fade(0.85), x, 0.72, 0.09, 0.07);
        }
    }

    private static void clock(Pen p, Ink c, Look look) {
        Ink w = timber(c);
        p.box(w.times(0.9), -0.16, 0, 0.32, 0.16, 0.01);
        p.box(w, -0.12, 0.14, 0.24, 0.55, 0.01);
        p.box(w.times(0.35).as(Material.GLOSS), -0.08, 0.2, 0.16, 0.42, 0.01);
        p.line(Palette.GOLD, 0.012, 0, 0.62, 0.02, 0.34);
        p.oval(Palette.GOLD, 0.02, 0.31, 0.045, 0.045);
        p.box(w.times(1.05), -0.165, 0.66, 0.33, 0.26, 0.02);
        p.poly(w, -0.17, 0.91, 0.17, 0.91, 0, 1);
        p.oval(Palette.GOLD, 0, 0.79, 0.125, 0.125);
        p.oval(Palette.WHITE, 0, 0.79, 0.11, 0.11);
        for (int i = 0; i < 12; i++) {
            Pen q = p.at(0, 0.79, 1, i * 30);
            q.rect(Palette.BLACK.flat(), -0.004, 0.082, 0.008, 0.02);
        }
        p.line(Palette.BLACK.flat(), 0.013, 0, 0.79, 0.05, 0.83);
        p.line(Palette.BLACK.flat(), 0.009, 0, 0.79, -0.03, 0.87);
    }
}
