package eliq.generate.painter;

import java.util.List;

/** Streets, fields, woods, mountains and water. */
final class OutdoorBackdrop implements Backdrop {
    private static final Ink GRASS_DARK = Ink.of(0x3F6B2A);
    private static final Ink GRASS_LIGHT = Ink.of(0x86AE4C);

    @Override
    public void paint(Brush brush, Setting setting, SeededRandom random) {
        new Painting(brush, setting, random).paint();
    }

    private static final class Painting {
        private final Brush brush;
        private final Canvas canvas;
        private final Setting setting;
        private final SeededRandom random;
        private final Sky sky;
        private final Ink haze;
        private final Pen pen;
        private final double half;
        private final double far;

        Painting(Brush brush, Setting setting, SeededRandom random) {
            this.brush = brush;
            this.canvas = brush.canvas();
            this.setting = setting;
            this.random = random;
            this.sky = new Sky(brush, setting, random.fork(1));
            this.haze = sky.horizon();
            double h = canvas.height;
            this.half = canvas.width / h / 2;
            this.pen =
                    Pen.at(
                            brush,
                            new Warp(brush.noise(), 0, 0),
                            random,
                            canvas.width / 2.0,
                            setting.horizon() * h,
                            h,
                            false);
            this.far = setting.weather().equals("fog") ? 0.75 : 0.42;
        }

        void paint() {
            sky.paint(setting.horizon(), brush.light().fromLeft());
            brush.contactShadow(0.1);
            switch (setting.place()) {
                case "street" -> street();
                case "square" -> square();
                case "skyline" -> skyline();
                case "park" -> park();
                case "forest" -> forest();
                case "beach" -> beach();
                case "mountains" -> mountains();
                case "desert" -> desert();
                case "lake", "sea", "harbour" -> water();
                case "fairground" -> fairground();
                case "stadium" -> stadium();
                default -> meadow();
            }
            brush.haze(haze, 0);
            brush.contactShadow(0.2);
        }

        private Ground ground() {
            return new Ground(brush, random.fork(2));
        }

        private void grass() {
            if (setting.weather().equals("snow")) {
                ground().paint(
                                Ground.Kind.SNOW,
                                Ink.of(0xBFCBDD),
                                Ink.of(0xFBFCFF),
                                setting.horizon(),
                                1,
                                haze,
                                0.5);
            } else {
                ground().paint(
                                Ground.Kind.GRASS,
                                GRASS_DARK,
                                GRASS_LIGHT,
                                setting.horizon(),
                                1,
                                haze,
                                0.7);
            }
        }

        /** A ridge across the picture. */
        private void ridge(Ink ink, double base, double height, double roughness, double depth) {
            brush.haze(haze, depth);
            int n = 48;
            double[] xy = new double[2 * (n + 3)];
            double o = random.between(0, 500);
            for (int i = 0; i <= n; i++) {
                double x = -half * 1.02 + 2.04 * half * i / n;
                double y =
                        base + height * (0.55 + 0.75 * brush.noise().smooth(i * roughness + o, o));
                xy[2 * i] = x;
                xy[2 * i + 1] = Math.max(base - 0.02, y);
            }
            xy[2 * n + 2] = half * 1.02;
            xy[2 * n + 3] = -0.06;
            xy[2 * n + 4] = -half * 1.02;
            xy[2 * n + 5] = -0.06;
            pen.poly(ink, xy);
        }

        private void hills() {
            boolean snow = setting.weather().equals("snow");
            ridge(Ink.of(snow ? 0xC6D0DE : 0x5E7F63).round(0.3), 0.02, 0.12, 2.2, far + 0.2);
            ridge(
                    Ink.of(snow ? 0xDDE4EE : 0x5B8246).as(Material.LEAF).round(0.2),
                    0.0,
                    0.07,
                    2.8,
                    far);
        }

        private void treeLine(double depth, double tall, int count) {
            brush.haze(haze, depth);
            for (int i = 0; i < count; i++) {
                double x = -half + 2 * half * (i + random.between(-0.4, 0.4)) / (count - 1);
                double s = tall * random.between(0.7, 1.2);
                String kind = random.chance(0.6) ? "tree" : "pine";
                Atlas.draw(kind, pen.at(x, -0.015, s, 0), leaf(), Atlas.PLAIN);
            }
        }

        private Ink leaf() {
            return setting.weather().equals("snow")
                    ? Ink.of(0xC9D6D2).as(Material.LEAF)
                    : Ink.of(random.chance(0.8) ? 0x47803A : 0x7A9438)
                            .times(random.between(0.85, 1.1))
                            .as(Material.LEAF);
        }

        private void meadow() {
            hills();
            treeLine(far * 0.7, 0.10, 9);
            grass();
            flowers(70);
        }

        private void flowers(int count) {
            if (setting.weather().equals("snow")) {
                return;
            }
            List<Ink> inks =
                    List.of(Ink.of(0xF7E36A), Ink.of(0xF5F3EE), Ink.of(0xE08AB0), Ink.of(0xC85A4A));
            for (int i = 0; i < count; i++) {
                double t = random.next();
                double y = -0.03 - t * t * (1 - setting.horizon());
                double r = 0.002 + 0.005 * t * t;
                pen.oval(random.pick(inks).flat(), random.between(-half, half), y, r, r * 0.7);
            }
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

        /** A row of house fronts. */
        private void facades(double low, double high, double depth) {
            brush.haze(haze, depth);
            List<Integer> inks =
                    List.of(0xC98F6A, 0xD8C39A, 0xB5674F, 0x9FB0B8, 0xDAD3C4, 0xB88F9A, 0xA9B58C);
            double x = -half - random.between(0, 0.1);
            while (x < half) {
                double w = random.between(0.13, 0.22);
                double tall = random.between(low, high);
                front(x, w, tall, Ink.of(random.pick(inks)));
                x += w + 0.002;
            }
        }

        private void front(double x, double w, double tall, Ink ink) {
            pen.rect(
                    ink.as(random.chance(0.4) ? Material.BRICK : Material.STONE).round(0.05),
                    x,
                    -0.03,
                    w,
                    tall + 0.03);
            pen.rect(ink.dark().flat(), x - 0.004, tall - 0.012, w + 0.008, 0.02);
            int columns = (int) Math.max(2, Math.round(w / 0.055));
            int rows = (int) Math.max(2, Math.round(tall / 0.075));
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double wx = x + w * (c + 0.24) / columns;
                    double wy = tall * (r + 0.3) / rows;
                    boolean lit = setting.time().equals("night") && random.chance(0.55);
                    Ink glass = lit ? Ink.of(0xFFD98A).glow() : Ink.of(0x48586A);
                    pen.rect(
                            Palette.WHITE.times(0.9).flat(),
                            wx - 0.003,
                            wy - 0.004,
                            w * 0.52 / columns + 0.006,
                            tall * 0.45 / rows + 0.008);
                    pen.rect(glass.flat(), wx, wy, w * 0.52 / columns, tall * 0.45 / rows);
                }
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
            pen.poly(
                    kerb,
                    -half - 0.01,
                    0,
                    half + 0.01,
                    0,
                    half + 0.01,
                    -0.075,
                    -half - 0.01,
                    -0.075);
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
                    front(
                            x,
                            w,
                            random.between(0.18, 0.44 - 0.1 * layer),
                            Ink.of(random.pick(inks)));
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
}
