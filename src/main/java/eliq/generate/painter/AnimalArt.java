package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.Map;

/** Animals, seen from the side. */
final class AnimalArt {
    private static final Ink EYE = Ink.of(0x16100C).round(0.3);

    private AnimalArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("horse", new Model(1.25, 0.48, AnimalArt::horse)),
                    Map.entry("cow", new Model(1.5, 0.40, AnimalArt::cow)),
                    Map.entry("sheep", new Model(1.25, 0.38, AnimalArt::sheep)),
                    Map.entry("deer", new Model(1.0, 0.52, AnimalArt::deer)),
                    Map.entry("dog", new Model(1.25, 0.38, AnimalArt::dog)),
                    Map.entry("cat", new Model(0.85, 0.40, AnimalArt::cat)),
                    Map.entry("rabbit", new Model(0.95, 0.40, AnimalArt::rabbit)),
                    Map.entry("fox", new Model(1.6, 0.34, AnimalArt::fox)),
                    Map.entry("bear", new Model(1.4, 0.44, AnimalArt::bear)),
                    Map.entry("elephant", new Model(1.4, 0.48, AnimalArt::elephant)),
                    Map.entry("bird", new Model(1.3, 0.32, AnimalArt::bird)),
                    Map.entry("duck", new Model(1.25, 0.34, AnimalArt::duck)),
                    Map.entry("swan", new Model(1.25, 0.42, AnimalArt::swan)),
                    Map.entry("butterfly", new Model(1.25, 0.36, AnimalArt::butterfly)));

    private static Ink fur(Ink c) {
        return c.as(Material.FUR).round(0.8);
    }

    private static void legs(Pen p, Ink c, double top, double width, double... xs) {
        for (int i = 0; i < xs.length; i++) {
            p.limb(
                    c.times(i % 2 == 0 ? 0.72 : 0.98),
                    width * 1.3,
                    width,
                    xs[i],
                    top,
                    xs[i] + 0.01,
                    top * 0.5,
                    xs[i],
                    0.03);
            p.oval(c.times(0.35), xs[i] + 0.015, 0.025, width * 0.75, 0.028);
        }
    }

    private static void horse(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        Ink mane = c.times(0.4).as(Material.FUR);
        p.curve(mane, 0.08, -0.5, 0.62, -0.6, 0.45, -0.56, 0.2);
        for (double x : new double[] {-0.36, 0.3, -0.28, 0.22}) {
            boolean near = x == -0.28 || x == 0.22;
            Ink leg = f.times(near ? 1 : 0.75);
            p.limb(leg, x < 0 ? 0.18 : 0.13, 0.05, x, 0.5, x + 0.02, 0.26, x, 0.05);
            p.oval(c.times(0.3), x + 0.015, 0.03, 0.045, 0.032);
        }
        p.blob(
                f, -0.52, 0.52, -0.46, 0.67, -0.3, 0.71, 0, 0.65, 0.24, 0.72, 0.4, 0.62, 0.36, 0.44,
                0.2, 0.38, -0.1, 0.4, -0.36, 0.42);
        p.blob(f, 0.14, 0.6, 0.26, 0.8, 0.38, 0.96, 0.5, 0.92, 0.46, 0.74, 0.4, 0.56, 0.26, 0.5);
        p.blob(f, 0.38, 0.95, 0.48, 0.95, 0.6, 0.8, 0.68, 0.7, 0.64, 0.63, 0.54, 0.68, 0.42, 0.8);
        p.poly(f, 0.4, 0.92, 0.43, 1.0, 0.48, 0.91);
        p.curve(mane, 0.07, 0.44, 0.95, 0.32, 0.86, 0.2, 0.66);
        p.oval(EYE, 0.5, 0.85, 0.018, 0.018);
        p.oval(c.times(0.5), 0.63, 0.7, 0.035, 0.03);
    }

    private static void cow(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        p.curve(f.dark(), 0.035, -0.62, 0.75, -0.68, 0.5, -0.66, 0.3);
        p.oval(Ink.of(0x5B3A26), -0.66, 0.28, 0.04, 0.06);
        legs(p, f, 0.42, 0.085, -0.5, -0.4, 0.26, 0.36);
        p.oval(Ink.of(0xE8A8A0), -0.3, 0.32, 0.1, 0.07);
        p.blob(
                f, -0.64, 0.6, -0.58, 0.84, 0, 0.8, 0.4, 0.84, 0.48, 0.55, 0.3, 0.36, -0.4, 0.34,
                -0.6, 0.42);
        Ink patch = (c.r() > 0.7 ? Palette.BLACK : Palette.WHITE).as(Material.FUR).round(0.2);
        p.blob(patch, -0.4, 0.72, -0.2, 0.78, -0.12, 0.6, -0.3, 0.5);
        p.blob(patch, 0.1, 0.7, 0.3, 0.66, 0.24, 0.48, 0.06, 0.55);
        p.blob(f, 0.38, 0.86, 0.5, 0.96, 0.62, 0.92, 0.74, 0.66, 0.66, 0.56, 0.5, 0.6);
        p.oval(f.dark(), 0.4, 0.88, 0.1, 0.04, 20);
        p.curve(Ink.of(0xE8DCC0), 0.03, 0.5, 0.94, 0.46, 1.0, 0.52, 1.03);
        p.oval(Ink.of(0xE6AFA4), 0.7, 0.62, 0.07, 0.06);
        p.oval(EYE, 0.58, 0.82, 0.02, 0.022);
    }

    private static void sheep(Pen p, Ink c, Look look) {
        Ink dark = Ink.of(0x2E2724);
        legs(p, dark.times(1.3), 0.35, 0.06, -0.3, -0.2, 0.16, 0.26);
        Ink wool = c.as(Material.CRUST).round(0.9);
        for (int i = 0; i < 11; i++) {
            double t = StrictMath.toRadians(i * 360.0 / 11);
            p.oval(
                    wool.times(0.94),
                    -0.02 + 0.36 * StrictMath.cos(t),
                    0.57 + 0.22 * StrictMath.sin(t),
                    0.17,
                    0.16);
        }
        p.oval(wool, -0.02, 0.58, 0.42, 0.3);
        p.oval(dark, 0.48, 0.68, 0.13, 0.17, 25);
        p.oval(dark, 0.36, 0.78, 0.1, 0.045, -20);
        p.oval(wool, 0.42, 0.86, 0.12, 0.09);
        p.oval(Palette.WHITE, 0.5, 0.72, 0.025, 0.025);
        p.oval(EYE, 0.505, 0.72, 0.013, 0.014);
    }

    private static void deer(Pen p, Ink c, Look look) {
        Ink f = fur(c.mix(Ink.of(0xB87840), 0.5));
        legs(p, f, 0.36, 0.04, -0.3, -0.24, 0.16, 0.22);
        p.blob(f, -0.42, 0.42, -0.38, 0.55, 0, 0.52, 0.24, 0.58, 0.3, 0.42, 0.16, 0.32, -0.3, 0.3);
        p.oval(Palette.WHITE, -0.41, 0.47, 0.04, 0.05);
        p.blob(f, 0.12, 0.5, 0.22, 0.72, 0.3, 0.76, 0.36, 0.68, 0.28, 0.42);
        p.blob(f, 0.22, 0.78, 0.32, 0.8, 0.46, 0.68, 0.42, 0.63, 0.28, 0.67);
        p.oval(f.times(0.85), 0.2, 0.78, 0.07, 0.03, 160);
        Ink antler = Ink.of(0xD6BE92);
        p.curve(antler, 0.025, 0.25, 0.79, 0.18, 0.9, 0.2, 1.0);
        p.curve(antler, 0.025, 0.28, 0.8, 0.36, 0.9, 0.34, 1.0);
        p.line(antler, 0.02, 0.2, 0.88, 0.1, 0.94);
        p.line(antler, 0.02, 0.35, 0.88, 0.44, 0.94);
        p.oval(EYE, 0.34, 0.74, 0.015, 0.016);
        p.oval(EYE, 0.45, 0.67, 0.018, 0.015);
        for (int i = 0; i < 5; i++) {
            p.oval(
                    Palette.WHITE.flat().fade(0.7),
                    -0.28 + i * 0.09,
                    0.49 - 0.03 * (i % 2),
                    0.014,
                    0.012);
        }
    }

    private static void dog(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        p.curve(f, 0.08, -0.45, 0.55, -0.6, 0.7, -0.58, 0.88);
        legs(p, f, 0.36, 0.085, -0.38, -0.28, 0.16, 0.26);
        p.blob(f, -0.48, 0.42, -0.44, 0.62, 0, 0.6, 0.26, 0.66, 0.34, 0.45, 0.2, 0.32, -0.2, 0.34);
        p.blob(f, 0.1, 0.55, 0.18, 0.86, 0.34, 0.98, 0.48, 0.9, 0.46, 0.7, 0.34, 0.5);
        p.blob(f.times(1.08), 0.38, 0.82, 0.56, 0.82, 0.62, 0.74, 0.56, 0.66, 0.38, 0.66);
        p.blob(f.times(0.6), 0.14, 0.92, 0.28, 0.95, 0.28, 0.66, 0.18, 0.6);
        p.oval(EYE, 0.42, 0.84, 0.024, 0.026);
        p.oval(EYE, 0.6, 0.79, 0.038, 0.032);
        p.curve(Ink.of(0x3A2018).flat(), 0.014, 0.58, 0.71, 0.5, 0.69, 0.44, 0.71);
        p.line(Palette.named("red"), 0.05, 0.2, 0.66, 0.34, 0.58);
    }

    private static void cat(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        p.curve(f, 0.09, 0.16, 0.06, 0.4, 0.1, 0.36, 0.36);
        p.blob(f, -0.26, 0.02, -0.22, 0.35, -0.12, 0.6, 0.12, 0.6, 0.24, 0.34, 0.28, 0.02);
        p.limb(f.times(1.05), 0.1, 0.09, -0.1, 0.4, -0.1, 0.2, -0.1, 0.05);
        p.limb(f.times(1.05), 0.1, 0.09, 0.08, 0.4, 0.08, 0.2, 0.08, 0.05);
        p.poly(f, -0.25, 0.78, -0.23, 1.0, -0.06, 0.9);
        p.poly(f, 0.25, 0.78, 0.23, 1.0, 0.06, 0.9);
        p.poly(Ink.of(0xE8A8A0), -0.21, 0.84, -0.205, 0.94, -0.11, 0.89);
        p.poly(Ink.of(0xE8A8A0), 0.21, 0.84, 0.205, 0.94, 0.11, 0.89);
        p.oval(f, 0, 0.72, 0.27, 0.215);
        for (int s = -1; s <= 1; s += 2) {
            p.oval(Ink.of(0xB8D24A).as(Material.GLOSS), s * 0.105, 0.75, 0.055, 0.05);
            p.oval(EYE, s * 0.105, 0.75, 0.02, 0.045);
            for (int i = 0; i < 3; i++) {
                p.line(
                        Palette.WHITE.flat().fade(0.8),
                        0.008,
                        s * 0.08,
                        0.65,
                        s * 0.32,
                        0.69 - i * 0.05);
            }
        }
        p.poly(Ink.of(0xD98C8C), -0.03, 0.68, 0.03, 0.68, 0, 0.645);
        for (int i = 0; i < 3; i++) {
            p.line(
                    f.times(0.55).flat().fade(0.6),
                    0.02,
                    -0.06 + i * 0.06,
                    0.86,
                    -0.06 + i * 0.06,
                    0.92);
        }
    }

    private static void rabbit(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        p.oval(Palette.WHITE.as(Material.FUR), -0.38, 0.2, 0.1, 0.09);
        p.blob(f, -0.4, 0.06, -0.38, 0.36, -0.1, 0.5, 0.18, 0.4, 0.24, 0.06);
        p.oval(f.times(1.06), -0.18, 0.16, 0.18, 0.15);
        p.oval(f.times(0.95), 0.18, 0.05, 0.12, 0.05);
        p.oval(f.times(0.95), -0.16, 0.045, 0.15, 0.045);
        p.oval(f.times(0.92), 0.1, 0.82, 0.06, 0.2, 12);
        p.oval(f, 0.24, 0.8, 0.065, 0.21, -10);
        p.oval(Ink.of(0xE6B0A8), 0.24, 0.8, 0.03, 0.15, -10);
        p.oval(f, 0.24, 0.5, 0.19, 0.165);
        p.oval(EYE, 0.3, 0.54, 0.028, 0.032);
        p.oval(Ink.of(0xD98C8C), 0.42, 0.49, 0.025, 0.02);
    }

    private static void fox(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        p.blob(f, -0.4, 0.5, -0.62, 0.62, -0.84, 0.5, -0.8, 0.32, -0.55, 0.3, -0.4, 0.42);
        p.oval(Palette.WHITE.as(Material.FUR), -0.78, 0.42, 0.09, 0.1);
        legs(p, Ink.of(0x3A2418), 0.3, 0.06, -0.3, -0.22, 0.2, 0.28);
        p.blob(f, -0.46, 0.38, -0.4, 0.58, 0, 0.56, 0.3, 0.62, 0.38, 0.42, 0.2, 0.26, -0.3, 0.26);
        p.blob(Palette.WHITE.as(Material.FUR), 0.22, 0.5, 0.38, 0.5, 0.34, 0.3, 0.24, 0.28);
        p.poly(f.times(0.8), 0.26, 0.82, 0.27, 1.0, 0.4, 0.86);
        p.poly(f, 0.4, 0.84, 0.46, 1.0, 0.54, 0.82);
        p.blob(f, 0.22, 0.76, 0.38, 0.88, 0.54, 0.82, 0.78, 0.6, 0.74, 0.56, 0.44, 0.5, 0.28, 0.56);
        p.blob(
                Palette.WHITE.as(Material.FUR),
                0.4,
                0.58,
                0.6,
                0.62,
                0.75,
                0.58,
                0.6,
                0.53,
                0.45,
                0.5);
        p.oval(EYE, 0.5, 0.73, 0.024, 0.026);
        p.oval(EYE, 0.77, 0.6, 0.034, 0.03);
    }

    private static void bear(Pen p, Ink c, Look look) {
        Ink f = fur(c);
        legs(p, f, 0.36, 0.15, -0.46, -0.3, 0.2, 0.34);
        p.blob(f, -0.64, 0.45, -0.55, 0.78, -0.1, 0.86, 0.36, 0.82, 0.5, 0.5, 0.3, 0.3, -0.5, 0.28);
        p.oval(f.times(0.85), 0.36, 0.96, 0.07, 0.07);
        p.oval(f, 0.56, 0.97, 0.07, 0.07);
        p.oval(f, 0.47, 0.78, 0.2, 0.2);
        p.oval(f.mix(Ink.of(0xC79A6B), 0.6), 0.6, 0.7, 0.12, 0.095);
        p.oval(EYE, 0.67, 0.73, 0.04, 0.032);
        p.oval(EYE, 0.52, 0.83, 0.024, 0.026);
    }

    private static void elephant(Pen p, Ink c, Look look) {
        Ink f = c.as(Material.STONE).round(0.9);
        p.curve(f.dark(), 0.03, -0.6, 0.7, -0.68, 0.5, -0.64, 0.36);
        for (double x : new double[] {-0.44, -0.26, 0.1, 0.26}) {
            p.box(f.times(x == -0.26 || x == 0.26 ? 1 : 0.75), x - 0.09, 0, 0.18, 0.45, 0.05);
        }
        p.blob(f, -0.62, 0.5, -0.56, 0.86, -0.1, 0.96, 0.3, 0.9, 0.4, 0.5, 0.2, 0.32, -0.5, 0.32);
        p.limb(f.times(0.97), 0.2, 0.08, 0.5, 0.66, 0.62, 0.46, 0.6, 0.24, 0.66, 0.12);
        p.oval(f, 0.4, 0.76, 0.24, 0.24);
        p.curve(Palette.WHITE, 0.05, 0.5, 0.56, 0.62, 0.48, 0.72, 0.52);
        p.blob(f.times(0.88), 0.08, 0.9, 0.3, 0.96, 0.34, 0.7, 0.26, 0.46, 0.08, 0.5, 0, 0.7);
        p.oval(EYE, 0.5, 0.82, 0.022, 0.024);
    }

    private static void bird(Pen p, Ink c, Look look) {
        p.poly(c.dark(), -0.3, 0.5, -0.66, 0.42, -0.62, 0.56);
        p.line(Ink.of(0xB86A2A), 0.03, -0.02, 0.26, -0.02, 0.02, 0.08, 0.02);
        p.line(Ink.of(0xB86A2A), 0.03, 0.12, 0.26, 0.12, 0.02, 0.22, 0.02);
        p.blob(
                c.as(Material.FUR).round(0.9),
                -0.4,
                0.52,
                -0.1,
                0.72,
                0.2,
                0.94,
                0.42,
                0.9,
                0.46,
                0.62,
                0.32,
                0.34,
                0.05,
                0.22,
                -0.2,
                0.32);
        p.blob(
                Ink.of(0xF3E4CC).as(Material.FUR),
                0.18,
                0.6,
                0.4,
                0.6,
                0.3,
                0.36,
                0.1,
                0.27,
                0.06,
                0.4);
        p.blob(
                c.times(0.7).as(Material.FUR),
                -0.44,
                0.46,
                -0.1,
                0.66,
                0.14,
                0.6,
                0.08,
                0.42,
                -0.16,
                0.36);
        p.poly(Ink.of(0xF2A52A), 0.44, 0.84, 0.64, 0.76, 0.45, 0.72);
        p.oval(Palette.WHITE, 0.34, 0.82, 0.045, 0.045);
        p.oval(EYE, 0.35, 0.82, 0.028, 0.028);
    }

    private static void duck(Pen p, Ink c, Look look) {
        Ink f = c.as(Material.FUR).round(0.9);
        p.blob(
                f, -0.62, 0.5, -0.45, 0.36, -0.4, 0.12, 0, 0.04, 0.36, 0.12, 0.42, 0.36, 0.2, 0.48,
                -0.2, 0.42);
        p.blob(f, 0.12, 0.4, 0.16, 0.74, 0.36, 0.74, 0.38, 0.3);
        p.oval(
                c.r() > 0.85 && c.b() > 0.7 ? f : Ink.of(0x1E6B43).as(Material.GLOSS),
                0.28,
                0.8,
                0.17,
                0.18);
        p.blob(f.times(0.85), -0.4, 0.36, -0.1, 0.42, 0.14, 0.34, 0, 0.18, -0.28, 0.2);
        p.blob(Ink.of(0xF29A1E), 0.4, 0.84, 0.62, 0.78, 0.62, 0.72, 0.4, 0.7);
        p.oval(EYE, 0.33, 0.86, 0.026, 0.028);
        p.line(Palette.WHITE.flat(), 0.03, 0.16, 0.61, 0.38, 0.6);
    }

    private static void swan(Pen p, Ink c, Look look) {
        Ink f = Palette.WHITE.mix(c, c.r() < 0.5 ? 1 : 0).as(Material.FUR).round(0.9);
        p.blob(f, -0.62, 0.48, -0.5, 0.2, -0.2, 0.04, 0.3, 0.06, 0.46, 0.26, 0.2, 0.4, -0.2, 0.4);
        p.limb(f, 0.15, 0.09, 0.34, 0.22, 0.46, 0.42, 0.26, 0.62, 0.26, 0.84, 0.4, 0.9);
        p.oval(f, 0.4, 0.89, 0.09, 0.07);
        p.poly(Ink.of(0xF08A24), 0.46, 0.92, 0.62, 0.84, 0.46, 0.84);
        p.oval(EYE, 0.46, 0.89, 0.022, 0.022);
        p.blob(f.times(0.92), -0.62, 0.56, -0.2, 0.52, 0.2, 0.36, 0, 0.2, -0.4, 0.24);
    }

    private static void butterfly(Pen p, Ink c, Look look) {
        for (int s = -1; s <= 1; s += 2) {
            Pen q = p.stretched(s, 1);
            q.blob(Palette.BLACK, 0.02, 0.5, 0.2, 0.9, 0.56, 0.98, 0.62, 0.72, 0.4, 0.5);
            q.blob(c.round(0.4), 0.05, 0.54, 0.22, 0.84, 0.51, 0.91, 0.55, 0.73, 0.36, 0.56);
            q.blob(Palette.BLACK, 0.02, 0.5, 0.36, 0.48, 0.46, 0.24, 0.26, 0.04, 0.08, 0.22);
            q.blob(
                    c.times(0.9).round(0.4),
                    0.05,
                    0.45,
                    0.32,
                    0.43,
                    0.39,
                    0.26,
                    0.25,
                    0.11,
                    0.11,
                    0.25);
            q.oval(Palette.WHITE, 0.5, 0.86, 0.03, 0.03);
            q.oval(Palette.named("yellow"), 0.27, 0.26, 0.05, 0.05);
            q.curve(Palette.BLACK, 0.018, 0, 0.75, 0.08, 0.9, 0.14, 0.94);
        }
        p.limb(Palette.BLACK.as(Material.FUR), 0.09, 0.05, 0, 0.76, 0, 0.5, 0, 0.2);
    }
}
