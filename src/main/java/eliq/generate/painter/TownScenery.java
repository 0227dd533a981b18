package eliq.generate.painter;

import java.util.List;

/** Streets, squares and gatherings. */
final class TownScenery extends Scenery {

    TownScenery(Brush brush, Setting setting, SeededRandom random) {
        super(brush, setting, random);
    }

    @Override
    void place() {
        switch (setting.place()) {
            case "street" -> street();
            case "square" -> square();
            case "skyline" -> skyline();
            case "fairground" -> fairground();
            default -> stadium();
        }
    }

    private void street() {
        facades(0.30, 0.50, 0.22);
        double h = setting.horizon();
        boolean snow = setting.weather().equals("snow");
        ground().paint(
                        Ground.Kind.ASPHALT,
                        Ink.of(snow ? 0xA9B0BA : 0x44464C),
                        Ink.of(snow ? 0xE9EDF2 : 0x74767A),
                        h,
                        1,
                        haze,
                        0.35);
        brush.haze(haze, 0.05);
        Ink kerb = Ink.of(0xA9A59C).as(Material.STONE).round(0.05);
        pen.poly(kerb, -half - 0.01, 0, half + 0.01, 0, half + 0.01, -0.075, -half - 0.01, -0.075);
        pen.rect(kerb.dark().flat(), -half - 0.01, -0.083, 2 * half + 0.02, 0.01);
        for (int i = 0; i < 5; i++) {
            double x = -half + i * 0.28 + 0.02;
            pen.poly(
                    Palette.WHITE.times(0.9).flat(),
                    x,
                    -0.3,
                    x + 0.15,
                    -0.3,
                    x + 0.13,
                    -0.28,
                    x - 0.01 + 0.01,
                    -0.28);
        }
    }

    private void square() {
        facades(0.28, 0.44, 0.26);
        boolean snow = setting.weather().equals("snow");
        ground().paint(
                        Ground.Kind.COBBLES,
                        Ink.of(snow ? 0xA8AFBA : 0x6F6A64),
                        Ink.of(snow ? 0xF0F3F7 : 0xB3ACA1),
                        setting.horizon(),
                        1,
                        haze,
                        0.3);
    }

    private void skyline() {
        brush.haze(haze, far + 0.1);
        List<Integer> inks = List.of(0x5F7488, 0x7A8794, 0x4F6378, 0x8E8F92, 0x6A6F86);
        for (int layer = 0; layer < 2; layer++) {
            brush.haze(haze, far + 0.15 - layer * 0.25);
            double x = -half - 0.03;
            while (x < half) {
                double w = random.between(0.08, 0.16);
                front(x, w, random.between(0.18, 0.44 - 0.1 * layer), Ink.of(random.pick(inks)));
                x += w + random.between(0, 0.03);
            }
        }
        ground().paint(
                        Ground.Kind.ASPHALT,
                        Ink.of(0x585B61),
                        Ink.of(0x8C8F93),
                        setting.horizon(),
                        1,
                        haze,
                        0.35);
    }

    private void fairground() {
        treeLine(far, 0.16, 8);
        brush.haze(haze, 0.3);
        List<String> inks = List.of("red", "blue", "yellow", "green", "orange");
        for (int i = 0; i < 4; i++) {
            double x = -half + half * 0.58 * i + 0.1;
            Atlas.draw(
                    "tent",
                    pen.at(x, -0.02, random.between(0.16, 0.24), 0),
                    Palette.named(inks.get(i)),
                    Atlas.PLAIN);
        }
        grass();
        brush.haze(haze, 0);
        for (int row = 0; row < 2; row++) {
            double y = 0.46 - row * 0.1;
            double sag = 0.06;
            pen.curve(Palette.BLACK.flat(), 0.004, -half, y, 0, y - sag, half, y);
            for (int i = 0; i < 13; i++) {
                double t = (i + 0.5) / 13 * 2 - 1;
                double fy = y - sag * (1 - t * t);
                pen.poly(
                        Palette.named(inks.get((i + row) % 5)),
                        t * half - 0.022,
                        fy,
                        t * half + 0.022,
                        fy,
                        t * half,
                        fy - 0.05);
                if (setting.time().equals("night")) {
                    pen.shine(Ink.of(0xFFDF9A), t * half, fy, 0.06, 0.5);
                }
            }
        }
    }

    private void stadium() {
        brush.haze(haze, 0.25);
        pen.rect(Ink.of(0x6B7683), -half - 0.05, -0.03, 2 * half + 0.1, 0.26);
        List<String> inks = List.of("red", "white", "blue", "yellow", "grey", "black");
        for (int r = 0; r < 6; r++) {
            for (int i = 0; i < 44; i++) {
                pen.oval(
                        Palette.named(random.pick(inks)).flat(),
                        -half + i * 0.0235 + 0.01 * (r & 1),
                        0.03 + r * 0.032,
                        0.008,
                        0.011);
            }
        }
        pen.rect(Palette.WHITE.flat(), -half - 0.05, -0.03, 2 * half + 0.1, 0.045);
        grass();
        brush.haze(haze, 0);
        pen.line(Palette.WHITE.flat().fade(0.9), 0.008, -half, -0.06, half, -0.06);
        pen.line(Palette.WHITE.flat().fade(0.9), 0.012, -half, -0.3, half, -0.3);
    }
}
