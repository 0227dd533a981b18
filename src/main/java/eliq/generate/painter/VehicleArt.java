package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Things that drive, roll and sail. */
final class VehicleArt {
    private static final Ink TYRE = Ink.of(0x1E1E22);
    private static final Ink WINDOW = Ink.of(0x6F93AE).as(Material.GLOSS);

    private VehicleArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("car", new Model(2.5, 0.28, VehicleArt::car)),
                    Map.entry("bus", new Model(2.1, 0.38, VehicleArt::bus)),
                    Map.entry("tram", new Model(1.9, 0.42, VehicleArt::tram)),
                    Map.entry("truck", new Model(1.9, 0.38, VehicleArt::truck)),
                    Map.entry("bicycle", new Model(1.65, 0.38, VehicleArt::bicycle)),
                    Map.entry("motorcycle", new Model(1.75, 0.36, VehicleArt::motorcycle)),
                    Map.entry("train", new Model(2.2, 0.36, VehicleArt::train)),
                    Map.entry("boat", new Model(0.95, 0.56, VehicleArt::boat)));

    private static Ink paint(Ink c) {
        return c.material() == Material.PLAIN ? c.as(Material.GLOSS) : c;
    }

    private static void wheel(Pen p, double x, double y, double r) {
        p.oval(TYRE, x, y, r, r);
        p.oval(Palette.STEEL, x, y, r * 0.58, r * 0.58);
        p.oval(Palette.STEEL.dark(), x, y, r * 0.2, r * 0.2);
    }

    private static void lights(Pen p, double x, double y, double r) {
        p.oval(Ink.of(0xFFF3C0).glow(), x, y, r, r);
        if (p.night()) {
            p.shine(Ink.of(0xFFEAB0), x, y, 0.5, 0.5);
        }
    }

    private static void car(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        p.blob(g, -0.72, 0.55, -0.45, 0.96, 0, 1.0, 0.4, 0.95, 0.74, 0.56, 0, 0.5);
        p.blob(
                g.round(0.7),
                -1.22,
                0.35,
                -1.2,
                0.6,
                -0.85,
                0.67,
                0,
                0.64,
                0.8,
                0.64,
                1.16,
                0.52,
                1.24,
                0.3,
                1.15,
                0.2,
                0,
                0.19,
                -1.15,
                0.2);
        p.poly(WINDOW, -0.6, 0.62, -0.4, 0.9, -0.04, 0.92, -0.04, 0.62);
        p.poly(WINDOW, 0.04, 0.62, 0.04, 0.92, 0.36, 0.88, 0.62, 0.62);
        p.line(g.dark().flat(), 0.012, 0, 0.62, -0.01, 0.26);
        p.line(Palette.STEEL, 0.03, -0.22, 0.55, -0.1, 0.55);
        p.line(Palette.STEEL, 0.03, 0.38, 0.55, 0.5, 0.55);
        p.box(Palette.STEEL.dark(), -1.24, 0.2, 2.48, 0.06, 0.03);
        wheel(p, -0.75, 0.22, 0.22);
        wheel(p, 0.78, 0.22, 0.22);
        lights(p, 1.14, 0.46, 0.06);
        p.oval(Ink.of(0xD8232A).glow(), -1.18, 0.5, 0.045, 0.06);
    }

    private static void bus(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        p.box(g.round(0.25), -1.02, 0.1, 2.04, 0.88, 0.1);
        p.rect(g.light().flat(), -1.02, 0.38, 2.04, 0.05);
        p.box(g.dark().round(0.2), -0.94, 0.95, 1.88, 0.05, 0.02);
        for (int i = 0; i < 5; i++) {
            p.box(
                    p.night() ? Ink.of(0xFFE3A0).glow() : WINDOW,
                    -0.93 + i * 0.32,
                    0.5,
                    0.28,
                    0.34,
                    0.03);
        }
        p.box(WINDOW.light(), 0.7, 0.18, 0.22, 0.66, 0.03);
        p.line(g.dark().flat(), 0.015, 0.81, 0.2, 0.81, 0.82);
        wheel(p, -0.6, 0.14, 0.15);
        wheel(p, 0.5, 0.14, 0.15);
        lights(p, 0.98, 0.25, 0.04);
    }

    private static void tram(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        p.line(Palette.BLACK.flat(), 0.02, -0.2, 0.86, 0, 1.0, 0.2, 0.86);
        p.box(Palette.STEEL.dark(), -0.95, 0.03, 1.9, 0.05, 0.01);
        p.box(g.round(0.25), -0.92, 0.08, 1.84, 0.42, 0.06);
        p.box(Palette.named("beige").round(0.25), -0.92, 0.44, 1.84, 0.42, 0.1);
        p.box(g.round(0.3), -0.86, 0.8, 1.72, 0.07, 0.03);
        for (int i = 0; i < 6; i++) {
            p.box(
                    p.night() ? Ink.of(0xFFE3A0).glow() : WINDOW,
                    -0.84 + i * 0.285,
                    0.48,
                    0.24,
                    0.27,
                    0.02);
        }
        p.box(g.dark(), -0.14, 0.1, 0.28, 0.62, 0.02);
        p.box(WINDOW, -0.11, 0.34, 0.22, 0.36, 0.02);
        for (double x : new double[] {-0.62, -0.4, 0.4, 0.62}) {
            wheel(p, x, 0.06, 0.07);
        }
        lights(p, 0.9, 0.26, 0.045);
    }

    private static void truck(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        p.box(g.round(0.15), -0.95, 0.22, 1.24, 0.76, 0.03);
        for (int i = 0; i < 5; i++) {
            p.line(
                    g.dark().flat().fade(0.5),
                    0.012,
                    -0.78 + i * 0.23,
                    0.25,
                    -0.78 + i * 0.23,
                    0.95);
        }
        p.blob(
                g.times(0.92).round(0.5),
                0.32,
                0.2,
                0.32,
                0.8,
                0.6,
                0.82,
                0.78,
                0.55,
                0.94,
                0.5,
                0.95,
                0.2);
        p.poly(WINDOW, 0.44, 0.52, 0.44, 0.75, 0.6, 0.75, 0.74, 0.52);
        p.rect(Palette.BLACK, -0.95, 0.15, 1.9, 0.08);
        wheel(p, -0.66, 0.15, 0.15);
        wheel(p, -0.32, 0.15, 0.15);
        wheel(p, 0.62, 0.15, 0.15);
        lights(p, 0.91, 0.35, 0.04);
    }

    private static void spokes(Pen p, double x, double y, double r, double tyre) {
        p.ring(TYRE, x, y, r, tyre);
        for (int i = 0; i < 6; i++) {
            double t = StrictMath.toRadians(i * 30);
            double dx = r * StrictMath.cos(t);
            double dy = r * StrictMath.sin(t);
            p.line(Palette.STEEL.flat(), 0.012, x - dx, y - dy, x + dx, y + dy);
        }
        p.oval(Palette.STEEL, x, y, 0.04, 0.04);
    }

    private static void bicycle(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        spokes(p, -0.5, 0.34, 0.3, 0.05);
        spokes(p, 0.5, 0.34, 0.3, 0.05);
        p.line(g, 0.065, -0.5, 0.34, -0.2, 0.74, 0.34, 0.74);
        p.line(g, 0.065, -0.5, 0.34, -0.04, 0.32, 0.34, 0.72);
        p.line(g, 0.065, -0.04, 0.32, -0.24, 0.84);
        p.line(g, 0.06, 0.5, 0.34, 0.3, 0.9);
        p.curve(TYRE, 0.05, 0.3, 0.9, 0.44, 0.97, 0.4, 0.86);
        p.blob(TYRE, -0.4, 0.88, -0.2, 0.92, -0.08, 0.86, -0.24, 0.83);
        p.oval(Palette.STEEL, -0.04, 0.32, 0.08, 0.08);
        p.line(TYRE, 0.035, -0.04, 0.32, 0.06, 0.18);
    }

    private static void motorcycle(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        spokes(p, -0.55, 0.3, 0.26, 0.1);
        spokes(p, 0.58, 0.3, 0.26, 0.1);
        p.line(Palette.STEEL, 0.06, 0.58, 0.3, 0.36, 0.88);
        p.blob(Palette.STEEL.dark(), -0.2, 0.2, 0.22, 0.2, 0.26, 0.5, -0.2, 0.5);
        p.line(Palette.STEEL, 0.07, 0.0, 0.24, -0.75, 0.2);
        p.blob(g.round(0.8), -0.05, 0.56, 0.0, 0.78, 0.3, 0.8, 0.42, 0.6, 0.2, 0.5);
        p.blob(Palette.BLACK, -0.7, 0.62, -0.5, 0.7, -0.02, 0.66, -0.05, 0.54, -0.6, 0.54);
        p.blob(g.round(0.6), -0.88, 0.5, -0.72, 0.62, -0.3, 0.6, -0.3, 0.5);
        p.arc(g, 0.58, 0.3, 0.32, 0.32, 0.06, 50, 150);
        p.curve(Palette.BLACK, 0.04, 0.36, 0.88, 0.22, 0.98, 0.12, 0.94);
        lights(p, 0.46, 0.78, 0.08);
    }

    private static void train(Pen p, Ink c, Look look) {
        Ink g = paint(c);
        p.rect(Ink.of(0x5A5048).as(Material.STONE), -1.2, -0.03, 2.4, 0.05);
        p.box(g.times(0.9), -1.05, 0.25, 0.62, 0.62, 0.03);
        p.box(WINDOW, -0.95, 0.52, 0.18, 0.22, 0.02);
        p.box(WINDOW, -0.7, 0.52, 0.18, 0.22, 0.02);
        p.box(g.dark(), -1.1, 0.85, 0.72, 0.07, 0.02);
        p.box(g.round(0.9), -0.45, 0.32, 1.35, 0.42, 0.1);
        for (double x : new double[] {-0.2, 0.2, 0.6}) {
            p.rect(Palette.GOLD, x, 0.33, 0.035, 0.4);
        }
        p.poly(g.dark(), 0.62, 0.72, 0.76, 0.72, 0.82, 0.98, 0.56, 0.98);
        p.dome(Palette.GOLD, 0.2, 0.72, 0.1, 0.14);
        p.rect(Palette.BLACK, -1.05, 0.2, 2.0, 0.1);
        p.poly(Ink.of(0xB02A2A), 0.88, 0.24, 1.12, 0.04, 0.88, 0.04);
        for (double x : new double[] {-0.85, -0.5, -0.1, 0.3, 0.68}) {
            double r = x > -0.6 && x < 0.4 ? 0.17 : 0.13;
            p.oval(TYRE, x, r, r, r);
            p.ring(Ink.of(0xB02A2A), x, r, r * 0.7, 0.035);
            p.oval(Palette.STEEL, x, r, 0.03, 0.03);
        }
        p.line(Palette.STEEL, 0.035, -0.5, 0.14, 0.3, 0.14);
        for (int i = 0; i < 5; i++) {
            p.oval(
                    Palette.WHITE.fade(0.75 - i * 0.1).round(0.9),
                    0.62 - i * 0.16,
                    1.04 + i * 0.06,
                    0.09 + i * 0.025,
                    0.07 + i * 0.015);
        }
        lights(p, 0.92, 0.54, 0.06);
    }

    private static void boat(Pen p, Ink c, Look look) {
        p.line(Palette.WOOD, 0.022, 0, 0.14, 0, 1.0);
        p.blob(
                Palette.WHITE.as(Material.FABRIC).round(0.6),
                0.03,
                0.96,
                0.03,
                0.24,
                0.4,
                0.24,
                0.24,
                0.6);
        p.blob(
                c.light().as(Material.FABRIC).round(0.6),
                -0.03,
                0.88,
                -0.03,
                0.26,
                -0.3,
                0.26,
                -0.16,
                0.56);
        p.poly(Ink.of(0xC23232).flat(), 0, 1.0, 0, 0.93, 0.12, 0.965);
        p.blob(paint(c).round(0.6), -0.47, 0.22, -0.3, 0.04, 0.25, 0.03, 0.48, 0.23, 0, 0.19);
        p.curve(Palette.WHITE.round(0.2), 0.025, -0.46, 0.215, 0, 0.185, 0.47, 0.225);
        p.curve(
                Palette.WHITE.fade(0.6).flat(),
                0.02,
                -0.46,
                0.03,
                -0.2,
                0.015,
                0.2,
                0.02,
                0.44,
                0.03);
    }
}
