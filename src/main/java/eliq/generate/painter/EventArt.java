package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.List;
import java.util.Map;

/** Festive things. */
final class EventArt {
    private EventArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("balloon", new Model(0.5, 0.52, EventArt::balloon)),
                    Map.entry("birthdaycake", new Model(1.15, 0.44, EventArt::cake)),
                    Map.entry("firework", new Model(1.0, 0.44, EventArt::firework)),
                    Map.entry("christmastree", new Model(0.68, 0.68, EventArt::christmasTree)),
                    Map.entry("gift", new Model(1.0, 0.36, EventArt::gift)),
                    Map.entry("hotairballoon", new Model(0.75, 0.50, EventArt::hotAirBalloon)),
                    Map.entry("ferriswheel", new Model(1.0, 0.70, EventArt::ferrisWheel)),
                    Map.entry("tent", new Model(1.4, 0.48, EventArt::tent)),
                    Map.entry("snowman", new Model(0.66, 0.52, EventArt::snowman)),
                    Map.entry("pumpkin", new Model(1.25, 0.36, EventArt::pumpkin)),
                    Map.entry("bonfire", new Model(0.95, 0.46, EventArt::bonfire)),
                    Map.entry("paperlantern", new Model(0.62, 0.36, EventArt::paperLantern)),
                    Map.entry("trophy", new Model(0.85, 0.46, EventArt::trophy)),
                    Map.entry("carousel", new Model(1.2, 0.60, EventArt::carousel)));

    private static void balloon(Pen p, Ink c, Look look) {
        p.curve(Palette.WHITE.flat().fade(0.9), 0.01, 0, 0.38, 0.03, 0.25, -0.02, 0.12, 0.01, 0);
        p.blob(
                c.as(Material.GLOSS).round(1),
                0,
                1.0,
                0.2,
                0.93,
                0.25,
                0.73,
                0.16,
                0.52,
                0,
                0.42,
                -0.16,
                0.52,
                -0.25,
                0.73,
                -0.2,
                0.93);
        p.poly(c.dark(), -0.035, 0.375, 0.035, 0.375, 0, 0.43);
        p.oval(Palette.WHITE.flat().fade(0.45), -0.1, 0.84, 0.045, 0.07, -25);
    }

    private static void cake(Pen p, Ink c, Look look) {
        Ink plate = Palette.WHITE.as(Material.GLOSS);
        p.oval(plate.dark(), 0, 0.06, 0.58, 0.06);
        p.oval(plate, 0, 0.075, 0.57, 0.055);
        tier(p, c, 0.08, 0.46, 0.32);
        tier(p, c.times(1.05), 0.38, 0.32, 0.26);
        String[] candles = {"red", "yellow", "blue", "green", "orange"};
        for (int i = 0; i < 5; i++) {
            double x = -0.22 + i * 0.11;
            p.box(Palette.named(candles[i]), x - 0.014, 0.64 + 0.02 * (i % 2), 0.028, 0.2, 0.01);
            p.blob(Ink.of(0xFFB52E).glow(), x - 0.02, 0.88, x, 0.84, x + 0.02, 0.88, x, 0.97);
            p.shine(Ink.of(0xFFC66A), x, 0.9, 0.12, 0.4);
        }
    }

    private static void tier(Pen p, Ink c, double y, double rx, double h) {
        Ink f = c.as(Material.CRUST).round(0.7);
        p.poly(f.times(0.94), -rx, y, rx, y, rx, y + h, -rx, y + h);
        p.dome(f.times(0.9), 0, y + 0.01, rx, -0.045);
        p.oval(f.times(1.06), 0, y + h, rx, 0.065);
        int n = (int) (rx * 22);
        Ink cream =
                (c.r() > 0.85 && c.b() > 0.8 ? Palette.named("pink") : Palette.WHITE).round(0.9);
        for (int i = 0; i <= n; i++) {
            double x = -rx + 2 * rx * i / n;
            double dip = 0.05 * Math.sqrt(Math.max(0, 1 - x * x / (rx * rx)));
            p.oval(cream, x, y + h - dip, 0.042, 0.038);
            p.oval(cream, x, y + 0.02 - dip * 0.7, 0.04, 0.032);
        }
    }

    private static void firework(Pen p, Ink c, Look look) {
        Ink lit = c.mix(Palette.WHITE, 0.15).glow();
        for (int ring = 0; ring < 3; ring++) {
            int n = 14 + ring * 5;
            double length = 0.18 + ring * 0.15;
            for (int i = 0; i < n; i++) {
                Pen q = p.at(0, 0.5, 1, i * 360.0 / n + ring * 9);
                Ink ink = ring == 1 ? c.mix(Ink.of(0xFFE9A0), 0.5).glow() : lit;
                q.line(ink.flat(), 0.013, 0, length * 0.55, 0, length);
                q.oval(ink.light().flat(), 0, length, 0.014, 0.014);
            }
        }
        p.shine(c, 0, 0.5, 0.62, 0.5);
        p.shine(Ink.of(0xFFF6DC), 0, 0.5, 0.16, 0.9);
        p.curve(Ink.of(0xFFD98A).glow().flat().fade(0.6), 0.014, 0, 0.4, 0.02, 0.2, 0, -0.1);
    }

    private static void christmasTree(Pen p, Ink c, Look look) {
        Atlas.draw("pine", p.stretched(1.08, 0.95), c, look);
        String[] balls = {"red", "gold", "blue", "purple", "red", "gold"};
        for (int i = 0; i < 20; i++) {
            double y = 0.15 + 0.036 * i;
            double reach = 0.28 * (0.98 - y);
            double x = reach * StrictMath.sin(i * 2.1);
            p.oval(Palette.named(balls[i % 6]).as(Material.GLOSS).round(1), x, y, 0.026, 0.026);
            if (i % 2 == 0) {
                p.shine(Ink.of(0xFFE9A0), -x * 0.8, y + 0.02, 0.05, 0.9);
            }
        }
        double[] star = new double[20];
        for (int i = 0; i < 10; i++) {
            double t = StrictMath.toRadians(90 + i * 36);
            double r = i % 2 == 0 ? 0.075 : 0.03;
            star[2 * i] = r * StrictMath.cos(t);
            star[2 * i + 1] = 0.955 + r * StrictMath.sin(t);
        }
        p.poly(Ink.of(0xFFD84A).glow(), star);
        p.shine(Ink.of(0xFFF0B0), 0, 0.955, 0.16, 0.5);
    }

    private static void gift(Pen p, Ink c, Look look) {
        Ink ribbon =
                (c.r() > 0.7 && c.g() > 0.6 ? Palette.named("red") : Palette.named("gold").light())
                        .as(Material.GLOSS);
        p.rect(c.as(Material.GLOSS).round(0.15), -0.42, 0, 0.84, 0.6);
        p.rect(ribbon, -0.07, 0, 0.14, 0.6);
        p.box(c.times(1.1).as(Material.GLOSS).round(0.2), -0.48, 0.56, 0.96, 0.18, 0.01);
        p.rect(ribbon, -0.075, 0.56, 0.15, 0.18);
        p.blob(ribbon, 0, 0.76, -0.14, 0.98, -0.34, 0.92, -0.28, 0.76);
        p.blob(ribbon, 0, 0.76, 0.14, 0.98, 0.34, 0.92, 0.28, 0.76);
        p.oval(ribbon.dark(), 0, 0.78, 0.07, 0.06);
    }

    private static void hotAirBalloon(Pen p, Ink c, Look look) {
        p.line(Palette.WOOD.flat(), 0.01, -0.07, 0.14, -0.14, 0.36);
        p.line(Palette.WOOD.flat(), 0.01, 0.07, 0.14, 0.14, 0.36);
        p.box(Palette.WOOD, -0.09, 0, 0.18, 0.15, 0.02);
        Ink[] bands = {c, c.mix(Palette.WHITE, 0.75), c};
        double[] widths = {1.0, 0.62, 0.26};
        for (int i = 0; i < 3; i++) {
            double k = widths[i];
            p.blob(
                    bands[i].round(0.9).as(Material.FABRIC),
                    0,
                    1.0,
                    0.26 * k,
                    0.94,
                    0.37 * k,
                    0.74,
                    0.3 * k,
                    0.52,
                    0.14 * k,
                    0.33,
                    0,
                    0.32,
                    -0.14 * k,
                    0.33,
                    -0.3 * k,
                    0.52,
                    -0.37 * k,
                    0.74,
                    -0.26 * k,
                    0.94);
        }
        p.shine(Ink.of(0xFF9A3A), 0, 0.3, 0.1, p.night() ? 0.8 : 0.3);
    }

    private static void ferrisWheel(Pen p, Ink c, Look look) {
        p.line(Palette.STEEL, 0.035, 0, 0.54, -0.26, 0);
        p.line(Palette.STEEL, 0.035, 0, 0.54, 0.26, 0);
        for (int i = 0; i < 10; i++) {
            double t = StrictMath.toRadians(i * 36);
            p.line(
                    Palette.STEEL.light(),
                    0.012,
                    0,
                    0.54,
                    0.4 * StrictMath.cos(t),
                    0.54 + 0.4 * StrictMath.sin(t));
        }
        p.ring(c, 0, 0.54, 0.4, 0.03);
        p.ring(c.light(), 0, 0.54, 0.26, 0.015);
        List<String> cabins = List.of("yellow", "blue", "green", "orange", "purple");
        for (int i = 0; i < 10; i++) {
            double t = StrictMath.toRadians(i * 36);
            double x = 0.4 * StrictMath.cos(t);
            double y = 0.54 + 0.4 * StrictMath.sin(t);
            p.box(
                    i % 2 == 0 ? c : Palette.named(cabins.get(i / 2)),
                    x - 0.05,
                    y - 0.085,
                    0.1,
                    0.085,
                    0.025);
            p.rect(Ink.of(0xD8ECF6).flat(), x - 0.036, y - 0.05, 0.072, 0.03);
            if (p.night()) {
                p.shine(Ink.of(0xFFE9A0), x, y, 0.07, 0.7);
            }
        }
        p.oval(Palette.STEEL.dark(), 0, 0.54, 0.05, 0.05);
    }

    private static void tent(Pen p, Ink c, Look look) {
        int n = 8;
        for (int i = 0; i < n; i++) {
            Ink band = i % 2 == 0 ? c : Palette.WHITE;
            double x0 = -0.55 + 1.1 * i / n;
            double x1 = -0.55 + 1.1 * (i + 1) / n;
            p.poly(band.as(Material.FABRIC).round(0.15), x0, 0, x1, 0, x1, 0.45, x0, 0.45);
        }
        p.poly(Ink.of(0x2A1A18).flat(), -0.12, 0, 0.12, 0, 0, 0.36);
        for (int i = 0; i < n; i++) {
            Ink band = i % 2 == 0 ? c : Palette.WHITE;
            double x0 = -0.68 + 1.36 * i / n;
            double x1 = -0.68 + 1.36 * (i + 1) / n;
            p.poly(band.as(Material.FABRIC).round(0.15), x0, 0.43, x1, 0.43, 0, 0.9);
            p.sector(band.times(0.95), (x0 + x1) / 2, 0.44, 0.085, 0.07, 180, 360);
        }
        p.line(Palette.WOOD, 0.018, 0, 0.88, 0, 1.0);
        p.poly(Palette.named("yellow"), 0, 1.0, 0, 0.93, 0.14, 0.965);
    }

    private static void snowman(Pen p, Ink c, Look look) {
        Ink snow = Palette.WHITE.as(Material.CRUST).round(0.95);
        p.line(Palette.WOOD.dark(), 0.025, 0.17, 0.5, 0.33, 0.62);
        p.line(Palette.WOOD.dark(), 0.025, -0.17, 0.5, -0.33, 0.6);
        p.oval(snow, 0, 0.21, 0.28, 0.22);
        p.oval(snow, 0, 0.5, 0.2, 0.18);
        p.oval(snow, 0, 0.74, 0.14, 0.13);
        p.box(Palette.BLACK.as(Material.FABRIC), -0.18, 0.82, 0.36, 0.035, 0.01);
        p.box(Palette.BLACK.as(Material.FABRIC), -0.11, 0.84, 0.22, 0.16, 0.01);
        p.box(Palette.named("red").as(Material.FABRIC), -0.14, 0.6, 0.28, 0.055, 0.025);
        p.limb(
                Palette.named("red").as(Material.FABRIC),
                0.06,
                0.06,
                0.08,
                0.62,
                0.11,
                0.5,
                0.1,
                0.42);
        p.poly(Ink.of(0xF07A1E), 0, 0.76, 0, 0.715, 0.15, 0.725);
        p.oval(Palette.BLACK, -0.05, 0.78, 0.017, 0.019);
        p.oval(Palette.BLACK, 0.05, 0.78, 0.017, 0.019);
        for (int i = 0; i < 3; i++) {
            p.oval(Palette.BLACK, 0, 0.4 + i * 0.075, 0.016, 0.016);
        }
    }

    private static void pumpkin(Pen p, Ink c, Look look) {
        p.curve(Ink.of(0x5E7A34), 0.1, 0, 0.82, 0.03, 0.93, 0.11, 0.98);
        Ink f = c.as(Material.GLOSS).round(0.9);
        for (double x : new double[] {-0.36, 0.36, -0.2, 0.2, 0}) {
            p.oval(f.times(1.05 - Math.abs(x) * 0.4), x, 0.43, 0.24, 0.42);
        }
        Ink lit = Ink.of(0xFFD24A).glow();
        p.poly(lit, -0.3, 0.5, -0.1, 0.5, -0.2, 0.68);
        p.poly(lit, 0.3, 0.5, 0.1, 0.5, 0.2, 0.68);
        p.poly(lit, -0.05, 0.4, 0.05, 0.4, 0, 0.48);
        p.poly(
                lit, -0.34, 0.34, -0.2, 0.3, -0.12, 0.34, -0.04, 0.28, 0.06, 0.34, 0.16, 0.29, 0.34,
                0.34, 0.2, 0.16, 0, 0.12, -0.2, 0.16);
        p.shine(Ink.of(0xFFB52E), 0, 0.42, 0.5, 0.22);
    }

    private static void bonfire(Pen p, Ink c, Look look) {
        for (int i = 0; i < 9; i++) {
            double x = -0.3 + i * 0.075;
            double h = 0.45 + 0.5 * (1 - Math.abs(i - 4) / 4.5) * p.random().between(0.8, 1.0);
            p.blob(
                    c.mix(Ink.of(0xE8421A), 0.4).glow(),
                    x - 0.1,
                    0.1,
                    x - 0.09,
                    h * 0.45,
                    x + 0.02,
                    h,
                    x + 0.09,
                    h * 0.4,
                    x + 0.1,
                    0.1);
        }
        for (int i = 0; i < 6; i++) {
            double x = -0.18 + i * 0.072;
            double h = 0.35 + 0.3 * (1 - Math.abs(i - 2.5) / 3);
            p.blob(
                    Ink.of(0xFFB52E).glow(),
                    x - 0.07,
                    0.1,
                    x - 0.05,
                    h * 0.5,
                    x,
                    h,
                    x + 0.06,
                    h * 0.45,
                    x + 0.07,
                    0.1);
        }
        p.blob(Ink.of(0xFFF0A8).glow(), -0.1, 0.1, -0.06, 0.3, 0, 0.45, 0.07, 0.28, 0.1, 0.1);
        p.line(Palette.WOOD.dark(), 0.09, -0.42, 0.05, 0.34, 0.16);
        p.line(Palette.WOOD.dark(), 0.09, 0.42, 0.05, -0.34, 0.16);
        p.line(Palette.WOOD, 0.09, -0.36, 0.03, 0.36, 0.04);
        p.shine(Ink.of(0xFF8A2A), 0, 0.35, 0.9, 0.35);
    }

    private static void paperLantern(Pen p, Ink c, Look look) {
        p.line(Palette.BLACK.flat(), 0.01, 0, 0.9, 0, 1.0);
        p.oval(c.glow().round(0.8), 0, 0.56, 0.31, 0.33);
        for (int i = -2; i <= 2; i++) {
            double y = 0.56 + i * 0.12;
            double w = 0.31 * Math.sqrt(Math.max(0, 1 - (i * 0.12) * (i * 0.12) / 0.1089));
            p.curve(c.dark().flat().fade(0.5), 0.012, -w, y, 0, y - 0.03, w, y);
        }
        p.box(Palette.BLACK, -0.12, 0.86, 0.24, 0.05, 0.01);
        p.box(Palette.BLACK, -0.12, 0.21, 0.24, 0.05, 0.01);
        for (int i = -1; i <= 1; i++) {
            p.line(Palette.named("gold"), 0.014, i * 0.04, 0.21, i * 0.045, 0.03);
        }
        p.shine(
                c.mix(Ink.of(0xFFE0A0), 0.5),
                0,
                0.56,
                p.night() ? 0.75 : 0.4,
                p.night() ? 0.45 : 0.2);
        p.shine(Ink.of(0xFFE9B0), 0, 0.5, 0.22, 0.35);
    }

    private static void trophy(Pen p, Ink c, Look look) {
        Ink g = c.as(Material.METAL);
        p.box(Palette.BLACK.as(Material.GLOSS), -0.2, 0, 0.4, 0.14, 0.02);
        p.box(g, -0.07, 0.045, 0.14, 0.05, 0.01);
        p.poly(
                g.round(0.8),
                -0.14,
                0.14,
                0.14,
                0.14,
                0.05,
                0.24,
                0.04,
                0.42,
                -0.04,
                0.42,
                -0.05,
                0.24);
        p.arc(g, -0.27, 0.72, 0.13, 0.16, 0.05, 80, 290);
        p.arc(g, 0.27, 0.72, 0.13, 0.16, 0.05, -110, 100);
        p.blob(
                g.round(0.9),
                -0.28,
                0.95,
                -0.26,
                0.6,
                -0.1,
                0.4,
                0.1,
                0.4,
                0.26,
                0.6,
                0.28,
                0.95,
                0,
                0.98);
        p.oval(g.light(), 0, 0.95, 0.28, 0.05);
        p.oval(g.dark(), 0, 0.95, 0.23, 0.035);
    }

    private static void carousel(Pen p, Ink c, Look look) {
        p.oval(c.dark(), 0, 0.07, 0.58, 0.08);
        p.oval(Palette.named("beige"), 0, 0.1, 0.56, 0.07);
        p.box(Palette.named("gold").light(), -0.07, 0.1, 0.14, 0.5, 0.02);
        List<String> coats = List.of("white", "brown", "pink", "white");
        for (int i = 0; i < 4; i++) {
            double x = -0.42 + i * 0.28;
            double y = 0.16 + 0.05 * (i % 2);
            p.line(Palette.GOLD, 0.014, x, 0.08, x, 0.62);
            Atlas.draw("horse", p.at(x, y, 0.26, 0), Palette.named(coats.get(i)), look);
        }
        int n = 10;
        for (int i = 0; i < n; i++) {
            Ink band = i % 2 == 0 ? c : Palette.WHITE;
            double x0 = -0.6 + 1.2 * i / n;
            double x1 = -0.6 + 1.2 * (i + 1) / n;
            p.poly(band.round(0.1), x0, 0.6, x1, 0.6, 0, 0.94);
            p.sector(band, (x0 + x1) / 2, 0.61, 0.06, 0.06, 180, 360);
            if (p.night()) {
                p.shine(Ink.of(0xFFE9A0), (x0 + x1) / 2, 0.58, 0.06, 0.7);
            }
        }
        p.line(Palette.GOLD, 0.02, 0, 0.93, 0, 1.0);
        p.oval(Palette.GOLD, 0, 0.98, 0.03, 0.03);
    }
}
