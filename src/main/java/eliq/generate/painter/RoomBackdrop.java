package eliq.generate.painter;

import java.util.List;

/** Rooms, halls and stages. */
final class RoomBackdrop implements Backdrop {
    private static final List<Integer> WALLS =
            List.of(0xE9DFC9, 0xC9D6D2, 0xD8C6B0, 0xB9C4CF, 0xE3D3D0, 0xCFCDB4, 0xA9B8A6);

    @Override
    public void paint(Brush brush, Setting setting, SeededRandom random) {
        if (setting.place().equals("stage")) {
            stage(brush, setting, random);
            return;
        }
        Canvas canvas = brush.canvas();
        Ink wall = Ink.of(random.pick(WALLS));
        if (setting.place().equals("library")) {
            wall = Ink.of(0x8A6A4C);
        }
        wall(brush, wall, setting.horizon(), random);
        Ground.Kind kind =
                switch (setting.place()) {
                    case "kitchen", "cafe" -> Ground.Kind.TILES;
                    case "bedroom" -> Ground.Kind.CARPET;
                    default -> Ground.Kind.BOARDS;
                };
        Ink a =
                Ink.of(
                        switch (kind) {
                            case TILES -> 0x9A9C9E;
                            case CARPET -> 0x8C7F86;
                            default -> 0x7B5334;
                        });
        Ink b =
                Ink.of(
                        switch (kind) {
                            case TILES -> 0xE4E2DC;
                            case CARPET -> 0xB8ABB0;
                            default -> 0xB98553;
                        });
        new Ground(brush, random).paint(kind, a, b, setting.horizon(), 1, wall, 0.15);
        double h = canvas.height;
        double w = canvas.width;
        Pen pen =
                Pen.at(
                        brush,
                        new Warp(brush.noise(), 0, 0),
                        random,
                        w / 2,
                        setting.horizon() * h,
                        h,
                        false);
        double half = w / h / 2;
        pen.rect(Palette.WHITE.times(0.92).round(0.2), -half - 0.1, 0, 2 * half + 0.2, 0.025);
        brush.contactShadow(0.25);
        furnish(pen, setting, half, random);
        windowLight(canvas, setting, brush.light().fromLeft());
    }

