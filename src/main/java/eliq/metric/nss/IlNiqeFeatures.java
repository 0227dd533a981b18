package eliq.metric.nss;

import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * The 468 features of each of the 36 blocks of a picture that is brought to 524 x 524 pixels: 234 of 84 x 84 pixels, 234
 * of their half size. May be used from several threads; each takes about 60 MB while it works.
 */
final class IlNiqeFeatures {
    private static final int PER_SCALE = 234;
    static final int COUNT = 2 * PER_SCALE;

    /** Side that every picture is brought to. */
    private static final int SIDE = 524;

    private static final int BLOCK = 84;
    private static final int ACROSS = SIDE / BLOCK;
    static final int BLOCKS = ACROSS * ACROSS;

    /** What of the picture its blocks fill. */
    private static final int FILLED = ACROSS * BLOCK;

    private static final double LOG_OFFSET = 0.00001;
    private static final double DERIVATIVE_SIGMA = 1.66;
    private static final double DERIVATIVE_EXPONENT = 0.28;
    private static final double SHORTEST_WAVE = 2.4;
    private static final double WAVE_EXPONENT = 0.87;

    private final ShapeTable table = new ShapeTable();
    private final LocalContrast contrast =
            new LocalContrast(5, 5.0 / 6, LocalContrast.Border.REPLICATE);
    private final List<LogGabor> filters = new ArrayList<>();
    private final List<GaussianDerivative> derivatives = new ArrayList<>();

    IlNiqeFeatures() {
        for (int scale = 1; scale <= 2; scale++) {
            filters.add(
                    new LogGabor(FILLED / scale, SHORTEST_WAVE / Math.pow(scale, WAVE_EXPONENT)));
            derivatives.add(
                    new GaussianDerivative(
                            DERIVATIVE_SIGMA / Math.pow(scale, DERIVATIVE_EXPONENT)));
        }
    }

    /** One row a block; features without a value are NaN, infinite ones infinite. */
    List<double[]> of(Pixels image) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            rows.add(new double[COUNT]);
        }
        Opponents colours = Opponents.of(MatlabResize.channels(image, SIDE, SIDE), FILLED);
        for (int scale = 0; scale < 2; scale++) {
            new ScaleWork(scale, colours, rows).run();
            colours = scale == 0 ? colours.half() : colours;
        }
        return rows;
    }

    /** Mean local deviation of each block's third opponent channel, in the same order. */
    double[] sharpness(Pixels image) {
        Opponents colours = Opponents.of(MatlabResize.channels(image, SIDE, SIDE), FILLED);
        Plane deviations = new Plane(FILLED, FILLED);
        contrast.deviations(colours.third(), deviations);
        double[] sharpness = new double[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            sharpness[i] = deviations.mean(i % ACROSS * BLOCK, i / ACROSS * BLOCK, BLOCK);
        }
        return sharpness;
    }

    /** The features of one scale, map after map; the maps themselves are not kept. */
    private final class ScaleWork {
        private final int scale;
        private final Opponents colours;
        private final List<double[]> rows;
        private final int size;
        private final int block;
        private final SignedMoments moments;
        private final WeibullFit weibull = new WeibullFit();
        private final Plane byColumn;
        private final Plane byRow;
        private final Plane magnitude;

        ScaleWork(int scale, Opponents colours, List<double[]> rows) {
            this.scale = scale;
            this.colours = colours;
            this.rows = rows;
            this.size = colours.third().width();
            this.block = BLOCK >> scale;
            this.moments = new SignedMoments(block);
            this.byColumn = new Plane(size, size);
            this.byRow = new Plane(size, size);
            this.magnitude = new Plane(size, size);
        }

        /** Places follow the authors' order of 109 maps. */
        void run() {
            Plane normal = magnitude;
            contrast.normalise(colours.third(), normal);
            each(
                    (left, top, row) ->
                            SceneStatistics.of(
                                    normal, left, top, block, moments, table, row, at(0)));
            Plane[] opponents = {colours.first(), colours.second(), colours.third()};
            for (int i = 0; i < 3; i++) {
                derivatives.get(scale).of(opponents[i], byColumn, byRow, magnitude);
                weibull(magnitude, 18 + 2 * i);
                gaussian(byColumn, 30 + 4 * i);
                gaussian(byRow, 32 + 4 * i);
            }
            Plane[] logarithms = colours.logarithms(LOG_OFFSET);
            for (int i = 0; i < 3; i++) {
                moments(logarithms[i], 24 + 2 * i);
            }
            responses();
        }

        private void responses() {
            Plane real = new Plane(size, size);
            Plane imaginary = new Plane(size, size);
            double[][] spectrumReal = new double[size][size];
            double[][] spectrumImaginary = new double[size][size];
            Fourier fourier = new Fourier(size, size);
            for (int y = 0; y < size; y++) {
                System.arraycopy(colours.third().rows()[y], 0, real.rows()[y], 0, size);
            }
            fourier.transform(real.rows(), imaginary.rows());
            Fourier.transpose(real.rows(), spectrumReal);
            Fourier.transpose(imaginary.rows(), spectrumImaginary);
            fourier.transform(spectrumReal, spectrumImaginary);
            double[][] workReal = new double[size][size];
            double[][] workImaginary = new double[size][size];
            for (int i = 0; i < LogGabor.SCALES * LogGabor.ORIENTATIONS; i++) {
                filters.get(scale)
                        .apply(
                                i / LogGabor.ORIENTATIONS,
                                i % LogGabor.ORIENTATIONS,
                                spectrumReal,
                                spectrumImaginary,
                                workReal,
                                workImaginary);
                fourier.transform(workImaginary, workReal);
                Fourier.transpose(workReal, real.rows());
                Fourier.transpose(workImaginary, imaginary.rows());
                fourier.transform(imaginary.rows(), real.rows());
                response(real, 42 + 4 * i, 90 + 8 * i, 186 + 4 * i);
                response(imaginary, 44 + 4 * i, 94 + 8 * i, 188 + 4 * i);
            }
        }

        private void response(Plane plane, int own, int derived, int length) {
            gaussian(plane, own);
            derivatives.get(scale).of(plane, byColumn, byRow, magnitude);
            gaussian(byColumn, derived);
            gaussian(byRow, derived + 2);
            weibull(magnitude, length);
        }

        private int at(int feature) {
            return scale * PER_SCALE + feature;
        }

        private interface Block {
            void take(int left, int top, double[] row);
        }

        private void each(Block work) {
            for (int i = 0; i < BLOCKS; i++) {
                work.take(i % ACROSS * block, i / ACROSS * block, rows.get(i));
            }
        }

        private void gaussian(Plane plane, int feature) {
            each(
                    (left, top, row) ->
                            SceneStatistics.symmetric(
                                    moments.of(plane, left, top, block, block),
                                    table,
                                    row,
                                    at(feature)));
        }

        private void weibull(Plane plane, int feature) {
            each(
                    (left, top, row) -> {
                        weibull.of(plane, left, top, block);
                        row[at(feature)] = weibull.scale();
                        row[at(feature + 1)] = weibull.shape();
                    });
        }

        private void moments(Plane plane, int feature) {
            each(
                    (left, top, row) -> {
                        double mean = plane.mean(left, top, block);
                        double squares = 0;
                        for (int y = top; y < top + block; y++) {
                            for (int x = left; x < left + block; x++) {
                                double distance = plane.rows()[y][x] - mean;
                                squares += distance * distance;
                            }
                        }
                        row[at(feature)] = mean;
                        row[at(feature + 1)] = squares / (block * block - 1);
                    });
        }
    }
}
