package eliq.generate.painter;

import java.util.List;

/** A table, shelf or backdrop seen close, with a softly lit room behind. */
final class TableBackdrop implements Backdrop {
    private static final List<Integer> WALLS =
            List.of(0xC9BFA8, 0x9FB3B0, 0xB9A48C, 0x8FA0B2, 0xC2ADAA, 0x9AA58E, 0x5E6B78);

    @Override
    public void paint(Brush brush, Setting setting, SeededRandom random) {
        Canvas canvas = brush.canvas();
        Ink wall = Ink.of(random.pick(WALLS));
        boolean plain = setting.place().equals("studio");
        behind(brush, wall, setting, random, plain);
        top(brush, setting, wall, random);
        double edge = setting.horizon() * canvas.height;
        if (!plain) {
            canvas.spot(
                    canvas.width * 0.5,
                    edge,
                    canvas.width * 0.8,
                    canvas.height * 0.03,
                    Ink.of(0x1A120C),
                    0.35,
                    false);
        }
        boolean left = brush.light().fromLeft();
        canvas.spot(
                canvas.width * (left ? 0.36 : 0.64),
                canvas.height * 0.76,
                canvas.width * 0.6,
                canvas.height * 0.3,
                Ink.of(0xFFF3DC),
                0.10,
                true);
    }

