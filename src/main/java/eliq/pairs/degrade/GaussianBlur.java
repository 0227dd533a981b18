package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Gaussian blur; beyond the frame the edge pixels go on.
 *
 * @param sigma in pixels of a picture whose shorter side is 512; scaled with the picture
 */
public record GaussianBlur(double sigma) implements Edit {

    static GaussianBlur at(double strength, long seed) {
        return new GaussianBlur(Schedule.geometric(strength, 0.8, 5));
    }

    @Override
    public Operation operation() {
        return Operation.GAUSSIAN_BLUR;
    }

    @Override
    public Pixels apply(Pixels picture) {
        double pixels = sigma * Math.min(picture.width(), picture.height()) / 512;
        int radius = Math.max(1, (int) Math.ceil(3 * pixels));
        float[] kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += StrictMath.exp(-i * i / (2 * pixels * pixels));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (StrictMath.exp(-i * i / (2 * pixels * pixels)) / sum);
        }
        return filter(picture, kernel, radius);
    }

    private static Pixels filter(Pixels picture, float[] kernel, int radius) {
        int width = picture.width();
        int height = picture.height();
        int row = 3 * width;
        byte[] in = picture.rgb();
        float[][] across = new float[height][];
        float[] padded = new float[row + 6 * radius];
        for (int y = 0; y < height; y++) {
            for (int x = -radius; x < width + radius; x++) {
                int from = y * row + 3 * Math.clamp(x, 0, width - 1);
                int to = 3 * (x + radius);
                padded[to] = in[from] & 0xFF;
                padded[to + 1] = in[from + 1] & 0xFF;
                padded[to + 2] = in[from + 2] & 0xFF;
            }
            float[] sums = new float[row];
            for (int k = 0; k < kernel.length; k++) {
                addScaled(padded, 3 * k, kernel[k], sums);
            }
            across[y] = sums;
        }
        byte[] out = new byte[in.length];
        for (int y = 0; y < height; y++) {
            float[] sums = new float[row];
            for (int k = 0; k < kernel.length; k++) {
                addScaled(across[Math.clamp(y + k - radius, 0, height - 1)], 0, kernel[k], sums);
            }
            for (int i = 0; i < row; i++) {
                out[y * row + i] = Bytes.of(sums[i]);
            }
        }
        return new Pixels(width, height, out);
    }

    private static void addScaled(float[] from, int offset, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * from[offset + i];
        }
    }
}
