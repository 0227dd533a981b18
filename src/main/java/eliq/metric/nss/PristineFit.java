package eliq.metric.nss;

import eliq.image.Pixels;
import eliq.metric.MetricException;
import eliq.table.MatArray;
import eliq.table.MatWriter;
import eliq.table.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits NIQE's or IL-NIQE's model of sound photographs to a user's own, as the authors describe it. */
public enum PristineFit {
    /** Mean and covariance of 36 features. */
    NIQE("niqe") {
        private static final NiqeFeatures FEATURES = new NiqeFeatures();

        @Override
        List<double[]> rows(Pixels image) {
            return FEATURES.of(image);
        }

        @Override
        double[] sharpness(Pixels image) {
            return FEATURES.sharpness(image);
        }

        @Override
        int features() {
            return NiqeFeatures.COUNT;
        }

        @Override
        Map<String, MatArray> model(List<double[]> rows) {
            int size = features();
            Map<String, MatArray> variables = new LinkedHashMap<>();
            variables.put("mu_prisparam", array(1, size, Statistics.mean(rows, size)));
            variables.put(
                    "cov_prisparam", array(size, size, Statistics.covariance(rows, size).values()));
            return variables;
        }
    },
    /** Mean and covariance of 468 features on their principal axes. */
    ILNIQE("ilniqe") {
        private static final IlNiqeFeatures FEATURES = new IlNiqeFeatures();

        @Override
        List<double[]> rows(Pixels image) {
            return FEATURES.of(image);
        }

        @Override
        double[] sharpness(Pixels image) {
            return FEATURES.sharpness(image);
        }

        @Override
        int features() {
            return IlNiqeFeatures.COUNT;
        }

        @Override
        Map<String, MatArray> model(List<double[]> rows) {
            int size = features();
            double[] mean = Statistics.mean(rows, size);
            SymmetricMatrix.Eigen axes = Statistics.covariance(rows, size).eigen();
            double least = LEAST_VARIANCE * axes.values()[0];
            int solid = (int) Arrays.stream(axes.values()).filter(v -> v > least).count();
            int kept = Math.min((int) (KEPT_AXES * size), Math.min(solid, rows.size() - 1));
            // In the principal axes the mean is zero and the covariance diagonal.
            double[] covariance = new double[kept * kept];
            for (int i = 0; i < kept; i++) {
                covariance[i * kept + i] = axes.values()[i];
            }
            MatArray template =
                    new MatArray.Cells(
                            new int[] {1, 4},
                            List.of(
                                    array(1, kept, new double[kept]),
                                    array(kept, kept, covariance),
                                    array(size, 1, mean),
                                    array(size, kept, Arrays.copyOf(axes.vectors(), kept * size))));
            return Map.of("templateModel", template);
        }
    };

    /** Share of the principal axes that are kept: 430 of 468, as in the authors' model. */
    private static final double KEPT_AXES = 0.92;

    /** Axes of less than this part of the largest variance hold nothing but round-off. */
    private static final double LEAST_VARIANCE = 1e-12;

    private final String metric;

    PristineFit(String metric) {
        this.metric = metric;
    }

    /** Name of the metric. */
    public String metric() {
        return metric;
    }

    abstract List<double[]> rows(Pixels image);

    abstract double[] sharpness(Pixels image);

    abstract int features();

    abstract Map<String, MatArray> model(List<double[]> rows);

    private static MatArray array(int rows, int columns, double[] values) {
        return new MatArray.Numbers(new int[] {rows, columns}, values);
    }

    /**
     * The features of a picture's sharp blocks.
     *
     * @param threshold part of the sharpest block's sharpness that a block must have, 0..1
     * @return empty where the picture is too small
     */
    List<double[]> sharpBlocks(Pixels image, double threshold) {
        if (image.width() < NiqeFeatures.BLOCK || image.height() < NiqeFeatures.BLOCK) {
            return List.of();
        }
        List<double[]> rows = rows(image);
        double[] sharpness = sharpness(image);
        double largest = Arrays.stream(sharpness).max().orElse(0);
        List<double[]> sharp = new ArrayList<>();
        for (int i = 0; i < sharpness.length; i++) {
            boolean finite = Arrays.stream(rows.get(i)).allMatch(Double::isFinite);
            if (finite && sharpness[i] > threshold * largest) {
                sharp.add(rows.get(i));
            }
        }
        return sharp;
    }

    /**
     * Writes the model in the authors' form.
     *
     * @param rows of all pictures' sharp blocks
     * @throws MetricException if there are too few
     */
    void write(List<double[]> rows, Path file) throws MetricException {
        int least = 2 * NiqeFeatures.COUNT;
        if (rows.size() < least) {
            throw new MetricException(
                    "The pictures have "
                            + rows.size()
                            + " sharp blocks; a model needs "
                            + least
                            + " at the least, and thousands to be good. Name more pictures");
        }
        try {
            MatWriter.write(file, model(rows));
        } catch (TableException e) {
            throw new MetricException(e.getMessage(), e);
        }
    }
}
