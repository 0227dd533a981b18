package eliq.metric.nss;

import eliq.metric.MetricException;
import eliq.table.MatArray;
import eliq.table.MatFile;
import eliq.table.TableException;
import java.nio.file.Path;
import java.util.List;

/** Pristine models in the authors' MATLAB files. */
final class PristineFiles {
    private PristineFiles() {}

    /**
     * The variables {@code mu_prisparam} [1, 36] and {@code cov_prisparam} [36, 36].
     *
     * @throws MetricException if the file does not have them
     */
    static PristineModel niqe(Path file) throws MetricException {
        try {
            MatFile variables = MatFile.read(file);
            return model(
                    file,
                    variables.numbers("mu_prisparam"),
                    variables.numbers("cov_prisparam"),
                    NiqeFeatures.COUNT);
        } catch (TableException e) {
            throw new MetricException(file + ": is no NIQE model: " + e.getMessage(), e);
        }
    }

    /**
     * The cell array {@code templateModel}: mean [1, k], covariance [k, k], mean of the features [468, 1], principal
     * vectors [468, k].
     */
    static IlNiqeModel ilNiqe(Path file) throws MetricException {
        try {
            MatArray template = MatFile.read(file).variable("templateModel");
            if (!(template instanceof MatArray.Cells cells) || cells.cells().size() != 4) {
                throw new MetricException(
                        file
                                + ": is no IL-NIQE model: 'templateModel' is "
                                + MatFile.describe(template)
                                + ", not a cell array of four");
            }
            List<MatArray> parts = cells.cells();
            MatArray.Numbers mean = numbers(file, parts.get(0), "the mean");
            PristineModel model =
                    model(file, mean, numbers(file, parts.get(1), "the covariance"), mean.count());
            MatArray.Numbers centre = numbers(file, parts.get(2), "the mean of the features");
            MatArray.Numbers vectors = numbers(file, parts.get(3), "the principal vectors");
            int features = IlNiqeFeatures.COUNT;
            if (centre.count() != features || vectors.count() != features * mean.count()) {
                throw new MetricException(
                        file
                                + ": is no IL-NIQE model: "
                                + centre.count()
                                + " features and "
                                + vectors.count()
                                + " elements of principal vectors, where "
                                + features
                                + " and "
                                + features * mean.count()
                                + " are expected");
            }
            // Column by column in the file, so each principal vector is one run of values.
            return new IlNiqeModel(model, centre.values(), vectors.values());
        } catch (TableException e) {
            throw new MetricException(file + ": is no IL-NIQE model: " + e.getMessage(), e);
        }
    }

    private static MatArray.Numbers numbers(Path file, MatArray array, String what)
            throws MetricException {
        if (array instanceof MatArray.Numbers numbers) {
            return numbers;
        }
        throw new MetricException(
                file
                        + ": is no IL-NIQE model: "
                        + what
                        + " is "
                        + MatFile.describe(array)
                        + ", not numbers");
    }

    private static PristineModel model(
            Path file, MatArray.Numbers mean, MatArray.Numbers covariance, int size)
            throws MetricException {
        if (size < 1
                || mean.count() != size
                || covariance.count() != (long) size * size
                || covariance.dimensions()[0] != size) {
            throw new MetricException(
                    file
                            + ": the mean has "
                            + mean.count()
                            + " and the covariance "
                            + covariance.count()
                            + " elements, where "
                            + size
                            + " and "
                            + (long) size * size
                            + " are expected");
        }
        for (double value : mean.values()) {
            finite(file, value);
        }
        for (double value : covariance.values()) {
            finite(file, value);
        }
        return new PristineModel(mean.values(), new SymmetricMatrix(size, covariance.values()));
    }

    private static void finite(Path file, double value) throws MetricException {
        if (!Double.isFinite(value)) {
            throw new MetricException(file + ": holds " + value + " where a number is expected");
        }
    }
}
