package eliq.metric.nss;

import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/** The 36 features of each block of a picture: 18 of its 96 x 96 pixels, 18 of their half size. */
final class NiqeFeatures {
    static final int COUNT = 2 * SceneStatistics.FEATURES;
    static final int BLOCK = 96;

    private final ShapeTable table = new ShapeTable();
    private final LocalContrast contrast =
            new LocalContrast(7, 7.0 / 6, LocalContrast.Border.REPLICATE);

    /**
     * One row a block, from the left and from the top; features without a value are NaN.
     *
     * @param image of at least one block; what does not fill a block on the right and below is left out
     */
    List<double[]> of(Pixels image) {
        int across = image.width() / BLOCK;
        int down = image.height() / BLOCK;
        Plane plane = Grey.of(image, across * BLOCK, down * BLOCK);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < across * down; i++) {
            rows.add(new double[COUNT]);
        }
        SignedMoments moments = new SignedMoments(BLOCK);
        for (int scale = 0; scale < 2; scale++) {
            Plane normal = new Plane(plane.width(), plane.height());
            contrast.normalise(plane, normal);
            int size = BLOCK >> scale;
            for (int i = 0; i < rows.size(); i++) {
                SceneStatistics.of(
                        normal,
                        i % across * size,
                        i / across * size,
                        size,
                        moments,
                        table,
                        rows.get(i),
                        scale * SceneStatistics.FEATURES);
            }
            plane = scale == 0 ? HalfSize.of(plane) : plane;
        }
        return rows;
    }

    /** Mean local deviation of each block, in the same order. */
    double[] sharpness(Pixels image) {
        int across = image.width() / BLOCK;
        int down = image.height() / BLOCK;
        Plane plane = Grey.of(image, across * BLOCK, down * BLOCK);
        Plane deviations = new Plane(plane.width(), plane.height());
        contrast.deviations(plane, deviations);
        double[] sharpness = new double[across * down];
        for (int i = 0; i < sharpness.length; i++) {
            sharpness[i] = deviations.mean(i % across * BLOCK, i / across * BLOCK, BLOCK);
        }
        return sharpness;
    }
}