    private static void wall(Brush brush, Ink wall, double horizon, SeededRandom random) {
        Canvas canvas = brush.canvas();
        Noise noise = brush.noise();
        Ink tint = brush.light().tint();
        boolean stripes = random.chance(0.35);
        double o = random.between(0, 500);
        boolean left = brush.light().fromLeft();
        int rows = (int) Math.min(canvas.height, horizon * canvas.height + 1);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double side = (double) x / canvas.width;
                double light = 1.05 - 0.28 * (left ? side : 1 - side) - 0.10 * y / rows;
                double u = x * brush.texel();
                double v = y * brush.texel();
                double n =
                        1
                                + 0.05 * noise.smooth(u * 0.5 + o, v * 0.5)
                                + 0.035 * noise.grain(u * 3, v * 3 + o);
                if (stripes && ((int) (u / 18) & 1) == 0) {
                    n *= 0.955;
                }
                double s = light * n;
                canvas.set(
                        x,
                        y,
                        wall.r() * s * tint.r(),
                        wall.g() * s * tint.g(),
                        wall.b() * s * tint.b());
            }
        }
    }

    private static void furnish(Pen pen, Setting setting, double half, SeededRandom random) {
        boolean night = setting.time().equals("night");
        double side = random.chance(0.5) ? -1 : 1;
        switch (setting.place()) {
            case "library" -> {
                for (double x = -half; x < half; x += 0.36) {
                    Pen q = pen.at(x + 0.18, 0.02, 0.6, 0);
                    FurnitureArt.MODELS
                            .get("bookshelf")
                            .art()
                            .draw(q.stretched(0.8, 1), Palette.WOOD.times(0.7), EMPTY);
                }
            }
            case "hall" -> {
                for (int i = -1; i <= 1; i++) {
                    picture(pen, i * 0.33, 0.3, 0.2, 0.24, random);
                }
            }
            case "kitchen" -> {
                pen.box(
                        Palette.named("beige").as(Material.WOOD),
                        -half - 0.05,
                        0.02,
                        0.44,
                        0.24,
                        0.01);
                pen.box(Palette.STEEL, -half - 0.05, 0.25, 0.46, 0.025, 0.005);
                pen.box(
                        Palette.named("beige").times(0.95).as(Material.WOOD),
                        -half - 0.05,
                        0.44,
                        0.4,
                        0.2,
                        0.01);
                window(pen, 0.22, 0.24, 0.3, 0.3, night, setting);
            }
            default -> {
                window(pen, side * half * 0.52, 0.2, 0.32, 0.4, night, setting);
                picture(pen, -side * half * 0.5, 0.32, 0.24, 0.18, random);
            }
        }
    }

    private static final Art.Look EMPTY =
            new Art.Look(java.util.Optional.empty(), java.util.Optional.empty(), Palette.WHITE);

    private static void window(
            Pen pen, double x, double y, double w, double h, boolean night, Setting setting) {
        pen.box(Palette.WHITE.times(0.95), x - w / 2 - 0.02, y - 0.02, w + 0.04, h + 0.04, 0.008);
        Ink sky =
                Ink.of(
                                night
                                        ? 0x18244C
                                        : setting.time().equals("sunset")
                                                ? 0xFFB070
                                                : setting.time().equals("dawn")
                                                        ? 0xF5CDBE
                                                        : 0xA9D2F2)
                        .glow()
                        .flat();
        pen.rect(sky, x - w / 2, y, w, h);
        pen.blob(
                Ink.of(night ? 0x12201C : 0x6FA05C).as(Material.LEAF).glow(),
                x - w / 2,
                y,
                x - w / 2,
                y + h * 0.3,
                x,
                y + h * 0.42,
                x + w / 2,
                y + h * 0.26,
                x + w / 2,
                y);
        pen.rect(Palette.WHITE.times(0.95), x - 0.008, y, 0.016, h);
        pen.rect(Palette.WHITE.times(0.95), x - w / 2, y + h * 0.55, w, 0.016);
        Ink curtain = Palette.named("beige").as(Material.FABRIC).times(0.95);
        for (int side = -1; side <= 1; side += 2) {
            for (int fold = 0; fold < 3; fold++) {
                double from = x + side * (w / 2 + 0.05 - fold * 0.035);
                double flare = side * 0.012 * fold;
                pen.poly(
                        curtain.times(1 - 0.06 * fold),
                        from - 0.022,
                        y + h + 0.02,
                        from + 0.022,
                        y + h + 0.02,
                        from + 0.022 + flare,
                        y - 0.06,
                        from - 0.022 + flare,
                        y - 0.06);
            }
        }
        pen.line(
                Palette.WOOD,
                0.014,
                x - w / 2 - 0.1,
                y + h + 0.025,
                x + w / 2 + 0.1,
                y + h + 0.025);
    }

    private static void picture(
            Pen pen, double x, double y, double w, double h, SeededRandom random) {
        pen.box(Palette.WOOD.dark(), x - w / 2 - 0.015, y - 0.015, w + 0.03, h + 0.03, 0.003);
        pen.rect(Ink.of(0xC8DCE6).flat(), x - w / 2, y, w, h);
        pen.blob(
                Ink.of(random.chance(0.5) ? 0x6B8F5A : 0xB08A5A),
                x - w / 2,
                y,
                x - w / 2,
                y + h * 0.4,
                x - w * 0.1,
                y + h * 0.6,
                x + w / 2,
                y + h * 0.35,
                x + w / 2,
                y);
        pen.oval(Ink.of(0xF0C860).flat(), x + w * 0.2, y + h * 0.75, w * 0.08, w * 0.08);
    }

    private static void windowLight(Canvas canvas, Setting setting, boolean left) {
        double x = canvas.width * (left ? 0.3 : 0.7);
        double y = canvas.height * (setting.horizon() + 0.2);
        canvas.spot(x, y, canvas.width * 0.5, canvas.height * 0.2, Ink.of(0xFFF0D0), 0.10, true);
    }

    private static void stage(Brush brush, Setting setting, SeededRandom random) {
        Canvas canvas = brush.canvas();
        double h = canvas.height;
        double w = canvas.width;
        wall(brush, Ink.of(0x3A2440), setting.horizon(), random);
        new Ground(brush, random)
                .paint(
                        Ground.Kind.BOARDS,
                        Ink.of(0x5B3A24),
                        Ink.of(0x9A6A40),
                        setting.horizon(),
                        1,
                        Ink.of(0x3A2440),
                        0.1);
        Pen pen =
                Pen.at(
                        brush,
                        new Warp(brush.noise(), 0, 0),
                        random,
                        w / 2,
                        setting.horizon() * h,
                        h,
                        false);
        double half = w / h / 2;
        Ink curtain = Ink.of(0x9B1B2E).as(Material.FABRIC);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double x = side * (half - 0.02 - i * 0.055);
                pen.box(curtain.times(0.85 + 0.12 * (i % 2)), x - 0.035, -0.03, 0.07, 0.72, 0.03);
            }
        }
        for (int i = 0; i < 8; i++) {
            double x = -half + (i + 0.5) * half / 4;
            pen.dome(curtain.times(0.95), x, 0.66, half / 7, -0.11);
        }
        for (int i = -1; i <= 1; i++) {
            canvas.spot(
                    w * (0.5 + i * 0.27),
                    h * (setting.horizon() - 0.15),
                    w * 0.2,
                    h * 0.5,
                    Ink.of(i == 0 ? 0xFFE7B0 : 0x9FB8FF),
                    0.28,
                    true);
        }
        canvas.spot(
                w * 0.5,
                h * (setting.horizon() + 0.2),
                w * 0.42,
                h * 0.13,
                Ink.of(0xFFE7B0),
                0.3,
                true);
    }
}
