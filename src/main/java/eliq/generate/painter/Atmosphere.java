package eliq.generate.painter;

/** What lies between the scene and the eye: rain, snow, fog, and the finish of the picture. */
final class Atmosphere {
    private final Brush brush;
    private final Canvas canvas;
    private final Setting setting;
    private final SeededRandom random;

    Atmosphere(Brush brush, Setting setting, SeededRandom random) {
        this.brush = brush;
        this.canvas = brush.canvas();
        this.setting = setting;
        this.random = random;
    }

    void paint() {
        if (setting.outdoors()) {
            switch (setting.weather()) {
                case "rain" -> rain();
                case "snow" -> snow();
                case "fog" -> fog();
                default -> {}
            }
        }
        finish();
    }

    private void rain() {
        double unit = canvas.height / 512.0;
        Pen pen = Pen.at(brush, new Warp(brush.noise(), 0, 0), random, 0, canvas.height, 1, false);
        Ink drop = Ink.of(0xDDE8F2).flat().glow();
        for (int i = 0; i < 170; i++) {
            double x = random.between(-20, canvas.width + 20);
            double y = random.between(0, canvas.height);
            double length = random.between(14, 34) * unit;
            pen.line(
                    drop.fade(random.between(0.25, 0.55)),
                    random.between(0.8, 1.5) * unit,
                    x,
                    y,
                    x + length * 0.18,
                    y + length);
        }
    }

    private void snow() {
        double unit = canvas.height / 512.0;
        for (int i = 0; i < 190; i++) {
            double t = random.next();
            double r = (1.6 + 4.2 * t * t * t) * unit;
            canvas.spot(
                    random.between(0, canvas.width),
                    random.between(0, canvas.height),
                    r,
                    r,
                    Ink.of(0xFFFFFF),
                    random.between(0.7, 1),
                    false);
        }
    }

    private void fog() {
        Ink ink = setting.time().equals("night") ? Ink.of(0x3A4662) : Ink.of(0xDDE2E6);
        double o = random.between(0, 500);
        double horizon = setting.horizon() * canvas.height;
        for (int y = 0; y < canvas.height; y++) {
            double depth = 1 - Math.min(1, Math.abs(y - horizon) / (canvas.height * 0.55));
            for (int x = 0; x < canvas.width; x++) {
                double n =
                        brush.noise().smooth(x * brush.texel() * 0.25 + o, y * brush.texel() * 0.6);
                double a = Math.clamp(0.16 + 0.16 * depth + 0.14 * n, 0, 0.42);
                canvas.blend(x, y, ink.r(), ink.g(), ink.b(), a);
            }
        }
    }

    /** A slight vignette and a gentle tone curve. */
    private void finish() {
        float[] rgb = canvas.rgb;
        double cx = canvas.width * 0.5;
        double cy = canvas.height * 0.5;
        double norm = 1 / (cx * cx + cy * cy);
        int at = 0;
        for (int y = 0; y < canvas.height; y++) {
            double dy = (y - cy) * (y - cy);
            for (int x = 0; x < canvas.width; x++) {
                double d = ((x - cx) * (x - cx) + dy) * norm;
                float k = (float) (1.02 - 0.20 * d * d);
                for (int c = 0; c < 3; c++, at++) {
                    float v = Math.clamp(rgb[at] * k, 0f, 1.2f);
                    v = v > 0.85f ? 0.85f + (v - 0.85f) * 0.55f : v;
                    rgb[at] = v + 0.10f * v * (1 - v) * (v - 0.5f) * 2;
                }
            }
        }
    }
}
