package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.List;
import java.util.Map;

/** People, with what they wear and do. */
final class PersonArt {
    private PersonArt() {}

    static final Map<String, Model> MODELS =
            Map.ofEntries(
                    Map.entry("man", new Model(0.46, 0.64, (p, c, l) -> figure(p, c, l, Kind.MAN))),
                    Map.entry(
                            "woman",
                            new Model(0.46, 0.62, (p, c, l) -> figure(p, c, l, Kind.WOMAN))),
                    Map.entry("boy", new Model(0.5, 0.50, (p, c, l) -> figure(p, c, l, Kind.BOY))),
                    Map.entry(
                            "girl", new Model(0.5, 0.50, (p, c, l) -> figure(p, c, l, Kind.GIRL))),
                    Map.entry(
                            "dancer",
                            new Model(0.66, 0.62, (p, c, l) -> figure(p, c, l, Kind.DANCER))),
                    Map.entry(
                            "runner",
                            new Model(0.58, 0.60, (p, c, l) -> figure(p, c, l, Kind.RUNNER))),
                    Map.entry(
                            "chef", new Model(0.46, 0.66, (p, c, l) -> figure(p, c, l, Kind.CHEF))),
                    Map.entry(
                            "musician",
                            new Model(0.56, 0.62, (p, c, l) -> figure(p, c, l, Kind.MUSICIAN))),
                    Map.entry(
                            "artist",
                            new Model(0.86, 0.62, (p, c, l) -> figure(p, c, l, Kind.ARTIST))),
                    Map.entry(
                            "footballer",
                            new Model(0.7, 0.60, (p, c, l) -> figure(p, c, l, Kind.FOOTBALLER))),
                    Map.entry(
                            "skier",
                            new Model(0.8, 0.58, (p, c, l) -> figure(p, c, l, Kind.SKIER))));

    enum Kind {
        MAN,
        WOMAN,
        BOY,
        GIRL,
        DANCER,
        RUNNER,
        CHEF,
        MUSICIAN,
        ARTIST,
        FOOTBALLER,
        SKIER
    }

    private static void figure(Pen p, Ink c, Look look, Kind kind) {
        String action = look.action().orElse(kind == Kind.SKIER ? "ski" : "stand");
        Pose pose = Pose.of(action);
        Pen q = p;
        if (action.equals("ride")) {
            boolean horse = look.holds("horse");
            if (horse) {
                Atlas.draw("horse", p.at(0, 0, 0.66, 0), look.heldInk(), Atlas.PLAIN);
            } else {
                Atlas.draw(
                        "bicycle",
                        p.at(0, 0, 0.5, 0),
                        look.holds("bicycle") || look.holds("motorcycle")
                                ? look.heldInk()
                                : Palette.named("red"),
                        Atlas.PLAIN);
            }
            q = p.at(-0.06, horse ? 0.26 : 0.10, horse ? 0.72 : 0.86, -6);
        } else if (action.equals("sit")) {
            p.box(Palette.WOOD, -0.22, 0.2, 0.5, 0.06, 0.01);
            p.rect(Palette.WOOD.dark(), -0.18, 0, 0.05, 0.2);
            p.rect(Palette.WOOD.dark(), 0.2, 0, 0.05, 0.2);
        }
        q = q.at(0, Math.max(0, pose.lift()), 1, 0);
        body(q, c, look, kind, action, pose);
    }

