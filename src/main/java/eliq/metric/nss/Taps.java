package eliq.metric.nss;

/**
 * A filter in one dimension of 5, 7 or 11 weights. The loops are written out, with one index and constant distances, so
 * that they are vectorised.
 *
 * <p>Sums run from the first weight to the last, without joining symmetric weights: where a window is constant the result
 * is round-off, and a joined sum has none where a plain one, as in the authors' code, has some. IL-NIQE takes the
 * logarithm of such values.
 */
final class Taps {
    private final double[] weights;

    Taps(double[] weights) {
        if (weights.length != 5 && weights.length != 7 && weights.length != 11) {
            throw new IllegalArgumentException("a filter of " + weights.length + " weights");
        }
        this.weights = weights.clone();
    }

    int length() {
        return weights.length;
    }

    /** Over rows that lie below one another. */
    void down(double[][] rows, double[] out, int width) {
        switch (weights.length) {
            case 5 -> down5(rows, out, width);
            case 7 -> down7(rows, out, width);
            default -> down11(rows, out, width);
        }
    }

    /** Along a row that has half a filter's length of values more on both sides. */
    void across(double[] padded, double[] out, int width) {
        switch (weights.length) {
            case 5 -> across5(padded, out, width);
            case 7 -> across7(padded, out, width);
            default -> across11(padded, out, width);
        }
    }

    private void down5(double[][] rows, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        for (int x = 0; x < width; x++) {
            out[x] = w0 * a[x] + w1 * b[x] + w2 * c[x] + w3 * d[x] + w4 * e[x];
        }
    }

    private void down7(double[][] rows, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        double w5 = weights[5];
        double w6 = weights[6];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        double[] e = rows[4];
        double[] f = rows[5];
        double[] g = rows[6];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * a[x] + w1 * b[x] + w2 * c[x] + w3 * d[x] + w4 * e[x] + w5 * f[x]
                            + w6 * g[x];
        }
    }

    private void down11(double[][] rows, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        double w5 = weights[5];
        double w6 = weights[6];
        double w7 = weights[7];
        double w8 = weights[8];
        double w9 = weights[9];
        double w10 = weights[10];
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
                    w0 * a[x]
                            + w1 * b[x]
                            + w2 * c[x]
                            + w3 * d[x]
                            + w4 * e[x]
                            + w5 * f[x]
                            + w6 * g[x]
                            + w7 * h[x]
                            + w8 * i[x]
                            + w9 * j[x]
                            + w10 * k[x];
        }
    }

    private void across5(double[] p, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        for (int x = 0; x < width; x++) {
            out[x] = w0 * p[x] + w1 * p[x + 1] + w2 * p[x + 2] + w3 * p[x + 3] + w4 * p[x + 4];
        }
    }

    private void across7(double[] p, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        double w5 = weights[5];
        double w6 = weights[6];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * p[x]
                            + w1 * p[x + 1]
                            + w2 * p[x + 2]
                            + w3 * p[x + 3]
                            + w4 * p[x + 4]
                            + w5 * p[x + 5]
                            + w6 * p[x + 6];
        }
    }

    private void across11(double[] p, double[] out, int width) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        double w4 = weights[4];
        double w5 = weights[5];
        double w6 = weights[6];
        double w7 = weights[7];
        double w8 = weights[8];
        double w9 = weights[9];
        double w10 = weights[10];
        for (int x = 0; x < width; x++) {
            out[x] =
                    w0 * p[x]
                            + w1 * p[x + 1]
                            + w2 * p[x + 2]
                            + w3 * p[x + 3]
                            + w4 * p[x + 4]
                            + w5 * p[x + 5]
                            + w6 * p[x + 6]
                            + w7 * p[x + 7]
                            + w8 * p[x + 8]
                            + w9 * p[x + 9]
                            + w10 * p[x + 10];
        }
    }
}
