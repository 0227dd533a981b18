package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Houses, towers and street furniture. */
final class BuildingArt {
    private static final Ink ROOF = Ink.of(0x8E3F2C).as(Material.BRICK);
    private static final Ink STONE = Ink.of(0xA8A49A).as(Material.STONE);

    private BuildingArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("house", new Model(1.2, 0.52, BuildingArt::house)),
                    Map.entry("tower", new Model(0.42, 0.80, BuildingArt::tower)),
                    Map.entry("church", new Model(0.95, 0.66, BuildingArt::church)),
                    Map.entry("windmill", new Model(0.85, 0.66, BuildingArt::windmill)),
                    Map.entry("lighthouse", new Model(0.36, 0.72, BuildingArt::lighthouse)),
                    Map.entry("fountain", new Model(1.25, 0.48, BuildingArt::fountain)),
                    Map.entry("streetlamp", new Model(0.34, 0.70, BuildingArt::streetlamp)),
                    Map.entry("trafficlight", new Model(0.32, 0.62, BuildingArt::trafficlight)),
                    Map.entry("bench", new Model(1.75, 0.30, BuildingArt::bench)));

    private static Ink pane(Pen p) {
        return p.night() ? Ink.of(0xFFD98A).glow() : Ink.of(0x5E7F9C).as(Material.GLOSS);
    }

    private static void window(Pen p, double x, double y, double w, double h) {
        p.rect(Palette.WHITE.round(0.1), x - 0.012, y - 0.012, w + 0.024, h + 0.024);
        p.rect(pane(p).round(0.1), x, y, w, h);
        p.rect(Palette.WHITE.flat(), x + w / 2 - 0.006, y, 0.012, h);
        p.rect(Palette.WHITE.flat(), x, y + h / 2 - 0.006, w, 0.012);
    }

    private static void house(Pen p, Ink c, Look look) {
        Ink wall = c.material() == Material.PLAIN ? c.as(Material.STONE) : c;
        p.box(Ink.of(0x7A3B2B).as(Material.BRICK), 0.22, 0.72, 0.11, 0.28, 0.005);
        p.rect(wall.round(0.08), -0.5, 0, 1.0, 0.58);
        p.poly(ROOF.round(0.2), -0.6, 0.55, 0.6, 0.55, 0.36, 0.93, -0.36, 0.93);
        p.rect(wall.dark().flat().fade(0.5), -0.5, 0.5, 1.0, 0.05);
        window(p, -0.4, 0.2, 0.2, 0.24);
        window(p, 0.22, 0.2, 0.2, 0.24);
        p.box(Ink.of(0x5B3521).as(Material.WOOD), -0.09, 0, 0.2, 0.42, 0.02);
        p.oval(Palette.GOLD, 0.07, 0.2, 0.014, 0.014);
        p.poly(wall, -0.16, 0.6, 0.16, 0.6, 0, 0.84);
        window(p, -0.05, 0.63, 0.1, 0.1);
    }

    private static void tower(Pen p, Ink c, Look look) {
        Ink wall = c.as(Material.GLOSS);
        p.line(Palette.STEEL, 0.012, 0, 0.94, 0, 1.0);
        p.rect(wall.dark().round(0.1), -0.12, 0.9, 0.24, 0.05);
        p.rect(wall.round(0.12), -0.19, 0, 0.38, 0.92);
        for (int r = 0; r < 17; r++) {
            for (int col = 0; col < 6; col++) {
                boolean lit = p.night() && p.random().chance(0.5);
                Ink w =
                        lit
                                ? Ink.of(0xFFDF95).glow()
                                : wall.mix(Ink.of(0xCFE6F5), 0.55)
                                        .times(p.random().between(0.8, 1.1));
                p.rect(w.flat(), -0.17 + col * 0.058, 0.08 + r * 0.049, 0.046, 0.034);
            }
        }
        p.rect(Ink.of(0x3A4048).as(Material.GLOSS), -0.08, 0, 0.16, 0.06);
    }

    private static void church(Pen p, Ink c, Look look) {
        Ink wall = c.as(Material.STONE);
        p.rect(wall.round(0.08), -0.12, 0, 0.58, 0.4);
        p.poly(ROOF.round(0.2), -0.16, 0.38, 0.5, 0.38, 0.4, 0.58, -0.1, 0.58);
        p.rect(wall.times(0.96).round(0.1), -0.42, 0, 0.32, 0.6);
        p.poly(Ink.of(0x4F6670).round(0.3), -0.46, 0.59, -0.06, 0.59, -0.26, 0.92);
        p.line(Palette.GOLD, 0.016, -0.26, 0.9, -0.26, 1.0);
        p.line(Palette.GOLD, 0.016, -0.3, 0.965, -0.22, 0.965);
        p.oval(Palette.WHITE, -0.26, 0.5, 0.06, 0.06);
        p.line(Palette.BLACK.flat(), 0.01, -0.26, 0.5, -0.26, 0.54);
        p.line(Palette.BLACK.flat(), 0.01, -0.26, 0.5, -0.23, 0.5);
        p.box(Ink.of(0x5B3521).as(Material.WOOD), -0.33, 0, 0.14, 0.24, 0.07);
        for (int i = 0; i < 3; i++) {
            p.box(pane(p), 0.0 + i * 0.15, 0.1, 0.08, 0.2, 0.04);
        }
    }

    private static void windmill(Pen p, Ink c, Look look) {
        p.poly(c.as(Material.STONE).round(0.7), -0.2, 0, 0.2, 0, 0.12, 0.6, -0.12, 0.6);
        p.dome(ROOF, 0, 0.59, 0.15, 0.13);
        p.box(Ink.of(0x5B3521).as(Material.WOOD), -0.05, 0, 0.1, 0.18, 0.03);
        window(p, -0.03, 0.3, 0.06, 0.08);
        double turn = p.random().between(10, 80);
        for (int i = 0; i < 4; i++) {
            Pen q = p.at(0, 0.62, 1, turn + i * 90);
            q.line(Palette.WOOD, 0.022, 0, 0, 0, 0.41);
            q.poly(Palette.WHITE.as(Material.FABRIC), 0.015, 0.1, 0.1, 0.1, 0.1, 0.4, 0.015, 0.4);
            for (int k = 0; k < 5; k++) {
                q.line(Palette.WOOD.flat(), 0.007, 0.015, 0.12 + k * 0.065, 0.1, 0.12 + k * 0.065);
            }
        }
        p.oval(Palette.WOOD.dark(), 0, 0.62, 0.035, 0.035);
    }

    private static void lighthouse(Pen p, Ink c, Look look) {
        p.blob(STONE, -0.22, 0, -0.16, 0.08, 0.16, 0.08, 0.22, 0);
        for (int i = 0; i < 5; i++) {
            double y = 0.04 + i * 0.14;
            double w0 = 0.14 - i * 0.011;
            double w1 = 0.14 - (i + 1) * 0.011;
            Ink band = i % 2 == 0 ? c : Palette.WHITE;
            p.poly(band.round(0.9), -w0, y, w0, y, w1, y + 0.145, -w1, y + 0.145);
        }
        p.box(Palette.BLACK, -0.12, 0.735, 0.24, 0.03, 0.005);
        p.box(Ink.of(0xFFE9A0).as(Material.GLOSS).glow(), -0.065, 0.765, 0.13, 0.12, 0.01);
        p.line(Palette.BLACK.flat(), 0.012, 0, 0.765, 0, 0.88);
        p.dome(c.dark(), 0, 0.88, 0.09, 0.09);
        p.line(Palette.BLACK, 0.014, 0, 0.95, 0, 1.0);
        p.box(Ink.of(0x4A2E1C), -0.035, 0.05, 0.07, 0.1, 0.02);
        p.shine(Ink.of(0xFFF0B8), 0, 0.82, p.night() ? 0.5 : 0.22, p.night() ? 0.6 : 0.3);
    }

    private static void fountain(Pen p, Ink c, Look look) {
        Ink stone = c.as(Material.STONE);
        Ink water = Ink.of(0x9AD0E8).as(Material.GLOSS);
        p.oval(stone.dark(), 0, 0.16, 0.62, 0.12);
        p.oval(water, 0, 0.18, 0.55, 0.09);
        p.poly(stone.round(0.8), -0.09, 0.16, 0.09, 0.16, 0.05, 0.46, -0.05, 0.46);
        p.blob(stone, -0.32, 0.52, -0.12, 0.42, 0.12, 0.42, 0.32, 0.52, 0, 0.5);
        p.oval(water, 0, 0.52, 0.29, 0.045);
        p.poly(stone.round(0.8), -0.04, 0.52, 0.04, 0.52, 0.03, 0.68, -0.03, 0.68);
        Ink spray = Ink.of(0xE6F5FB).fade(0.75).round(0.3);
        for (int i = -3; i <= 3; i++) {
            p.curve(spray, 0.018, 0, 0.7, i * 0.05, 0.98 - Math.abs(i) * 0.03, i * 0.085, 0.55);
            p.curve(spray, 0.018, i * 0.1, 0.52, i * 0.14, 0.5, i * 0.165, 0.2);
        }
        p.blob(stone, -0.62, 0.15, -0.58, 0, 0.58, 0, 0.62, 0.15, 0.3, 0.06, -0.3, 0.06);
    }

    private static void streetlamp(Pen p, Ink c, Look look) {
        Ink iron = c.as(Material.METAL);
        p.box(iron, -0.07, 0, 0.14, 0.08, 0.02);
        p.line(iron, 0.035, 0, 0.05, 0, 0.78);
        p.line(iron, 0.025, -0.08, 0.7, 0.08, 0.7);
        p.poly(
                Ink.of(0xFFE9AE).as(Material.GLOSS).glow(),
                -0.06,
                0.77,
                0.06,
                0.77,
                0.1,
                0.92,
                -0.1,
                0.92);
        p.line(iron, 0.014, -0.06, 0.77, -0.1, 0.92);
        p.line(iron, 0.014, 0.06, 0.77, 0.1, 0.92);
        p.poly(iron, -0.13, 0.915, 0.13, 0.915, 0, 1.0);
        p.shine(Ink.of(0xFFE0A0), 0, 0.84, p.night() ? 0.6 : 0.24, p.night() ? 0.7 : 0.25);
    }

    private static void trafficlight(Pen p, Ink c, Look look) {
        p.line(Palette.STEEL.dark(), 0.04, 0, 0, 0, 0.5);
        p.oval(Palette.STEEL.dark(), 0, 0.01, 0.08, 0.025);
        p.box(c, -0.14, 0.42, 0.28, 0.58, 0.05);
        int on = p.random().below(3);
        int[] colours = {0x2FD05A, 0xFFC52E, 0xF0302E};
        for (int i = 0; i < 3; i++) {
            double y = 0.53 + i * 0.18;
            p.oval(Palette.BLACK, 0, y, 0.085, 0.085);
            Ink lamp = Ink.of(colours[i]).as(Material.GLOSS);
            p.oval(i == on ? lamp.glow() : lamp.times(0.4), 0, y, 0.072, 0.072);
            if (i == on) {
                p.shine(lamp, 0, y, 0.26, 0.35);
            }
        }
    }

    private static void bench(Pen p, Ink c, Look look) {
        Ink wood = c.as(Material.WOOD);
        Ink iron = Palette.BLACK.as(Material.METAL);
        for (double x : new double[] {-0.68, 0.68}) {
            p.line(iron, 0.06, x * 0.95, 0.45, x * 0.93, 1.0);
            p.line(iron, 0.05, x * 0.95, 0.3, x * 0.92, 0.05);
        }
        for (int i = 0; i < 3; i++) {
            p.box(wood.times(0.92), -0.82, 0.56 + i * 0.15, 1.64, 0.115, 0.02);
        }
        for (int i = 0; i < 3; i++) {
            p.box(
                    wood.times(1.12 - i * 0.05),
                    -0.84 - i * 0.01,
                    0.42 - i * 0.065,
                    1.68 + i * 0.02,
                    0.055,
                    0.01);
        }
        for (double x : new double[] {-0.72, 0.72}) {
            p.line(iron, 0.06, x, 0.3, x * 1.04, 0.02);
            p.curve(iron, 0.05, x, 0.62, x * 1.06, 0.58, x * 1.06, 0.3);
        }
    }
}
