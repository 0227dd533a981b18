package eliq.metric.nss;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete Fourier transforms of many columns at once: the transform runs over the row index, and each step of it is a
 * loop along rows. Stockham's ordering, radices 2, 3, 4 and 7, which is all that the sizes here need. Holds buffers: one
 * thread at a time.
 */
final class Fourier {
    private final int length;
    private final int width;
    private final List<Integer> radices = new ArrayList<>();
    private final double[] cosines;
    private final double[] sines;
    private final double[][] spareReal;
    private final double[][] spareImaginary;
    private final SeventhRoots sevenths;

    /**
     * @param length of the transform: a product of 2, 3, 4 and 7
     * @param width columns
     */
    Fourier(int length, int width) {
        this.length = length;
        this.width = width;
        int rest = length;
        for (int radix : new int[] {7, 3, 4, 2}) {
            while (rest % radix == 0) {
                radices.add(radix);
                rest /= radix;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException(length + " has another factor than 2, 3 and 7");
        }
        cosines = new double[length];
        sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
        spareReal = new double[length][width];
        spareImaginary = new double[length][width];
        sevenths = new SeventhRoots(width);
    }

    /**
     * Transforms in place: X[k] = sum over n of x[n] exp(-2 pi i k n / length). For the inverse (without the factor 1 /
     * length) give the parts in exchanged places.
     *
     * @param real [length][width]; its rows may be exchanged for others
     */
    void transform(double[][] real, double[][] imaginary) {
        double[][] fromReal = real;
        double[][] fromImaginary = imaginary;
        double[][] toReal = spareReal;
        double[][] toImaginary = spareImaginary;
        int size = length;
        int stride = 1;
        for (int radix : radices) {
            pass(radix, size, stride, fromReal, fromImaginary, toReal, toImaginary);
            size /= radix;
            stride *= radix;
            double[][] swap = fromReal;
            fromReal = toReal;
            toReal = swap;
            swap = fromImaginary;
            fromImaginary = toImaginary;
            toImaginary = swap;
        }
        if (fromReal != real) {
            for (int i = 0; i < length; i++) {
                double[] row = real[i];
                real[i] = spareReal[i];
                spareReal[i] = row;
                row = imaginary[i];
                imaginary[i] = spareImaginary[i];
                spareImaginary[i] = row;
            }
        }
    }

    private void pass(
            int radix,
            int size,
            int stride,
            double[][] re,
            double[][] im,
            double[][] toRe,
            double[][] toIm) {
        int part = size / radix;
        int step = length / size;
        for (int p = 0; p < part; p++) {
            for (int q = 0; q < stride; q++) {
                int in = q + stride * p;
                int out = q + stride * radix * p;
                int gap = stride * part;
                switch (radix) {
                    case 2 -> two(re, im, in, gap, toRe, toIm, out, stride, p * step);
                    case 3 -> three(re, im, in, gap, toRe, toIm, out, stride, p * step);
                    case 4 -> four(re, im, in, gap, toRe, toIm, out, stride, p * step);
                    default ->
                            sevenths.apply(
                                    re, im, in, gap, toRe, toIm, out, stride, p * step, this);
                }
            }
        }
    }

    private void two(
            double[][] re,
            double[][] im,
            int in,
            int gap,
            double[][] toRe,
            double[][] toIm,
            int out,
            int stride,
            int twiddle) {
        double c = cosines[twiddle];
        double s = sines[twiddle];
        double[] ar = re[in];
        double[] ai = im[in];
        double[] br = re[in + gap];
        double[] bi = im[in + gap];
        double[] xr = toRe[out];
        double[] xi = toIm[out];
        double[] yr = toRe[out + stride];
        double[] yi = toIm[out + stride];
        for (int x = 0; x < width; x++) {
            double dr = ar[x] - br[x];
            double di = ai[x] - bi[x];
            xr[x] = ar[x] + br[x];
            xi[x] = ai[x] + bi[x];
            yr[x] = dr * c - di * s;
            yi[x] = dr * s + di * c;
        }
    }

    private void three(
            double[][] re,
            double[][] im,
            int in,
            int gap,
            double[][] toRe,
            double[][] toIm,
            int out,
            int stride,
            int twiddle) {
        double h = Math.sqrt(3) / 2;
        double c1 = cosines[twiddle];
        double s1 = sines[twiddle];
        double c2 = cosines[2 * twiddle];
        double s2 = sines[2 * twiddle];
        double[] ar = re[in];
        double[] ai = im[in];
        double[] br = re[in + gap];
        double[] bi = im[in + gap];
        double[] cr = re[in + 2 * gap];
        double[] ci = im[in + 2 * gap];
        double[] xr = toRe[out];
        double[] xi = toIm[out];
        double[] yr = toRe[out + stride];
        double[] yi = toIm[out + stride];
        double[] zr = toRe[out + 2 * stride];
        double[] zi = toIm[out + 2 * stride];
        for (int x = 0; x < width; x++) {
            double tr = br[x] + cr[x];
            double ti = bi[x] + ci[x];
            double ur = h * (br[x] - cr[x]);
            double ui = h * (bi[x] - ci[x]);
            double mr = ar[x] - 0.5 * tr;
            double mi = ai[x] - 0.5 * ti;
            double dr = mr + ui;
            double di = mi - ur;
            double er = mr - ui;
            double ei = mi + ur;
            xr[x] = ar[x] + tr;
            xi[x] = ai[x] + ti;
            yr[x] = dr * c1 - di * s1;
            yi[x] = dr * s1 + di * c1;
            zr[x] = er * c2 - ei * s2;
            zi[x] = er * s2 + ei * c2;
        }
    }

    private void four(
            double[][] re,
            double[][] im,
            int in,
            int gap,
            double[][] toRe,
            double[][] toIm,
            int out,
            int stride,
            int twiddle) {
        double c1 = cosines[twiddle];
        double s1 = sines[twiddle];
        double c2 = cosines[2 * twiddle];
        double s2 = sines[2 * twiddle];
        double c3 = cosines[3 * twiddle];
        double s3 = sines[3 * twiddle];
        double[] ar = re[in];
        double[] ai = im[in];
        double[] br = re[in + gap];
        double[] bi = im[in + gap];
        double[] cr = re[in + 2 * gap];
        double[] ci = im[in + 2 * gap];
        double[] dr = re[in + 3 * gap];
        double[] di = im[in + 3 * gap];
        double[] wr = toRe[out];
        double[] wi = toIm[out];
        double[] xr = toRe[out + stride];
        double[] xi = toIm[out + stride];
        double[] yr = toRe[out + 2 * stride];
        double[] yi = toIm[out + 2 * stride];
        double[] zr = toRe[out + 3 * stride];
        double[] zi = toIm[out + 3 * stride];
        for (int x = 0; x < width; x++) {
            double sumR = ar[x] + cr[x];
            double sumI = ai[x] + ci[x];
            double difR = ar[x] - cr[x];
            double difI = ai[x] - ci[x];
            double oddR = br[x] + dr[x];
            double oddI = bi[x] + di[x];
            double turnR = br[x] - dr[x];
            double turnI = bi[x] - di[x];
            double oneR = difR + turnI;
            double oneI = difI - turnR;
            double twoR = sumR - oddR;
            double twoI = sumI - oddI;
            double threeR = difR - turnI;
            double threeI = difI + turnR;
            wr[x] = sumR + oddR;
            wi[x] = sumI + oddI;
            xr[x] = oneR * c1 - oneI * s1;
            xi[x] = oneR * s1 + oneI * c1;
            yr[x] = twoR * c2 - twoI * s2;
            yi[x] = twoR * s2 + twoI * c2;
            zr[x] = threeR * c3 - threeI * s3;
            zi[x] = threeR * s3 + threeI * c3;
        }
    }

    double cosine(int turn) {
        return cosines[turn % length];
    }

    double sine(int turn) {
        return sines[turn % length];
    }

    /** The transposed of a plane, in tiles that the cache holds. */
    static void transpose(double[][] from, double[][] to) {
        int tile = 16;
        int height = from.length;
        int width = to.length;
        for (int top = 0; top < height; top += tile) {
            int bottom = Math.min(height, top + tile);
            for (int x = 0; x < width; x++) {
                double[] target = to[x];
                for (int y = top; y < bottom; y++) {
                    target[y] = from[y][x];
                }
            }
        }
    }
}
