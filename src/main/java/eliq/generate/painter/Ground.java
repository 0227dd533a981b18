package eliq.generate.painter;

/** Flat ground that recedes to a horizon: grass, sand, water, paving, boards. */
final class Ground {
    private final Canvas canvas;
    private final Noise noise;
    private final Ink tint;
    private final double texel;
    private final double ox;
    private final double oy;

    Ground(Brush brush, SeededRandom random) {
        this.canvas = brush.canvas();
        this.noise = brush.noise();
        this.tint = brush.light().tint();
        this.texel = brush.texel();
        this.ox = random.between(0, 512);
        this.oy = random.between(0, 512);
    }

    /** What lies on the ground. */
    enum Kind {
        GRASS,
        SAND,
        SNOW,
        ASPHALT,
        COBBLES,
        EARTH,
        BOARDS,
        TILES,
        CARPET
    }

    /** Paints from a row to another, the perspective that of the first. */
    void paint(
            Kind kind, Ink a, Ink b, double fromShare, double toShare, Ink haze, double hazeDepth) {
        int y0 = (int) Math.floor(fromShare * canvas.height);
        int y1 = (int) Math.min(canvas.height, Math.ceil(toShare * canvas.height));
        double span = canvas.height * (1 - fromShare);
        double middle = canvas.width * 0.5;
        for (int y = Math.max(0, y0); y < y1; y++) {
            double near = (y - fromShare * canvas.height + 0.5) / span;
            double z = 1 / (Math.max(0, near) + 0.09);
            double fog = hazeDepth * Math.clamp((z - 1.4) / 8, 0, 1);
            double light = 1.04 - 0.14 * near;
            for (int x = 0; x < canvas.width; x++) {
                double wx = (x - middle) * texel * z;
                double wz = z * 150;
                double t = tone(kind, wx, wz, x, y, near, z);
                double mixAB = Math.clamp(0.5 + 0.5 * t, 0, 1);
                double shade = light * (1 + 0.05 * t);
                double r = (a.r() + (b.r() - a.r()) * mixAB) * shade * tint.r();
                double g = (a.g() + (b.g() - a.g()) * mixAB) * shade * tint.g();
                double bl = (a.b() + (b.b() - a.b()) * mixAB) * shade * tint.b();
                canvas.set(
                        x,
                        y,
                        r + (haze.r() - r) * fog,
                        g + (haze.g() - g) * fog,
                        bl + (haze.b() - bl) * fog);
            }
        }
    }

    private double tone(Kind kind, double wx, double wz, int x, int y, double near, double z) {
        double broad = noise.smooth(wx * 0.12 + ox, wz * 0.5 + oy);
        double fade = Math.min(1, 2.6 / z);
        return switch (kind) {
            case GRASS ->
                    broad * 0.7
                            + noise.grain(x * texel * 2.4 + ox, y * texel * (0.9 - 0.4 * near) + oy)
                                    * (0.35 + 0.5 * near)
                            + noise.grain(x * texel * 5, y * texel * 2) * 0.2;
            case SAND ->
                    broad * 0.5
                            + noise.smooth(wx * 0.25 + ox, wz * 3 + oy) * 0.5 * fade
                            + noise.grain(x * texel * 7, y * texel * 7) * 0.22;
            case SNOW ->
                    broad * 0.6
                            + noise.smooth(wx * 0.3 + ox, wz + oy) * 0.3 * fade
                            + noise.grain(x * texel * 6, y * texel * 6) * 0.1;
            case ASPHALT -> broad * 0.4 + noise.grain(wx * 3 + ox, wz * 9 + oy) * 0.4 * fade;
            case EARTH ->
                    broad * 0.6
                            + noise.grain(wx * 1.2 + ox, wz * 5 + oy) * 0.6 * fade
                            + noise.grain(x * texel * 3, y * texel * 3) * 0.3;
            case COBBLES -> cobbles(wx, wz, fade) + broad * 0.3;
            case BOARDS -> boards(wx, wz, fade);
            case TILES -> {
                int cell = (int) Math.floor(wx / 70 + 100) + (int) Math.floor(wz / 60);
                yield ((cell & 1) == 0 ? -0.7 : 0.7) * Math.min(1, 4 / z) + broad * 0.2;
            }
            case CARPET -> broad * 0.3 + noise.grain(x * texel * 4, y * texel * 4) * 0.35;
        };
    }

    private double cobbles(double wx, double wz, double fade) {
        double row = Math.floor(wz / 16);
        double shifted = wx + ((int) row & 1) * 14 + 2800;
        double col = Math.floor(shifted / 28);
        double dx = shifted / 28 - col - 0.5;
        double dz = wz / 16 - row - 0.5;
        double joint = Math.max(Math.abs(dx), Math.abs(dz));
        double stone = noise.grain(col * 31 + ox, row * 17 + oy) * 0.6;
        double dome = 0.5 - 2.2 * (dx * dx + dz * dz);
        return (joint > 0.43 ? -1.3 : stone + dome) * fade
                + noise.grain(wx * 2, wz * 6) * 0.2 * fade;
    }

    private double boards(double wx, double wz, double fade) {
        double plank = Math.floor(wx / 46 + 1000);
        double inside = wx / 46 + 1000 - plank;
        double seam = inside < 0.035 ? -1.6 : 0;
        double tone = noise.grain(plank * 29 + ox, 3) * 0.7;
        double grain = noise.smooth(wx * 2.2 + plank * 61, wz * 0.5 + oy) * 0.6;
        return (seam + tone) * Math.min(1, fade * 1.4) + grain;
    }

    /** Water: sky colours above, deep below, ripples that flatten with distance. */
    void water(Ink shallow, Ink deep, Ink sky, double fromShare, double toShare, double roughness) {
        int y0 = (int) Math.max(0, Math.floor(fromShare * canvas.height));
        int y1 = (int) Math.min(canvas.height, Math.ceil(toShare * canvas.height));
        double span = canvas.height * (1 - fromShare);
        for (int y = y0; y < y1; y++) {
            double near = (y - fromShare * canvas.height + 0.5) / span;
            double z = 1 / (Math.max(0, near) + 0.07);
            double mirror = Math.clamp(0.85 - near * 0.75, 0.1, 1);
            for (int x = 0; x < canvas.width; x++) {
                double wx = (x - canvas.width * 0.5) * texel * z;
                double n =
                        noise.smooth(wx * 0.22 + ox, z * 260 + oy)
                                + 0.6 * noise.smooth(wx * 0.5 + oy, z * 700 + ox);
                double wave = n * roughness * Math.min(1, 3 / z + 0.25);
                double m = Math.clamp(mirror + wave * 0.55, 0, 1);
                double d = Math.clamp(near * 0.9 - wave * 0.3, 0, 1);
                double r = (shallow.r() + (deep.r() - shallow.r()) * d) * tint.r();
                double g = (shallow.g() + (deep.g() - shallow.g()) * d) * tint.g();
                double b = (shallow.b() + (deep.b() - shallow.b()) * d) * tint.b();
                double glint = wave > 0.62 ? (wave - 0.62) * 0.8 : 0;
                canvas.set(
                        x,
                        y,
                        r + (sky.r() - r) * m * 0.75 + glint,
                        g + (sky.g() - g) * m * 0.75 + glint,
                        b + (sky.b() - b) * m * 0.75 + glint);
            }
        }
    }
}
