package eliq.generate.painter;

/** Fields, woods, mountains, shores and water. */
final class CountryScenery extends Scenery {

    CountryScenery(Brush brush, Setting setting, SeededRandom random) {
        super(brush, setting, random);
    }

    @Override
    void place() {
        switch (setting.place()) {
            case "park" -> park();
            case "forest" -> forest();
            case "beach" -> beach();
            case "mountains" -> mountains();
            case "desert" -> desert();
            case "lake", "sea", "harbour" -> water();
            default -> meadow();
        }
    }

    private void meadow() {
        hills();
        treeLine(far * 0.7, 0.10, 9);
        grass();
        flowers(70);
    }

    private void park() {
        treeLine(far, 0.2, 8);
        grass();
        brush.haze(haze, 0.1);
        double bend = random.between(-0.2, 0.2);
        Ink path =
                Ink.of(setting.weather().equals("snow") ? 0xD8D3CC : 0xCDB88F)
                        .as(Material.STONE)
                        .round(0.05);
        pen.blob(
                path,
                -0.03 + bend,
                0,
                0.03 + bend,
                0,
                0.16,
                -0.2,
                0.42,
                -0.52,
                -0.3,
                -0.52,
                -0.1,
                -0.2);
        brush.haze(haze, 0.12);
        Atlas.draw("tree", pen.at(-half * 0.86, -0.05, 0.46, 0), leaf(), Atlas.PLAIN);
        Atlas.draw("tree", pen.at(half * 0.92, -0.03, 0.38, 0), leaf(), Atlas.PLAIN);
        flowers(40);
    }

