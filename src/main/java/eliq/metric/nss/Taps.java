package eliq.metric.nss;

/**
 * A filter in one dimension of 5, 7 or 11 weights that are symmetric or antisymmetric. The loops are written out, with
 * one index and constant distances, so that they are vectorised.
 */
final class Taps {
    /** The first half of the weights, the middle one included. */
    private final double[] half;

    /** 1 where the second half mirrors the first, -1 where it is its negative. */
    private final double sign;

    private Taps(double[] half, double sign) {
        this.half = half;
        this.sign = sign;
    }

    /** Weights w[i] = w[n - 1 - i]. */
    static Taps symmetric(double[] weights) {
        return of(weights, 1);
    }

    /** Weights w[i] = -w[n - 1 - i]. */
    static Taps antisymmetric(double[] weights) {
        return of(weights, -1);
    }

    private static Taps of(double[] weights, double sign) {
        if (weights.length != 5 && weights.length != 7 && weights.length != 11) {
            throw new IllegalArgumentException("a filter of " + weights.length + " weights");
        }
        return new Taps(java.util.Arrays.copyOf(weights, weights.length / 2 + 1), sign);
    }

    int length() {
        return 2 * half.length - 1;
    }

    /** Over rows that lie below one another. */
    void down(double[][] rows, double[] out, int width) {
        switch (half.length) {
            case 3 -> down5(rows, out, width);
            case 4 -> down7(rows, out, width);
            default -> down11(rows, out, width);
        }
    }

    /** Along a row that has half a filter's length of values more on both sides. */
    void across(double[] padded, double[] out, int width) {
        switch (half.length) {
            case 3 -> across5(padded, out, width);
            case 4 -> across7(padded, out, width);
            default -> across11(padded, out, width);
        }
    }

    private void down5(double[][] rows, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        for (int x = 0; x < width; x++) {
            out[x] = w0 * (a[x] + s * e[x]) + w1 * (b[x] + s * d[x]) + w2 * c[x];
        }
    }

    private void down7(double[][] rows, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        double w3 = half[3];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        double[] f = rows[5];
        double[] g = rows[6];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * (a[x] + s * g[x])
                            + w1 * (b[x] + s * f[x])
                            + w2 * (c[x] + s * e[x])
                            + w3 * d[x];
        }
    }

    private void down11(double[][] rows, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        double w3 = half[3];
        double w4 = half[4];
        double w5 = half[5];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        double[] f = rows[5];
        double[] g = rows[6];
        double[] h = rows[7];
        double[] i = rows[8];
        double[] j = rows[9];
        double[] k = rows[10];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * (a[x] + s * k[x])
                            + w1 * (b[x] + s * j[x])
                            + w2 * (c[x] + s * i[x])
                            + w3 * (d[x] + s * h[x])
                            + w4 * (e[x] + s * g[x])
                            + w5 * f[x];
        }
    }

    private void across5(double[] p, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        for (int x = 0; x < width; x++) {
            out[x] = w0 * (p[x] + s * p[x + 4]) + w1 * (p[x + 1] + s * p[x + 3]) + w2 * p[x + 2];
        }
    }

    private void across7(double[] p, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        double w3 = half[3];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * (p[x] + s * p[x + 6])
                            + w1 * (p[x + 1] + s * p[x + 5])
                            + w2 * (p[x + 2] + s * p[x + 4])
                            + w3 * p[x + 3];
        }
    }

    private void across11(double[] p, double[] out, int width) {
        double s = sign;
        double w0 = half[0];
        double w1 = half[1];
        double w2 = half[2];
        double w3 = half[3];
        double w4 = half[4];
        double w5 = half[5];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * (p[x] + s * p[x + 10])
                            + w1 * (p[x + 1] + s * p[x + 9])
                            + w2 * (p[x + 2] + s * p[x + 8])
                            + w3 * (p[x + 3] + s * p[x + 7])
                            + w4 * (p[x + 4] + s * p[x + 6])
                            + w5 * p[x + 5];
        }
    }
}
