package eliq.generate.painter;

/** The sky: gradient, clouds, sun, moon and stars. */
final class Sky {
    private final Canvas canvas;
    private final Noise noise;
    private final Setting setting;
    private final SeededRandom random;
    private final double texel;

    Sky(Brush brush, Setting setting, SeededRandom random) {
        this.canvas = brush.canvas();
        this.noise = brush.noise();
        this.setting = setting;
        this.random = random;
        this.texel = brush.texel();
    }

    private Ink zenith() {
        if (!setting.weather().equals("clear") && setting.time().equals("day")) {
            return Ink.of(setting.weather().equals("cloudy") ? 0x8FA9C4 : 0x98A5B3);
        }
        return Ink.of(
                switch (setting.time()) {
                    case "dawn" -> 0x7C93CC;
                    case "sunset" -> 0x47508F;
                    case "night" -> 0x0B1330;
                    default -> 0x3F83D6;
                });
    }

    /** The colour at the horizon: also that of distance. */
    Ink horizon() {
        if (!setting.weather().equals("clear") && setting.time().equals("day")) {
            return Ink.of(0xD3DAE0);
        }
        return Ink.of(
                switch (setting.time()) {
                    case "dawn" -> 0xFFD3BE;
                    case "sunset" -> 0xFFA35C;
                    case "night" -> 0x2A3A68;
                    default -> 0xCFE4F5;
                });
    }

    void paint(double horizonShare, boolean lightFromLeft) {
        int rows = (int) Math.min(canvas.height, Math.ceil(horizonShare * canvas.height) + 2);
        Ink high = zenith();
        Ink low = horizon();
        boolean night = setting.time().equals("night");
        double cover =
                switch (setting.weather()) {
                    case "clear" -> 0.42;
                    case "cloudy" -> -0.15;
                    default -> -0.4;
                };
        Ink lit = night ? Ink.of(0x38466E) : low.mix(Ink.of(0xFFFFFF), 0.6);
        Ink dim = night ? Ink.of(0x1A2444) : high.mix(low, 0.55).times(0.92);
        double ox = random.between(0, 512);
        double oy = random.between(0, 512);
        for (int y = 0; y < rows; y++) {
            double t = y / (horizonShare * canvas.height);
            double g = t * t * (1.6 - 0.6 * t);
            double r0 = high.r() + (low.r() - high.r()) * g;
            double g0 = high.g() + (low.g() - high.g()) * g;
            double b0 = high.b() + (low.b() - high.b()) * g;
            double squeeze = 0.6 + 1.6 * t;
            for (int x = 0; x < canvas.width; x++) {
                double u = x * texel * 0.42 + ox;
                double v = y * texel * squeeze * 0.7 + oy;
                double n = noise.smooth(u, v);
                double c = Math.clamp((n - cover) * 2.2, 0, 1) * (1 - 0.45 * t);
                double shade = Math.clamp(0.55 + 1.8 * (n - noise.smooth(u, v - 9)), 0, 1);
                canvas.set(
                        x,
                        y,
                        r0 + (dim.r() + (lit.r() - dim.r()) * shade - r0) * c,
                        g0 + (dim.g() + (lit.g() - dim.g()) * shade - g0) * c,
                        b0 + (dim.b() + (lit.b() - dim.b()) * shade - b0) * c);
            }
        }
        lights(horizonShare, lightFromLeft, night);
    }

    private void lights(double horizonShare, boolean left, boolean night) {
        double w = canvas.width;
        double h = canvas.height;
        double x = (left ? random.between(0.12, 0.26) : random.between(0.74, 0.88)) * w;
        boolean open = setting.weather().equals("clear") || setting.weather().equals("cloudy");
        if (night) {
            int stars = open ? 90 : 0;
            for (int i = 0; i < stars; i++) {
                double sy = random.next() * horizonShare * h * 0.9;
                double size = random.between(0.8, 2.0) * w / 512;
                canvas.spot(
                        random.next() * w,
                        sy,
                        size,
                        size,
                        Ink.of(0xFFF6DC),
                        random.between(0.4, 1),
                        true);
            }
            double my = random.between(0.10, 0.18) * h;
            canvas.spot(x, my, w * 0.16, w * 0.16, Ink.of(0x9FB4E8), 0.4, true);
            disc(x, my, w * 0.034, Ink.of(0xF4EFD8));
        } else if (!setting.time().equals("day")) {
            double sy = h * (horizonShare - random.between(0.06, 0.14));
            Ink glow = Ink.of(setting.time().equals("dawn") ? 0xFFC9A0 : 0xFF8A3C);
            canvas.spot(x, sy, w * 0.5, w * 0.34, glow, open ? 0.42 : 0.2, true);
            if (open) {
                disc(x, sy, w * 0.036, Ink.of(0xFFF2C4));
            }
        } else if (setting.weather().equals("clear")) {
            double sy = random.between(0.08, 0.14) * h;
            canvas.spot(x, sy, w * 0.26, w * 0.26, Ink.of(0xFFF3C8), 0.4, true);
            disc(x, sy, w * 0.03, Ink.of(0xFFFCEB));
        }
    }

    private void disc(double cx, double cy, double radius, Ink ink) {
        int reach = (int) Math.ceil(radius + 1);
        for (int y = (int) Math.max(0, cy - reach);
                y <= Math.min(canvas.height - 1, cy + reach);
                y++) {
            for (int x = (int) Math.max(0, cx - reach);
                    x <= Math.min(canvas.width - 1, cx + reach);
                    x++) {
                double d = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy));
                double a = Math.clamp(radius - d + 0.5, 0, 1);
                if (a > 0) {
                    canvas.blend(x, y, ink.r(), ink.g(), ink.b(), a);
                }
            }
        }
    }
}