    private void forest() {
        boolean snow = setting.weather().equals("snow");
        brush.haze(haze, far);
        for (int layer = 0; layer < 3; layer++) {
            double depth = Math.max(0, far + 0.15 - layer * 0.2);
            brush.haze(haze.mix(Ink.of(0x5C7A50), 0.5), depth);
            for (int i = 0; i < 14 - layer * 2; i++) {
                pen.oval(
                        leaf().times(0.55 + 0.12 * layer),
                        random.between(-half, half),
                        random.between(0.1, 0.56),
                        0.16,
                        0.12);
            }
            for (int i = 0; i < 8 - layer; i++) {
                double x = random.between(-half, half);
                double w = 0.018 + 0.016 * layer;
                pen.poly(
                        Ink.of(0x57402C).as(Material.WOOD),
                        x - w,
                        -0.03 - 0.02 * layer,
                        x + w,
                        -0.03 - 0.02 * layer,
                        x + w * 0.6,
                        0.7,
                        x - w * 0.6,
                        0.7);
            }
        }
        if (snow) {
            grass();
        } else {
            ground().paint(
                            Ground.Kind.EARTH,
                            Ink.of(0x3C3A20),
                            Ink.of(0x7C8040),
                            setting.horizon(),
                            1,
                            haze.mix(Ink.of(0x5C7A50), 0.5),
                            0.5);
        }
        brush.haze(haze, 0.05);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * half * random.between(0.86, 0.98);
            pen.limb(
                    Ink.of(0x4A3524).as(Material.WOOD),
                    0.12,
                    0.08,
                    x,
                    -0.14,
                    x - side * 0.01,
                    0.2,
                    x + side * 0.02,
                    0.62);
            for (int i = 0; i < 5; i++) {
                pen.oval(
                        leaf().times(0.8),
                        x + random.between(-0.15, 0.12),
                        random.between(0.38, 0.58),
                        0.15,
                        0.09);
            }
        }
        if (setting.time().equals("day")) {
            double lx = canvas.width * (brush.light().fromLeft() ? 0.3 : 0.7);
            canvas.spot(
                    lx,
                    canvas.height * 0.25,
                    canvas.width * 0.4,
                    canvas.height * 0.45,
                    Ink.of(0xFFF2B8),
                    0.22,
                    true);
        }
    }

    private void beach() {
        double h = setting.horizon();
        Ink deep = Ink.of(setting.time().equals("night") ? 0x16324E : 0x1F6F9C);
        ground().water(Ink.of(0x4FB3C4), deep, haze, h, h + 0.17, 0.5);
        ground().paint(
                        Ground.Kind.SAND,
                        Ink.of(0xC9A877),
                        Ink.of(0xF0DDB2),
                        h + 0.13,
                        1,
                        haze,
                        0.1);
        pen.curve(
                Palette.WHITE.fade(0.8).round(0.2),
                0.018,
                -half,
                -0.135,
                -half * 0.4,
                -0.15,
                0,
                -0.13,
                half * 0.5,
                -0.152,
                half,
                -0.14);
        brush.haze(haze, 0.15);
        Atlas.draw("palm", pen.at(-half * 0.84, -0.17, 0.52, 0), Palette.LEAF, Atlas.PLAIN);
    }

    private void mountains() {
        brush.haze(haze, far);
        for (int i = 0; i < 5; i++) {
            double x = -half + half * 0.5 * i + random.between(-0.06, 0.06);
            double tall = random.between(0.22, 0.42);
            double w = tall * random.between(0.75, 1.0);
            Ink rock = Ink.of(0x6C7586).as(Material.STONE).round(0.5);
            pen.poly(
                    rock,
                    x - w,
                    -0.03,
                    x - w * 0.55,
                    tall * 0.42,
                    x - w * 0.2,
                    tall * 0.8,
                    x,
                    tall,
                    x + w * 0.26,
                    tall * 0.72,
                    x + w * 0.5,
                    tall * 0.5,
                    x + w,
                    -0.03);
            pen.poly(
                    Ink.of(0xF4F7FB).round(0.3),
                    x - w * 0.24,
                    tall * 0.76,
                    x,
                    tall,
                    x + w * 0.28,
                    tall * 0.71,
                    x + w * 0.16,
                    tall * 0.75,
                    x + w * 0.06,
                    tall * 0.64,
                    x - w * 0.06,
                    tall * 0.73,
                    x - w * 0.14,
                    tall * 0.66);
        }
        ridge(Ink.of(0x3F6650).as(Material.LEAF).round(0.2), 0, 0.07, 3, far * 0.8);
        treeLine(far * 0.6, 0.09, 12);
        grass();
        flowers(40);
    }

    private void desert() {
        ridge(Ink.of(0xB98A5E).round(0.5), 0.02, 0.14, 1.4, far + 0.15);
        ridge(Ink.of(0xD9A566).round(0.6), -0.01, 0.09, 1.1, far);
        ground().paint(
                        Ground.Kind.SAND,
                        Ink.of(0xB97F45),
                        Ink.of(0xECC587),
                        setting.horizon(),
                        1,
                        haze,
                        0.4);
    }

    private void water() {
        double h = setting.horizon();
        boolean sea = setting.place().equals("sea");
        if (!sea) {
            ridge(Ink.of(0x5F7A80).round(0.3), 0.02, 0.16, 2.0, far + 0.25);
            treeLine(far, 0.09, 13);
        }
        if (setting.place().equals("harbour")) {
            facades(0.16, 0.26, far * 0.7);
        }
        boolean night = setting.time().equals("night");
        ground().water(
                        Ink.of(night ? 0x2A4A68 : 0x4C98A8),
                        Ink.of(night ? 0x12283E : 0x1C5A80),
                        haze,
                        h,
                        1,
                        sea ? 0.75 : 0.45);
        if (setting.place().equals("harbour")) {
            brush.haze(haze, 0.1);
            pen.box(
                    Ink.of(0x8A8378).as(Material.STONE),
                    -half - 0.05,
                    -0.02,
                    2 * half + 0.1,
                    0.045,
                    0.004);
            for (int i = 0; i < 9; i++) {
                double x = random.between(-half, half);
                pen.line(Palette.WOOD.dark(), 0.008, x, 0, x, random.between(0.14, 0.26));
            }
        }
    }
}
