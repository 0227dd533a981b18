package eliq.metric.nss;

/** The radix-7 step of {@link Fourier}: sums and differences of opposite inputs, then three pairs of outputs. */
final class SeventhRoots {
    private static final double[] COSINE = new double[7];
    private static final double[] SINE = new double[7];

    static {
        for (int i = 0; i < 7; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / 7);
            SINE[i] = Math.sin(2 * Math.PI * i / 7);
        }
    }

    private final double[][] sumReal;
    private final double[][] sumImaginary;
    private final double[][] differenceReal;
    private final double[][] differenceImaginary;
    private final int width;

    SeventhRoots(int width) {
        this.width = width;
        sumReal = new double[3][width];
        sumImaginary = new double[3][width];
        differenceReal = new double[3][width];
        differenceImaginary = new double[3][width];
    }

    void apply(
            double[][] re,
            double[][] im,
            int in,
            int gap,
            double[][] toRe,
            double[][] toIm,
            int out,
            int stride,
            int twiddle,
            Fourier roots) {
        for (int k = 1; k <= 3; k++) {
            pair(re[in + k * gap], re[in + (7 - k) * gap], sumReal[k - 1], differenceReal[k - 1]);
            pair(
                    im[in + k * gap],
                    im[in + (7 - k) * gap],
                    sumImaginary[k - 1],
                    differenceImaginary[k - 1]);
        }
        total(re[in], sumReal, toRe[out]);
        total(im[in], sumImaginary, toIm[out]);
        for (int j = 1; j <= 3; j++) {
            double c = roots.cosine(j * twiddle);
            double s = roots.sine(j * twiddle);
            double oppositeC = roots.cosine((7 - j) * twiddle);
            double oppositeS = roots.sine((7 - j) * twiddle);
            double[] a = toRe[out + j * stride];
            double[] b = toIm[out + j * stride];
            double[] oppositeA = toRe[out + (7 - j) * stride];
            double[] oppositeB = toIm[out + (7 - j) * stride];
            middle(re[in], sumReal, j, a);
            middle(im[in], sumImaginary, j, b);
            turned(differenceImaginary, j, oppositeA);
            turned(differenceReal, j, oppositeB);
            finish(a, b, oppositeA, oppositeB, c, s, oppositeC, oppositeS);
        }
    }

    private void pair(double[] one, double[] other, double[] sum, double[] difference) {
        for (int x = 0; x < width; x++) {
            sum[x] = one[x] + other[x];
            difference[x] = one[x] - other[x];
        }
    }

    private void total(double[] first, double[][] sums, double[] out) {
        double[] a = sums[0];
        double[] b = sums[1];
        double[] c = sums[2];
        for (int x = 0; x < width; x++) {
            out[x] = first[x] + (a[x] + b[x] + c[x]);
        }
    }

    private void middle(double[] first, double[][] sums, int j, double[] out) {
        double[] a = sums[0];
        double[] b = sums[1];
        double[] c = sums[2];
        double wa = COSINE[j];
        double wb = COSINE[2 * j % 7];
        double wc = COSINE[3 * j % 7];
        for (int x = 0; x < width; x++) {
            out[x] = first[x] + (wa * a[x] + wb * b[x] + wc * c[x]);
        }
    }

    private void turned(double[][] differences, int j, double[] out) {
        double[] a = differences[0];
        double[] b = differences[1];
        double[] c = differences[2];
        double wa = SINE[j];
        double wb = SINE[2 * j % 7];
        double wc = SINE[3 * j % 7];
        for (int x = 0; x < width; x++) {
            out[x] = wa * a[x] + wb * b[x] + wc * c[x];
        }
    }

    /** From (middle, turned) to both outputs, each times its twiddle factor. */
    private void finish(
            double[] a,
            double[] b,
            double[] oppositeA,
            double[] oppositeB,
            double c,
            double s,
            double oppositeC,
            double oppositeS) {
        for (int x = 0; x < width; x++) {
            double r = a[x] + oppositeA[x];
            double i = b[x] - oppositeB[x];
            double otherR = a[x] - oppositeA[x];
            double otherI = b[x] + oppositeB[x];
            a[x] = r * c - i * s;
            b[x] = r * s + i * c;
            oppositeA[x] = otherR * oppositeC - otherI * oppositeS;
            oppositeB[x] = otherR * oppositeS + otherI * oppositeC;
        }
    }
}
