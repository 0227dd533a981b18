package eliq.metric.nss;

import eliq.file.WholeFile;
import eliq.metric.MetricException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * From BRISQUE's features to a score, by support vector regression (libsvm). Scores are of distortion: 0 for what was
 * rated best, 100 for what was rated worst in training; a score may lie beyond both.
 *
 * <p>Two files, as libsvm's tools and the authors' release have them: the model, and the range that each feature is
 * brought from to -1..1 ({@code svm-scale}), which lies beside it with {@code .range} at the end of its name.
 */
public final class BrisqueModel {
    private final double[] lowest;
    private final double[] highest;
    private final svm_model model;

    private BrisqueModel(double[] lowest, double[] highest, svm_model model) {
        this.lowest = lowest;
        this.highest = highest;
        this.model = model;
    }

    /**
     * How it is trained. The standard is that of the publication.
     *
     * @param cost of an error
     * @param gamma of the radial kernel exp(-gamma d^2)
     * @param epsilon errors below which do not count, in points of the score
     */
    public record Settings(double cost, double gamma, double epsilon) {
        public static final Settings STANDARD = new Settings(1024, 0.05, 0.1);
    }

    /**
     * Trains on pictures with ratings.
     *
     * @param features [n][36] of {@link BrisqueFeatures}
     * @param ratings [n], higher is better
     * @throws MetricException if there are fewer than ten, or all ratings are equal
     */
    public static BrisqueModel train(List<double[]> features, double[] ratings, Settings settings)
            throws MetricException {
        if (features.size() < 10 || features.size() != ratings.length) {
            throw new MetricException(
                    "BRISQUE was to be trained on "
                            + features.size()
                            + " rated pictures; it needs ten at the least, and some hundreds to"
                            + " be worth something");
        }
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        for (double rating : ratings) {
            worst = Math.min(worst, rating);
            best = Math.max(best, rating);
        }
        if (!(worst < best)) {
            throw new MetricException(
                    "All " + ratings.length + " ratings are " + worst + ": nothing can be learned");
        }
        double[] lowest = new double[BrisqueFeatures.COUNT];
        double[] highest = new double[BrisqueFeatures.COUNT];
        for (int i = 0; i < lowest.length; i++) {
            int feature = i;
            lowest[i] = features.stream().mapToDouble(f -> f[feature]).min().orElseThrow();
            highest[i] = features.stream().mapToDouble(f -> f[feature]).max().orElseThrow();
        }
        svm_problem problem = new svm_problem();
        problem.l = ratings.length;
        problem.x = new svm_node[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = scaled(features.get(i), lowest, highest);
            problem.y[i] = 100 * (best - ratings[i]) / (best - worst);
        }
        return new BrisqueModel(lowest, highest, Quiet.train(problem, parameter(settings)));
    }

    /** libsvm, which prints its progress unless told otherwise. */
    private static final class Quiet {
        static svm_model train(svm_problem problem, svm_parameter parameter) {
            svm.svm_set_print_string_function(text -> {});
            return svm.svm_train(problem, parameter);
        }
    }

    private static svm_parameter parameter(Settings settings) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.EPSILON_SVR;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.C = settings.cost();
        parameter.gamma = settings.gamma();
        parameter.p = settings.epsilon();
        parameter.eps = 1e-3;
        parameter.cache_size = 100;
        parameter.shrinking = 1;
        parameter.probability = 0;
        parameter.weight_label = new int[0];
        parameter.weight = new double[0];
        return parameter;
    }

    private static svm_node[] scaled(double[] features, double[] lowest, double[] highest) {
        svm_node[] nodes = new svm_node[features.length];
        for (int i = 0; i < features.length; i++) {
            nodes[i] = new svm_node();
            nodes[i].index = i + 1;
            // A feature without a range is left out by svm-scale, which is the same as 0.
            nodes[i].value =
                    highest[i] > lowest[i]
                            ? -1 + 2 * (features[i] - lowest[i]) / (highest[i] - lowest[i])
                            : 0;
        }
        return nodes;
    }

    /** A picture's score from its features [36]; lower is better. */
    public double predict(double[] features) {
        return svm.svm_predict(model, scaled(features, lowest, highest));
    }

    private static Path range(Path file) {
        return file.resolveSibling(file.getFileName() + ".range");
    }

    /** Writes both files aside, syncs and renames. */
    public void save(Path file) throws MetricException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            StringBuilder text = new StringBuilder("x\n-1 1\n");
            for (int i = 0; i < lowest.length; i++) {
                text.append(String.format(Locale.ROOT, "%d %s %s%n", i + 1, lowest[i], highest[i]));
            }
            WholeFile.write(range(file), text.toString().replace("\r", ""));
            Path aside = WholeFile.aside(file);
            svm.svm_save_model(aside.toString(), model);
            WholeFile.publish(aside, file);
        } catch (IOException e) {
            throw new MetricException(
                    file + ": cannot be written: " + e.getMessage() + "; check the disk", e);
        }
    }

    /**
     * Reads both files.
     *
     * @throws MetricException if one is missing or not what it should be
     */
    public static BrisqueModel read(Path file) throws MetricException {
        double[] lowest = new double[BrisqueFeatures.COUNT];
        double[] highest = new double[BrisqueFeatures.COUNT];
        readRange(range(file), lowest, highest);
        try {
            String text = Files.readString(file);
            // Looked over first, as libsvm prints what it cannot read.
            if (!text.startsWith("svm_type epsilon_svr") || !text.contains("\nSV")) {
                throw new MetricException(
                        file + ": is no libsvm model of epsilon-SVR; it begins otherwise");
            }
            svm_model model = svm.svm_load_model(new BufferedReader(new StringReader(text)));
            if (model == null) {
                throw new MetricException(file + ": is no libsvm model that can be read");
            }
            return new BrisqueModel(lowest, highest, model);
        } catch (IOException | RuntimeException e) {
            throw new MetricException(file + ": is no libsvm model: " + e.getMessage(), e);
        }
    }

    private static void readRange(Path file, double[] lowest, double[] highest)
            throws MetricException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new MetricException(
                    file
                            + ": cannot be read ("
                            + e.getMessage()
                            + "); the ranges of svm-scale belong beside the model",
                    e);
        }
        boolean usual =
                lines.size() >= 2
                        && lines.get(0).strip().equals("x")
                        && lines.get(1).strip().matches("-1(\\.0*)? \\+?1(\\.0*)?");
        if (!usual) {
            throw new MetricException(
                    file + ": line 1 and 2 should be 'x' and '-1 1', as svm-scale writes them");
        }
        for (int i = 2; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split("\\s+");
            try {
                int index = Integer.parseInt(parts[0]) - 1;
                lowest[index] = Double.parseDouble(parts[1]);
                highest[index] = Double.parseDouble(parts[2]);
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new MetricException(
                        file
                                + ", line "
                                + (i + 1)
                                + ": '"
                                + lines.get(i)
                                + "' is not FEATURE LOWEST HIGHEST with features 1 to "
                                + lowest.length,
                        e);
            }
        }
    }
}