    private static void behind(
            Brush brush, Ink wall, Setting setting, SeededRandom random, boolean plain) {
        Canvas canvas = brush.canvas();
        Noise noise = brush.noise();
        Ink tint = brush.light().tint();
        boolean left = brush.light().fromLeft();
        double o = random.between(0, 500);
        int rows = (int) Math.min(canvas.height, setting.horizon() * canvas.height + 1);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x * brush.texel();
                double v = y * brush.texel();
                double dx = (double) x / canvas.width - (left ? 0.3 : 0.7);
                double dy = (double) y / canvas.height - 0.25;
                double s = 1.08 - 0.75 * (dx * dx + dy * dy);
                s *=
                        1
                                + 0.06 * noise.smooth(u * 0.3 + o, v * 0.3)
                                + 0.05 * noise.grain(u * 2.5, v * 2.5 + o);
                canvas.set(
                        x,
                        y,
                        wall.r() * s * tint.r(),
                        wall.g() * s * tint.g(),
                        wall.b() * s * tint.b());
            }
        }
        if (plain) {
            return;
        }
        double h = canvas.height;
        Pen pen =
                Pen.at(
                        brush,
                        new Warp(noise, 0, 0),
                        random,
                        canvas.width / 2.0,
                        setting.horizon() * h,
                        h,
                        false);
        double half = canvas.width / h / 2;
        brush.haze(wall, 0.45);
        switch (setting.place()) {
            case "kitchentable", "marble" -> {
                for (double x = -half; x < half; x += 0.07) {
                    for (int r = 0; r < 7; r++) {
                        pen.box(
                                Palette.WHITE.times(0.9 + 0.05 * random.next()).as(Material.GLOSS),
                                x,
                                r * 0.07,
                                0.066,
                                0.066,
                                0.004);
                    }
                }
                pen.rect(Palette.WOOD, -half, 0.3, 2 * half, 0.02);
                for (int i = 0; i < 6; i++) {
                    pen.box(
                            Palette.named(random.pick(List.of("white", "blue", "beige", "green"))),
                            -half + 0.06 + i * 0.16,
                            0.32,
                            0.07,
                            random.between(0.06, 0.12),
                            0.02);
                }
            }
            case "cloth" -> {
                for (int i = 0; i < 26; i++) {
                    double x = random.between(-half, half);
                    pen.oval(
                            Ink.of(0x4F8A3F).times(random.between(0.7, 1.2)).as(Material.LEAF),
                            x,
                            random.between(0, 0.5),
                            0.14,
                            0.1);
                }
            }
            default -> {
                pen.box(
                        Palette.WHITE.times(0.95),
                        -0.16 + random.between(-0.25, 0.25),
                        0.1,
                        0.3,
                        0.34,
                        0.01);
                pen.rect(Ink.of(0xBBD9EE).glow(), -0.12, 0.12, 0.22, 0.3);
                for (int i = 0; i < 5; i++) {
                    pen.box(
                            Palette.named(
                                    random.pick(List.of("red", "blue", "green", "brown", "beige"))),
                            half - 0.3 + i * 0.045,
                            0.02,
                            0.04,
                            random.between(0.16, 0.24),
                            0.004);
                }
            }
        }
        brush.haze(wall, 0);
    }

    private static void top(Brush brush, Setting setting, Ink wall, SeededRandom random) {
        Canvas canvas = brush.canvas();
        Noise noise = brush.noise();
        Ink tint = brush.light().tint();
        double o = random.between(0, 500);
        Ink a;
        Ink b;
        switch (setting.place()) {
            case "marble" -> {
                a = Ink.of(0xB9BBC0);
                b = Ink.of(0xF0EFED);
            }
            case "cloth", "partytable" -> {
                boolean checked = setting.place().equals("cloth");
                a = Ink.of(checked ? random.chance(0.5) ? 0xC0303A : 0x3A62A8 : 0xD9D2C6);
                b = Ink.of(0xF6F2EA);
            }
            case "studio" -> {
                a = wall.times(0.92);
                b = wall.times(1.08);
            }
            default -> {
                double k = random.between(0.75, 1.15);
                a = Ink.of(0x6E4526).times(k);
                b = Ink.of(0xB98450).times(k);
            }
        }
        int y0 = (int) (setting.horizon() * canvas.height);
        double span = canvas.height - y0;
        for (int y = y0; y < canvas.height; y++) {
            double near = (y - y0) / span;
            double z = 1 / (near * 0.9 + 0.55);
            for (int x = 0; x < canvas.width; x++) {
                double wx = (x - canvas.width * 0.5) * brush.texel() * z + 1000;
                double wz = z * 420;
                double t =
                        switch (setting.place()) {
                            case "marble" -> marble(noise, wx, wz, o);
                            case "cloth" -> check(noise, wx, wz);
                            case "partytable" ->
                                    0.5
                                            + 0.25 * noise.smooth(wx * 0.4 + o, wz * 0.4)
                                            + 0.2 * noise.grain(wx * 3, wz * 3);
                            case "studio" ->
                                    0.3 * noise.smooth(wx * 0.3 + o, wz * 0.3)
                                            + 0.2 * noise.grain(wx * 3, wz * 3);
                            default -> plank(noise, wx, wz, o);
                        };
                double m = Math.clamp(0.5 + 0.5 * t, 0, 1);
                double s = 0.9 + 0.18 * near * (1 - 0.4 * near);
                canvas.set(
                        x,
                        y,
                        (a.r() + (b.r() - a.r()) * m) * s * tint.r(),
                        (a.g() + (b.g() - a.g()) * m) * s * tint.g(),
                        (a.b() + (b.b() - a.b()) * m) * s * tint.b());
            }
        }
    }

    private static double marble(Noise noise, double wx, double wz, double o) {
        double bend = noise.smooth(wx * 0.3 + o, wz * 0.3) * 60;
        double vein = noise.smooth((wx + bend) * 0.16 + o, (wz + bend) * 0.3);
        double line = 1 - Math.min(1, Math.abs(vein) * 9);
        return 0.75 + 0.2 * noise.smooth(wx, wz) - 1.3 * line;
    }

    private static double check(Noise noise, double wx, double wz) {
        int cx = (int) Math.floor(wx / 44) & 1;
        int cz = (int) Math.floor(wz / 44) & 1;
        double t = cx + cz == 0 ? 0.95 : cx + cz == 1 ? 0.05 : -0.95;
        return t + 0.16 * noise.grain(wx * 3, wz * 3);
    }

    private static double plank(Noise noise, double wx, double wz, double o) {
        double row = Math.floor(wz / 70);
        double inside = wz / 70 - row;
        double seam = inside < 0.03 ? -1.5 : 0;
        double tone = noise.grain(row * 41 + o, 9) * 0.5;
        return seam
                + tone
                + 0.8 * noise.smooth(wx * 0.22 + row * 73, wz * 2.6 + o)
                + 0.2 * noise.grain(wx * 0.8, wz * 6);
    }
}