    private static void body(Pen p, Ink c, Look look, Kind kind, String action, Pose pose) {
        SeededRandom r = p.random();
        Ink skin = Palette.skin(r);
        Ink hair = Palette.hair(r);
        boolean child = kind == Kind.BOY || kind == Kind.GIRL;
        boolean skirt = kind == Kind.WOMAN || kind == Kind.GIRL || kind == Kind.DANCER;
        double drop = action.equals("sit") ? -0.18 : 0;
        double big = child ? 1.3 : 1;
        Ink top = c.as(Material.FABRIC);
        Ink trousers =
                Ink.of(r.pick(List.of(0x3A4560, 0x4A4038, 0x5B6068, 0x2E3238))).as(Material.FABRIC);
        if (kind == Kind.RUNNER || kind == Kind.FOOTBALLER) {
            trousers = Palette.WHITE.as(Material.FABRIC);
        }
        Ink legs = skirt || kind == Kind.RUNNER || kind == Kind.FOOTBALLER ? skin : trousers;
        Ink shoes = Ink.of(r.pick(List.of(0x2B2422, 0x6B3A22, 0xE8E4DC))).round(0.6);
        if (kind == Kind.SKIER) {
            p.line(
                    Palette.named("yellow").as(Material.GLOSS),
                    0.03,
                    -0.4,
                    0.03,
                    0.4,
                    0.01,
                    0.47,
                    0.05);
            legs = trousers;
        }
        leg(p, legs, shoes, pose.leftLeg(), 0.92);
        leg(p, legs, shoes, pose.rightLeg(), 1);
        arm(p, top, skin, pose.leftArm(), 0.9);
        Pen t = p.at(0, drop, 1, 0);
        hairBack(t, hair, kind, big);
        if (skirt) {
            t.blob(top, -0.09, 0.53, 0.09, 0.53, 0.17, 0.27, 0.05, 0.24, -0.05, 0.24, -0.17, 0.27);
            if (kind == Kind.DANCER) {
                t.blob(
                        top.light(),
                        -0.1,
                        0.55,
                        0.1,
                        0.55,
                        0.32,
                        0.4,
                        0.15,
                        0.37,
                        -0.15,
                        0.37,
                        -0.32,
                        0.4);
            }
        } else if (legs == skin) {
            t.blob(
                    trousers, -0.11, 0.54, 0.11, 0.54, 0.14, 0.36, 0.01, 0.37, 0, 0.4, -0.01, 0.37,
                    -0.14, 0.36);
        }
        t.blob(
                top, -0.135, 0.79, -0.05, 0.825, 0.05, 0.825, 0.135, 0.79, 0.125, 0.66, 0.105, 0.47,
                -0.105, 0.47, -0.125, 0.66);
        t.line(skin, 0.055, 0, 0.8, 0, 0.86);
        HeldArt.draw(t, c, look, kind, action, false);
        t.oval(skin.round(0.8), 0, 0.905, 0.062 * big, 0.078 * big);
        face(t, skin, hair, kind, big);
        arm(p, top, skin, pose.rightArm(), 1.06);
        HeldArt.draw(t, c, look, kind, action, true);
    }

    private static void leg(Pen p, Ink ink, Ink shoes, double[] j, double shade) {
        p.limb(ink.times(shade), 0.105, 0.065, j);
        int n = j.length;
        p.oval(shoes.times(shade), j[n - 2] + 0.03, j[n - 1], 0.062, 0.028);
    }

    private static void arm(Pen p, Ink sleeve, Ink skin, double[] j, double shade) {
        p.limb(sleeve.times(shade), 0.072, 0.052, j);
        p.oval(skin.times(shade), j[4], j[5], 0.03, 0.032);
    }

    private static void hairBack(Pen p, Ink hair, Kind kind, double big) {
        if (kind == Kind.WOMAN || kind == Kind.GIRL) {
            p.blob(
                    hair,
                    -0.08 * big,
                    0.92,
                    0,
                    0.995,
                    0.08 * big,
                    0.92,
                    0.09 * big,
                    0.76,
                    0,
                    0.74,
                    -0.09 * big,
                    0.76);
        } else if (kind == Kind.DANCER) {
            p.oval(hair, 0, 0.995, 0.035, 0.03);
        }
    }

    private static void face(Pen p, Ink skin, Ink hair, Kind kind, double big) {
        double y = 0.905;
        p.blob(
                hair,
                -0.066 * big,
                y + 0.005,
                -0.06 * big,
                y + 0.06 * big,
                0,
                y + 0.09 * big,
                0.06 * big,
                y + 0.06 * big,
                0.066 * big,
                y + 0.005,
                0.045 * big,
                y + 0.04 * big,
                0,
                y + 0.05 * big,
                -0.045 * big,
                y + 0.04 * big);
        Ink eye = Ink.of(0x201510).flat();
        p.oval(eye, -0.022 * big, y + 0.005, 0.008 * big, 0.009 * big);
        p.oval(eye, 0.022 * big, y + 0.005, 0.008 * big, 0.009 * big);
        p.curve(
                Ink.of(0xA84A42).flat(),
                0.009,
                -0.018 * big,
                y - 0.035 * big,
                0,
                y - 0.042 * big,
                0.018 * big,
                y - 0.035 * big);
        p.oval(skin.dark().flat().fade(0.5), 0, y - 0.012, 0.007, 0.011);
        switch (kind) {
            case CHEF -> {
                p.box(Palette.WHITE.as(Material.FABRIC), -0.06, 0.955, 0.12, 0.06, 0.01);
                p.blob(
                        Palette.WHITE.as(Material.FABRIC),
                        -0.06,
                        1.0,
                        -0.1,
                        1.05,
                        -0.04,
                        1.1,
                        0.04,
                        1.1,
                        0.1,
                        1.05,
                        0.06,
                        1.0);
            }
            case ARTIST ->
                    p.oval(
                            Palette.named("red").dark().as(Material.FABRIC),
                            0.01,
                            0.985,
                            0.085,
                            0.025,
                            8);
            case SKIER -> {
                p.dome(Palette.named("yellow").as(Material.GLOSS), 0, 0.93, 0.072, 0.075);
                p.box(Palette.BLACK.as(Material.GLOSS), -0.05, 0.9, 0.1, 0.03, 0.012);
            }
            case RUNNER -> p.rect(Palette.WHITE, -0.062, 0.94, 0.124, 0.018);
            default -> {}
        }
    }
}
