package eliq.generate.painter;

import java.util.List;

/** What the outdoor places share: sky, ground, hills, trees, flowers and house fronts. One a picture. */
abstract class Scenery {
    private static final Ink GRASS_DARK = Ink.of(0x3F6B2A);
    private static final Ink GRASS_LIGHT = Ink.of(0x86AE4C);
    final Brush brush;
    final Canvas canvas;
    final Setting setting;
    final SeededRandom random;

    /** The colour of distance. */
    final Ink haze;

    /** Draws with the middle of the horizon as origin and the picture's height as unit. */
    final Pen pen;

    /** Half the picture's width, in heights. */
    final double half;

    /** How much of the haze lies over things near the horizon. */
    final double far;

    private final Sky sky;

    Scenery(Brush brush, Setting setting, SeededRandom random) {
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

    /** Paints the sky and the place under it. */
    final void paint() {
        sky.paint(setting.horizon(), brush.light().fromLeft());
        brush.contactShadow(0.1);
        place();
        brush.haze(haze, 0);
        brush.contactShadow(0.2);
    }

    /** Paints everything below the sky, from far to near. */
    abstract void place();

    Ground ground() {
        return new Ground(brush, random.fork(2));
    }

    void grass() {
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
    void ridge(Ink ink, double base, double height, double roughness, double depth) {
        brush.haze(haze, depth);
        int n = 48;
        double[] xy = new double[2 * (n + 3)];
        double o = random.between(0, 500);
        for (int i = 0; i <= n; i++) {
            double x = -half * 1.02 + 2.04 * half * i / n;
            double y = base + height * (0.55 + 0.75 * brush.noise().smooth(i * roughness + o, o));
            xy[2 * i] = x;
            xy[2 * i + 1] = Math.max(base - 0.02, y);
        }
        xy[2 * n + 2] = half * 1.02;
        xy[2 * n + 3] = -0.06;
        xy[2 * n + 4] = -half * 1.02;
        xy[2 * n + 5] = -0.06;
        pen.poly(ink, xy);
    }

    void hills() {
        boolean snow = setting.weather().equals("snow");
        ridge(Ink.of(snow ? 0xC6D0DE : 0x5E7F63).round(0.3), 0.02, 0.12, 2.2, far + 0.2);
        ridge(Ink.of(snow ? 0xDDE4EE : 0x5B8246).as(Material.LEAF).round(0.2), 0.0, 0.07, 2.8, far);
    }

    void treeLine(double depth, double tall, int count) {
        brush.haze(haze, depth);
        for (int i = 0; i < count; i++) {
            double x = -half + 2 * half * (i + random.between(-0.4, 0.4)) / (count - 1);
            double s = tall * random.between(0.7, 1.2);
            String kind = random.chance(0.6) ? "tree" : "pine";
            Atlas.draw(kind, pen.at(x, -0.015, s, 0), leaf(), Atlas.PLAIN);
        }
    }

    Ink leaf() {
        return setting.weather().equals("snow")
                ? Ink.of(0xC9D6D2).as(Material.LEAF)
                : Ink.of(random.chance(0.8) ? 0x47803A : 0x7A9438)
                        .times(random.between(0.85, 1.1))
                        .as(Material.LEAF);
    }

    void flowers(int count) {
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

    /** A row of house fronts. */
    void facades(double low, double high, double depth) {
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

    void front(double x, double w, double tall, Ink ink) {
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
}
