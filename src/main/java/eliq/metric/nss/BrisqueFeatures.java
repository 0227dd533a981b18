package eliq.metric.nss;

import eliq.image.Pixels;
import java.util.Optional;

/** The 36 features of BRISQUE: 18 of the picture, 18 of its half size. May be used from several threads. */
public final class BrisqueFeatures {
    public static final int COUNT = 36;

    private static final int[][] SHIFTS = {{0, 1}, {1, 0}, {1, 1}, {-1, 1}};

    /** Below this a picture has too few pixels for the shape of a distribution. */
    private static final int SMALLEST = 32;

    private final ShapeTable table = new ShapeTable();
    private final LocalContrast contrast = new LocalContrast(7, 7.0 / 6, LocalContrast.Border.ZERO);

    /** [36], all finite; empty where there are none, see {@link #whyNot}. */
    public Optional<double[]> of(Pixels image) {
        if (small(image)) {
            return Optional.empty();
        }
        double[] features = new double[COUNT];
        Plane plane = Grey.of(image);
        SignedMoments moments = new SignedMoments(plane.width());
        for (int scale = 0; scale < 2; scale++) {
            Plane normal = new Plane(plane.width(), plane.height());
            contrast.normalise(plane, normal);
            fill(normal, moments, features, 18 * scale);
            plane = scale == 0 ? HalfSize.of(plane) : plane;
        }
        for (double feature : features) {
            if (!Double.isFinite(feature)) {
                return Optional.empty();
            }
        }
        return Optional.of(features);
    }

    private void fill(Plane plane, SignedMoments moments, double[] features, int at) {
        int width = plane.width();
        int height = plane.height();
        moments.of(plane, 0, 0, width, height);
        double square = moments.meanSquare();
        double mean = moments.meanMagnitude();
        features[at] = table.shape(table.nearestReciprocal(square / (mean * mean)));
        features[at + 1] = square;
        for (int i = 0; i < SHIFTS.length; i++) {
            moments.ofProducts(plane, 0, 0, width, height, SHIFTS[i][0], SHIFTS[i][1]);
            int shape = moments.shape(table);
            double left = moments.leftDeviation();
            double right = moments.rightDeviation();
            int to = at + 2 + 4 * i;
            features[to] = table.shape(shape);
            features[to + 1] = (right - left) * table.lever(shape) * table.scale(shape);
            features[to + 2] = left * left;
            features[to + 3] = right * right;
        }
    }

    private static boolean small(Pixels image) {
        return image.width() < SMALLEST || image.height() < SMALLEST;
    }

    /** Why a picture has no features, as one sentence. */
    public static String whyNot(Pixels image) {
        return small(image)
                ? "BRISQUE needs at least "
                        + SMALLEST
                        + " x "
                        + SMALLEST
                        + " pixels; the picture has "
                        + image.width()
                        + " x "
                        + image.height()
                : "the picture is flat: without detail BRISQUE has no statistics to go by";
    }
}
