package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Tableware, clothing and bags. */
final class HouseholdArt {

    private HouseholdArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("teapot", new Model(1.4, 0.36, HouseholdArt::teapot)),
                    Map.entry("vase", new Model(0.62, 0.48, HouseholdArt::vase)),
                    Map.entry("backpack", new Model(0.8, 0.46, HouseholdArt::backpack)),
                    Map.entry("book", new Model(1.35, 0.32, HouseholdArt::book)),
                    Map.entry("umbrella", new Model(1.15, 0.50, HouseholdArt::umbrella)),
                    Map.entry("suitcase", new Model(1.3, 0.40, HouseholdArt::suitcase)),
                    Map.entry("bottle", new Model(0.32, 0.52, HouseholdArt::bottle)),
                    Map.entry("mug", new Model(1.1, 0.34, HouseholdArt::mug)),
                    Map.entry("candle", new Model(0.42, 0.46, HouseholdArt::candle)),
                    Map.entry("hat", new Model(1.8, 0.28, HouseholdArt::hat)),
                    Map.entry("shoe", new Model(1.6, 0.30, HouseholdArt::shoe)),
                    Map.entry("lantern", new Model(0.55, 0.50, HouseholdArt::lantern)));

    private static Ink glaze(Ink c) {
        return c.material() == Material.PLAIN ? c.as(Material.GLOSS) : c;
    }

    private static void teapot(Pen p, Ink c, Look look) {
        Ink g = glaze(c).round(0.9);
        p.curve(g.times(0.95), 0.09, -0.42, 0.62, -0.68, 0.6, -0.62, 0.32, -0.4, 0.24);
        p.blob(g, 0.3, 0.3, 0.46, 0.4, 0.56, 0.66, 0.7, 0.74, 0.66, 0.62, 0.58, 0.36, 0.4, 0.16);
        p.blob(
                g, -0.47, 0.4, -0.34, 0.7, 0, 0.78, 0.34, 0.7, 0.47, 0.4, 0.3, 0.06, 0, 0.02, -0.3,
                0.06);
        p.oval(g.times(0.9), 0, 0.75, 0.24, 0.06);
        p.dome(g.times(1.05), 0, 0.76, 0.21, 0.12);
        p.oval(g, 0, 0.93, 0.06, 0.06);
        p.curve(g.dark().flat().fade(0.5), 0.02, -0.42, 0.52, 0, 0.46, 0.42, 0.52);
    }

    private static void vase(Pen p, Ink c, Look look) {
        Ink g = glaze(c).round(0.9);
        p.blob(
                g, -0.12, 0.96, -0.1, 0.82, -0.28, 0.6, -0.28, 0.36, -0.14, 0.02, 0.14, 0.02, 0.28,
                0.36, 0.28, 0.6, 0.1, 0.82, 0.12, 0.96);
        p.oval(g.times(0.9), 0, 0.96, 0.15, 0.04);
        p.oval(g.times(0.35).flat(), 0, 0.965, 0.115, 0.025);
        p.curve(g.light().flat().fade(0.7), 0.03, -0.27, 0.54, 0, 0.5, 0.27, 0.54);
        p.curve(g.light().flat().fade(0.7), 0.02, -0.26, 0.34, 0, 0.3, 0.26, 0.34);
    }

    private static void bottle(Pen p, Ink c, Look look) {
        Ink g = c.as(Material.GLOSS).round(0.9);
        p.blob(
                g, -0.14, 0.03, -0.15, 0.3, -0.14, 0.55, -0.055, 0.7, -0.05, 0.92, 0.05, 0.92,
                0.055, 0.7, 0.14, 0.55, 0.15, 0.3, 0.14, 0.03);
        p.box(Ink.of(0x9A6B3A).as(Material.CRUST), -0.045, 0.9, 0.09, 0.1, 0.015);
        p.rect(Palette.named("beige").light(), -0.145, 0.2, 0.29, 0.22);
        p.rect(c.dark().flat(), -0.1, 0.32, 0.2, 0.03);
        p.rect(c.dark().flat(), -0.1, 0.26, 0.14, 0.02);
    }

    private static void mug(Pen p, Ink c, Look look) {
        Ink g = glaze(c).round(0.8);
        p.arc(g.times(0.92), 0.4, 0.48, 0.18, 0.22, 0.09, -90, 90);
        p.poly(g, -0.4, 0.86, -0.36, 0.06, 0.36, 0.06, 0.4, 0.86);
        p.oval(g.times(0.95), 0, 0.06, 0.36, 0.06);
        p.oval(g.light(), 0, 0.87, 0.41, 0.11);
        p.oval(Ink.of(0x4A2A16).as(Material.GLOSS).flat(), 0, 0.865, 0.35, 0.08);
        p.curve(Palette.WHITE.flat().fade(0.35), 0.03, -0.1, 0.94, -0.06, 1.02, -0.12, 1.1);
        p.curve(Palette.WHITE.flat().fade(0.3), 0.03, 0.1, 0.94, 0.14, 1.04, 0.08, 1.12);
    }

    private static void candle(Pen p, Ink c, Look look) {
        p.oval(Palette.GOLD, 0, 0.05, 0.21, 0.05);
        p.box(c.round(0.9), -0.11, 0.06, 0.22, 0.62, 0.03);
        p.oval(c.light(), 0, 0.67, 0.11, 0.03);
        p.blob(c.times(1.05), -0.11, 0.66, -0.1, 0.45, -0.06, 0.5, -0.04, 0.66);
        p.line(Palette.BLACK, 0.014, 0, 0.67, 0, 0.73);
        p.blob(
                Ink.of(0xFFA52E).glow(),
                -0.055,
                0.77,
                0,
                0.71,
                0.055,
                0.77,
                0.02,
                0.88,
                0,
                0.99,
                -0.03,
                0.88);
        p.blob(Ink.of(0xFFF3B0).glow(), -0.025, 0.77, 0, 0.73, 0.025, 0.77, 0, 0.88);
        p.shine(Ink.of(0xFFC66A), 0, 0.8, 0.5, 0.4);
    }

    private static void hat(Pen p, Ink c, Look look) {
        Ink f = c.as(Material.FABRIC);
        p.oval(f.times(0.9), 0, 0.2, 0.88, 0.2);
        p.blob(
                f.round(0.8),
                -0.45,
                0.24,
                -0.42,
                0.72,
                -0.25,
                0.96,
                0,
                0.88,
                0.25,
                0.96,
                0.42,
                0.72,
                0.45,
                0.24,
                0,
                0.14);
        p.blob(
                c.r() > 0.5 ? Palette.named("red").dark() : Palette.named("beige"),
                -0.46,
                0.24,
                -0.45,
                0.42,
                0,
                0.34,
                0.45,
                0.42,
                0.46,
                0.24,
                0,
                0.14);
    }

    private static void shoe(Pen p, Ink c, Look look) {
        Ink f = glaze(c);
        p.blob(
                f, -0.72, 0.14, -0.74, 0.7, -0.66, 0.98, -0.3, 0.98, -0.2, 0.72, 0.1, 0.56, 0.6,
                0.46, 0.78, 0.28, 0.76, 0.14);
        p.oval(f.times(0.4), -0.48, 0.95, 0.19, 0.06);
        p.box(Palette.WHITE.times(0.96), -0.78, 0.02, 1.58, 0.15, 0.06);
        for (int i = 0; i < 4; i++) {
            p.line(
                    Palette.WHITE,
                    0.045,
                    -0.2 + i * 0.1,
                    0.62 - i * 0.06,
                    -0.08 + i * 0.1,
                    0.72 - i * 0.06);
        }
        p.dome(f.times(0.85), 0.6, 0.16, 0.2, 0.2);
    }

    private static void backpack(Pen p, Ink c, Look look) {
        Ink f = c.material() == Material.PLAIN ? c.as(Material.FABRIC) : c;
        p.arc(f.dark(), 0, 0.9, 0.1, 0.09, 0.04, 0, 180);
        p.box(f.times(0.85), -0.4, 0.08, 0.8, 0.34, 0.1);
        p.box(f, -0.34, 0.02, 0.68, 0.9, 0.2);
        p.box(f.times(1.08), -0.25, 0.08, 0.5, 0.34, 0.06);
        p.line(f.dark().flat(), 0.015, -0.3, 0.62, 0.3, 0.62);
        p.line(Palette.GOLD, 0.02, -0.2, 0.34, 0.2, 0.34);
        p.box(Palette.WOOD.dark(), -0.18, 0.5, 0.05, 0.2, 0.01);
        p.box(Palette.WOOD.dark(), 0.13, 0.5, 0.05, 0.2, 0.01);
    }

    private static void suitcase(Pen p, Ink c, Look look) {
        p.arc(Palette.BLACK, 0, 0.84, 0.16, 0.12, 0.05, 0, 180);
        Ink f = c.material() == Material.PLAIN ? c.as(Material.FABRIC) : c;
        p.box(f, -0.64, 0.02, 1.28, 0.84, 0.09);
        p.rect(f.times(0.7).flat(), -0.64, 0.48, 1.28, 0.02);
        for (double x : new double[] {-0.42, 0.34}) {
            p.rect(Palette.WOOD.dark(), x, 0.02, 0.09, 0.84);
            p.box(Palette.GOLD, x + 0.005, 0.44, 0.08, 0.1, 0.01);
        }
        for (double x : new double[] {-0.6, 0.6}) {
            p.oval(Palette.GOLD, x, 0.07, 0.05, 0.05);
            p.oval(Palette.GOLD, x, 0.81, 0.05, 0.05);
        }
    }

    private static void umbrella(Pen p, Ink c, Look look) {
        p.line(Palette.WOOD, 0.028, 0, 0.08, 0, 0.96);
        p.arc(Palette.WOOD, 0.06, 0.08, 0.06, 0.07, 0.03, 180, 360);
        Ink f = c.as(Material.FABRIC);
        p.blob(
                f.round(0.9),
                -0.56,
                0.56,
                -0.44,
                0.82,
                0,
                0.98,
                0.44,
                0.82,
                0.56,
                0.56,
                0.38,
                0.6,
                0.19,
                0.55,
                0,
                0.6,
                -0.19,
                0.55,
                -0.38,
                0.6);
        p.curve(f.dark().flat().fade(0.5), 0.012, 0, 0.97, -0.14, 0.8, -0.19, 0.56);
        p.curve(f.dark().flat().fade(0.5), 0.012, 0, 0.97, 0.14, 0.8, 0.19, 0.56);
        p.line(Palette.STEEL, 0.02, 0, 0.96, 0, 1.0);
    }

    private static void book(Pen p, Ink c, Look look) {
        Pen q = p.at(0, 0.0, 1, 0);
        q.poly(c.dark(), -0.62, 0.3, 0.5, 0.08, 0.66, 0.26, 0.66, 0.34, -0.4, 0.5, -0.62, 0.4);
        q.poly(
                Palette.WHITE.times(0.94).as(Material.WOOD),
                -0.58,
                0.38,
                0.5,
                0.16,
                0.5,
                0.44,
                -0.58,
                0.68);
        q.poly(Palette.WHITE.times(0.88), 0.5, 0.16, 0.63, 0.36, 0.63, 0.62, 0.5, 0.44);
        q.poly(c.times(0.85), -0.62, 0.32, -0.57, 0.31, -0.57, 0.7, -0.62, 0.7);
        q.poly(c, -0.62, 0.66, 0.52, 0.42, 0.68, 0.66, -0.36, 0.96);
        q.poly(Palette.GOLD.flat(), -0.3, 0.74, 0.28, 0.61, 0.32, 0.67, -0.24, 0.82);
        q.line(c.dark().flat(), 0.015, -0.54, 0.68, -0.3, 0.92);
    }

    private static void lantern(Pen p, Ink c, Look look) {
        Ink iron = c.as(Material.METAL);
        p.arc(iron, 0, 0.84, 0.15, 0.14, 0.025, 0, 180);
        p.box(Ink.of(0xFFD98A).as(Material.GLOSS).glow(), -0.18, 0.14, 0.36, 0.58, 0.04);
        p.blob(Ink.of(0xFF9A2A).glow(), -0.06, 0.24, 0, 0.2, 0.06, 0.24, 0, 0.5);
        for (double x : new double[] {-0.19, -0.065, 0.045, 0.165}) {
            p.rect(iron, x, 0.12, 0.022, 0.62);
        }
        p.box(iron, -0.25, 0.02, 0.5, 0.13, 0.03);
        p.poly(iron, -0.25, 0.7, 0.25, 0.7, 0.1, 0.87, -0.1, 0.87);
        p.shine(Ink.of(0xFFC66A), 0, 0.42, p.night() ? 0.9 : 0.5, 0.3);
    }
}
