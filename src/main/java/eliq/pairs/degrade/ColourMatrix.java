package eliq.pairs.degrade;

import eliq.image.Pixels;

/** out = matrix * (red, green, blue) + offset for every pixel, on gamma-coded levels 0..255. */
record ColourMatrix(
        float rr,
        float rg,
        float rb,
        float gr,
        float gg,
        float gb,
        float br,
        float bg,
        float bb,
        float offset) {

    Pixels apply(Pixels picture) {
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i += 3) {
            float r = in[i] & 0xFF;
            float g = in[i + 1] & 0xFF;
            float b = in[i + 2] & 0xFF;
            out[i] = Bytes.of(rr * r + rg * g + rb * b + offset);
            out[i + 1] = Bytes.of(gr * r + gg * g + gb * b + offset);
            out[i + 2] = Bytes.of(br * r + bg * g + bb * b + offset);
        }
        return new Pixels(picture.width(), picture.height(), out);
    }
}
