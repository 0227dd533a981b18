package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.PersonArt.Kind;
import java.util.List;

/** What people hold, play, fly and kick, and the tools of their trade. */
final class HeldArt {
    private HeldArt() {}

    /**
     * @param front whether the part before the body is drawn, or the one behind it
     */
    static void draw(Pen p, Ink c, Look look, Kind kind, String action, boolean front) {
        String what =
                look.held()
                        .orElse(
                                kind == Kind.MUSICIAN
                                        ? "guitar"
                                        : action.equals("read")
                                                ? "book"
                                                : action.equals("fly")
                                                        ? "kite"
                                                        : action.equals("kick") ? "ball" : "");
        Ink ink =
                look.held().isPresent()
                        ? look.heldInk()
                        : Palette.named(
                                what.equals("book")
                                        ? "red"
                                        : what.equals("ball")
                                                ? "white"
                                                : what.equals("kite") ? "yellow" : "brown");
        if (front) {
            switch (kind) {
                case CHEF -> {
                    Atlas.draw(
                            "soup", p.at(0.02, 0.5, 0.16, 0), Palette.named("orange"), Atlas.PLAIN);
                    p.poly(
                            Palette.WHITE.times(0.97).as(Material.FABRIC),
                            -0.08,
                            0.5,
                            0.08,
                            0.5,
                            0.11,
                            0.28,
                            -0.11,
                            0.28);
                }
                case ARTIST -> {
                    p.line(Palette.WOOD, 0.025, 0.28, 0, 0.38, 0.86);
                    p.line(Palette.WOOD, 0.025, 0.52, 0, 0.42, 0.86);
                    p.box(Palette.WHITE, 0.22, 0.4, 0.36, 0.42, 0.005);
                    p.blob(Palette.named("blue").flat(), 0.25, 0.6, 0.4, 0.78, 0.54, 0.64);
                    p.blob(Palette.named("green").flat(), 0.25, 0.44, 0.4, 0.58, 0.55, 0.45);
                    p.oval(Palette.named("yellow").flat(), 0.48, 0.74, 0.035, 0.035);
                    p.oval(Palette.WOOD.light(), -0.15, 0.47, 0.075, 0.045);
                    for (int i = 0; i < 4; i++) {
                        p.oval(
                                Palette.named(List.of("red", "blue", "yellow", "green").get(i))
                                        .flat(),
                                -0.19 + i * 0.027,
                                0.48,
                                0.011,
                                0.011);
                    }
                }
                case FOOTBALLER ->
                        Atlas.draw("ball", p.at(0.34, 0.0, 0.13, 0), Palette.WHITE, Atlas.PLAIN);
                case SKIER -> {
                    p.line(Palette.BLACK, 0.012, 0.3, 0.54, 0.36, 0.02);
                    p.line(Palette.BLACK, 0.012, -0.08, 0.52, -0.2, 0.02);
                }
                default -> {}
            }
        }
        switch (what) {
            case "umbrella" -> {
                if (front) {
                    Atlas.draw(
                            "umbrella",
                            p.at(0.28, 0.66, 0.56, 0).stretched(1.15, 1),
                            ink,
                            Atlas.PLAIN);
                }
            }
            case "guitar" -> {
                if (front) {
                    Atlas.draw("guitar", p.at(-0.16, 0.46, 0.56, -62), ink, Atlas.PLAIN);
                }
            }
            case "violin" -> {
                if (front) {
                    Atlas.draw("violin", p.at(0.02, 0.74, 0.34, -80), ink, Atlas.PLAIN);
                    p.line(Palette.WOOD, 0.012, 0.06, 0.62, 0.3, 0.9);
                }
            }
            case "drum" -> {
                if (front) {
                    Atlas.draw("drum", p.at(0.03, 0.3, 0.26, 0), ink, Atlas.PLAIN);
                }
            }
            case "book", "newspaper" -> {
                if (front) {
                    p.poly(
                            Palette.WHITE,
                            -0.1,
                            0.56,
                            0.01,
                            0.54,
                            0.12,
                            0.56,
                            0.12,
                            0.71,
                            0.01,
                            0.69,
                            -0.1,
                            0.71);
                    p.poly(ink, -0.115, 0.55, 0.01, 0.52, 0.01, 0.67, -0.115, 0.7);
                    p.poly(ink.times(0.9), 0.01, 0.52, 0.135, 0.55, 0.135, 0.7, 0.01, 0.67);
                }
            }
            case "kite" -> {
                if (front) {
                    p.curve(Palette.WHITE.flat(), 0.008, 0.28, 0.72, 0.42, 0.9, 0.5, 1.14);
                    Atlas.draw("kite", p.at(0.52, 0.98, 0.46, 0), ink, Atlas.PLAIN);
                }
            }
            case "ball" -> {
                if (front) {
                    Atlas.draw(
                            "ball",
                            action.equals("kick")
                                    ? p.at(0.36, 0, 0.18, 0)
                                    : p.at(0.29, 0.68, 0.17, 0),
                            ink,
                            Atlas.PLAIN);
                }
            }
            case "backpack" -> {
                if (!front) {
                    p.box(ink.as(Material.FABRIC), -0.26, 0.5, 0.19, 0.3, 0.06);
                    p.line(ink.dark(), 0.025, -0.06, 0.8, -0.08, 0.55);
                }
            }
            case "" -> {}
            case "bicycle", "horse", "motorcycle" -> {}
            default -> {
                if (front) {
                    boolean air = what.equals("balloon");
                    double size = air ? 0.62 : 0.3;
                    Atlas.draw(what, p.at(0.29, air ? 0.7 : 0.5, size, 0), ink, Atlas.PLAIN);
                }
            }
        }
    }
}
