package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Instruments, tools and toys. */
final class PlayArt {

    private PlayArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("guitar", new Model(0.42, 0.62, PlayArt::guitar)),
                    Map.entry("violin", new Model(0.38, 0.58, PlayArt::violin)),
                    Map.entry("drum", new Model(1.1, 0.36, PlayArt::drum)),
                    Map.entry("camera", new Model(1.35, 0.36, PlayArt::camera)),
                    Map.entry("hammer", new Model(0.62, 0.50, PlayArt::hammer)),
                    Map.entry("ball", new Model(1.0, 0.32, PlayArt::ball)),
                    Map.entry("kite", new Model(0.62, 0.46, PlayArt::kite)),
                    Map.entry("telescope", new Model(1.0, 0.54, PlayArt::telescope)),
                    Map.entry("globe", new Model(0.82, 0.48, PlayArt::globe)),
                    Map.entry("robot", new Model(0.72, 0.48, PlayArt::robot)),
                    Map.entry("teddy", new Model(0.85, 0.46, PlayArt::teddy)));

    private static Ink glaze(Ink c) {
        return c.material() == Material.PLAIN ? c.as(Material.GLOSS) : c;
    }

    private static void guitar(Pen p, Ink c, Look look) {
        Ink g = c.as(c.material() == Material.PLAIN ? Material.WOOD : c.material());
        p.box(Palette.WOOD.dark(), -0.055, 0.9, 0.11, 0.1, 0.015);
        p.rect(Palette.WOOD.times(0.6), -0.03, 0.5, 0.06, 0.42);
        p.blob(
                g, 0, 0.56, 0.12, 0.54, 0.14, 0.42, 0.11, 0.34, 0.2, 0.22, 0.17, 0.04, 0, 0, -0.17,
                0.04, -0.2, 0.22, -0.11, 0.34, -0.14, 0.42, -0.12, 0.54);
        p.oval(Ink.of(0x1E120A), 0, 0.33, 0.065, 0.065);
        p.ring(Palette.named("beige").flat(), 0, 0.33, 0.07, 0.01);
        p.box(Palette.WOOD.times(0.5), -0.07, 0.12, 0.14, 0.025, 0.005);
        for (int i = -2; i <= 2; i++) {
            p.line(Palette.WHITE.flat().fade(0.85), 0.004, i * 0.011, 0.13, i * 0.009, 0.92);
        }
        for (int i = 0; i < 3; i++) {
            p.oval(Palette.STEEL, -0.075, 0.915 + i * 0.03, 0.02, 0.012);
            p.oval(Palette.STEEL, 0.075, 0.915 + i * 0.03, 0.02, 0.012);
        }
    }

    private static void violin(Pen p, Ink c, Look look) {
        Ink g = glaze(c);
        p.oval(Palette.WOOD.dark(), 0, 0.97, 0.035, 0.035);
        p.rect(Palette.BLACK, -0.022, 0.36, 0.044, 0.6);
        p.blob(
                g, 0, 0.58, 0.13, 0.55, 0.15, 0.46, 0.09, 0.38, 0.1, 0.3, 0.19, 0.2, 0.17, 0.05, 0,
                0, -0.17, 0.05, -0.19, 0.2, -0.1, 0.3, -0.09, 0.38, -0.15, 0.46, -0.13, 0.55);
        p.poly(Palette.BLACK, -0.018, 0.34, 0.018, 0.34, 0.018, 0.6, -0.018, 0.6);
        p.curve(Palette.BLACK.flat(), 0.012, -0.08, 0.36, -0.07, 0.28, -0.085, 0.2);
        p.curve(Palette.BLACK.flat(), 0.012, 0.08, 0.36, 0.07, 0.28, 0.085, 0.2);
        p.box(Palette.named("beige"), -0.05, 0.26, 0.1, 0.018, 0.004);
        p.poly(Palette.BLACK, -0.03, 0.03, 0.03, 0.03, 0.02, 0.2, -0.02, 0.2);
        for (int i = -1; i <= 1; i++) {
            p.line(Palette.WHITE.flat().fade(0.8), 0.004, i * 0.012, 0.2, i * 0.01, 0.92);
        }
        p.line(Palette.WOOD, 0.014, 0.2, 0.02, 0.12, 0.95);
    }

    private static void drum(Pen p, Ink c, Look look) {
        p.poly(glaze(c).round(0.8), -0.5, 0.12, 0.5, 0.12, 0.5, 0.8, -0.5, 0.8);
        p.dome(glaze(c).times(0.9), 0, 0.13, 0.5, -0.12);
        for (int i = 0; i < 5; i++) {
            double x = -0.4 + i * 0.2;
            p.line(Palette.GOLD, 0.02, x - 0.1, 0.14, x, 0.74, x + 0.1, 0.14);
        }
        p.arc(Palette.GOLD, 0, 0.12, 0.5, 0.12, 0.05, 180, 360);
        p.oval(Palette.GOLD, 0, 0.8, 0.52, 0.14);
        p.oval(Palette.named("beige").light().round(0.2), 0, 0.82, 0.46, 0.11);
        p.line(Palette.WOOD, 0.035, -0.3, 0.84, 0.14, 0.97);
        p.line(Palette.WOOD, 0.035, 0.38, 0.84, -0.02, 0.99);
    }

    private static void camera(Pen p, Ink c, Look look) {
        p.box(Palette.STEEL, -0.28, 0.76, 0.4, 0.22, 0.05);
        p.box(Palette.STEEL.dark(), 0.3, 0.76, 0.2, 0.1, 0.03);
        p.box(c.as(Material.STONE).times(1.1), -0.66, 0.02, 1.32, 0.78, 0.08);
        p.rect(Palette.STEEL, -0.66, 0.64, 1.32, 0.1);
        p.oval(Palette.BLACK, 0.0, 0.4, 0.34, 0.34);
        p.oval(Palette.STEEL, 0.0, 0.4, 0.29, 0.29);
        p.oval(Palette.BLACK, 0.0, 0.4, 0.24, 0.24);
        p.oval(Ink.of(0x2A4A7A).as(Material.GLOSS).round(1), 0.0, 0.4, 0.17, 0.17);
        p.oval(Palette.WHITE.flat().fade(0.8), -0.06, 0.47, 0.04, 0.03);
        p.oval(Ink.of(0xD8232A).glow(), 0.52, 0.58, 0.03, 0.03);
    }

    private static void hammer(Pen p, Ink c, Look look) {
        Pen q = p.at(0.08, 0, 1, 12);
        q.box(Palette.WOOD, -0.045, 0.0, 0.09, 0.82, 0.03);
        q.box(c.as(Material.FABRIC).times(0.9), -0.055, 0.0, 0.11, 0.26, 0.04);
        q.box(Palette.STEEL, -0.08, 0.8, 0.3, 0.14, 0.02);
        q.box(Palette.STEEL.dark(), 0.18, 0.775, 0.08, 0.19, 0.02);
        q.blob(Palette.STEEL, -0.08, 0.94, -0.3, 0.86, -0.36, 0.74, -0.24, 0.8, -0.08, 0.82);
    }

    private static void ball(Pen p, Ink c, Look look) {
        p.oval(glaze(c).round(1), 0, 0.5, 0.5, 0.5);
        Ink patch = (c.r() + c.g() + c.b() < 0.8 ? Palette.WHITE : Palette.BLACK).flat();
        for (int i = 0; i < 6; i++) {
            double a = i == 5 ? 0 : i * 72 + 18;
            double d = i == 5 ? 0 : 0.34;
            double x = d * StrictMath.cos(StrictMath.toRadians(a));
            double y = 0.5 + d * StrictMath.sin(StrictMath.toRadians(a));
            double r = i == 5 ? 0.14 : 0.1;
            double[] xy = new double[10];
            for (int k = 0; k < 5; k++) {
                double t = StrictMath.toRadians(90 + k * 72);
                xy[2 * k] = x + r * StrictMath.cos(t);
                xy[2 * k + 1] = y + r * StrictMath.sin(t);
            }
            p.poly(patch.fade(0.9), xy);
        }
        p.oval(Palette.WHITE.flat().fade(0.25), -0.17, 0.74, 0.1, 0.07);
    }

    private static void kite(Pen p, Ink c, Look look) {
        p.poly(c.round(0.3), 0, 1.0, -0.29, 0.66, 0, 0.3);
        p.poly(c.light().round(0.3), 0, 1.0, 0.29, 0.66, 0, 0.3);
        p.line(Palette.WOOD, 0.016, 0, 0.3, 0, 1.0);
        p.line(Palette.WOOD, 0.016, -0.29, 0.66, 0.29, 0.66);
        p.curve(Palette.BLACK.flat(), 0.01, 0, 0.3, 0.06, 0.2, -0.04, 0.1, 0.03, 0.0);
        for (int i = 0; i < 3; i++) {
            double y = 0.23 - i * 0.09;
            double x = i % 2 == 0 ? 0.045 : -0.02;
            p.poly(c.dark(), x, y, x - 0.07, y + 0.035, x - 0.07, y - 0.035);
            p.poly(c.dark(), x, y, x + 0.07, y + 0.035, x + 0.07, y - 0.035);
        }
    }

    private static void telescope(Pen p, Ink c, Look look) {
        for (double x : new double[] {-0.3, 0.02, 0.3}) {
            p.line(Palette.WOOD, 0.045, 0, 0.55, x, 0.02);
        }
        Pen q = p.at(0, 0.62, 1, 28);
        Ink g = c.as(Material.METAL);
        q.box(g.round(0.9), -0.42, -0.07, 0.5, 0.14, 0.02);
        q.box(g.times(0.85).round(0.9), 0.06, -0.1, 0.42, 0.2, 0.02);
        q.box(g.dark(), 0.44, -0.12, 0.07, 0.24, 0.02);
        q.box(Palette.BLACK, -0.5, -0.05, 0.1, 0.1, 0.02);
        p.oval(Palette.BLACK, 0, 0.58, 0.06, 0.06);
    }

    private static void globe(Pen p, Ink c, Look look) {
        p.oval(Palette.WOOD, 0, 0.05, 0.26, 0.05);
        p.line(Palette.WOOD, 0.06, 0, 0.05, 0, 0.2);
        p.arc(Palette.GOLD, 0, 0.58, 0.41, 0.41, 0.035, 100, 285);
        p.oval(glaze(c).round(1), 0, 0.58, 0.36, 0.36);
        Ink land = Ink.of(0x5FA048).round(0.2);
        p.blob(
                land, -0.26, 0.74, -0.1, 0.86, 0.0, 0.72, -0.12, 0.62, -0.1, 0.5, -0.18, 0.38,
                -0.24, 0.56);
        p.blob(
                land, 0.08, 0.78, 0.2, 0.84, 0.3, 0.68, 0.22, 0.5, 0.14, 0.38, 0.08, 0.54, 0.04,
                0.64);
        p.oval(Palette.WHITE.flat().fade(0.4), -0.13, 0.78, 0.08, 0.05, 30);
    }

    private static void robot(Pen p, Ink c, Look look) {
        Ink m = c.as(Material.METAL);
        p.rect(m.dark(), -0.17, 0.05, 0.1, 0.2);
        p.rect(m.dark(), 0.07, 0.05, 0.1, 0.2);
        p.box(m, -0.22, 0, 0.18, 0.08, 0.03);
        p.box(m, 0.04, 0, 0.18, 0.08, 0.03);
        p.line(m.dark(), 0.07, -0.26, 0.56, -0.33, 0.4, -0.3, 0.26);
        p.line(m.dark(), 0.07, 0.26, 0.56, 0.33, 0.4, 0.3, 0.26);
        p.box(m, -0.26, 0.22, 0.52, 0.4, 0.05);
        p.box(m.light(), -0.21, 0.64, 0.42, 0.28, 0.05);
        p.line(Palette.STEEL, 0.02, 0, 0.92, 0, 0.97);
        p.oval(Ink.of(0xF0302E).glow(), 0, 0.98, 0.03, 0.03);
        for (int s = -1; s <= 1; s += 2) {
            p.oval(Palette.BLACK, s * 0.09, 0.8, 0.06, 0.06);
            p.oval(Ink.of(0x7FE8FF).glow(), s * 0.09, 0.8, 0.038, 0.038);
            p.oval(m, s * 0.3, 0.25, 0.055, 0.055);
        }
        p.rect(Palette.BLACK.flat(), -0.1, 0.69, 0.2, 0.03);
        p.box(Palette.BLACK, -0.15, 0.36, 0.3, 0.17, 0.02);
        int[] lamps = {0xF0302E, 0xFFC52E, 0x2FD05A};
        for (int i = 0; i < 3; i++) {
            p.oval(Ink.of(lamps[i]).glow(), -0.09 + i * 0.09, 0.445, 0.03, 0.03);
        }
    }

    private static void teddy(Pen p, Ink c, Look look) {
        Ink f =
                c.mix(Ink.of(0xB9824A), c.r() < 0.55 && c.r() > c.b() ? 0.5 : 0)
                        .as(Material.FUR)
                        .round(0.9);
        Ink inner = f.mix(Ink.of(0xE8C795), 0.65);
        p.oval(f.times(0.9), -0.32, 0.42, 0.12, 0.2, -35);
        p.oval(f.times(0.9), 0.32, 0.42, 0.12, 0.2, 35);
        p.oval(f, 0, 0.34, 0.28, 0.3);
        p.oval(inner, 0, 0.34, 0.17, 0.2);
        for (int s = -1; s <= 1; s += 2) {
            p.oval(f, s * 0.27, 0.12, 0.16, 0.14);
            p.oval(inner, s * 0.29, 0.11, 0.085, 0.085);
            p.oval(f, s * 0.22, 0.93, 0.1, 0.09);
            p.oval(inner, s * 0.22, 0.92, 0.055, 0.05);
        }
        p.oval(f, 0, 0.76, 0.27, 0.23);
        p.oval(inner, 0, 0.69, 0.13, 0.1);
        p.oval(Palette.BLACK, 0, 0.73, 0.045, 0.03);
        p.oval(Palette.BLACK, -0.1, 0.81, 0.028, 0.03);
        p.oval(Palette.BLACK, 0.1, 0.81, 0.028, 0.03);
        p.poly(Palette.named("red"), 0, 0.55, -0.13, 0.61, -0.13, 0.49);
        p.poly(Palette.named("red"), 0, 0.55, 0.13, 0.61, 0.13, 0.49);
    }
}
