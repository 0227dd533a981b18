package eliq.scorer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings every dimension of an embedding to mean 0 and deviation 1 over the training set, each aspect by its own
 * numbers. Hidden states of language models hold a few dimensions that are hundreds of times larger than the rest; a
 * layer norm would let them drown the others (docs/decisions).
 *
 * @param mean [3][h] in the order technical, aesthetic, alignment
 * @param deviation [3][h] positive
 */
public record Standardisation(float[][] mean, float[][] deviation) {

    /** Standardised values are cut here, so that an image unlike all training cannot run off the scale. */
    static final float LIMIT = 8;

    /** Below this share of the median deviation a dimension counts as constant noise. */
    private static final double FLOOR = 1e-2;

    static Standardisation of(List<EmbeddedTuple> tuples) {
        int size = tuples.getFirst().positive().size();
        List<AspectEmbeddings> all =
                tuples.stream()
                        .flatMap(
                                tuple ->
                                        Stream.concat(
                                                Stream.of(tuple.positive()),
                                                tuple.negatives().stream()
                                                        .map(EmbeddedTuple.Negative::embeddings)))
                        .toList();
        float[][] mean = new float[3][];
        float[][] deviation = new float[3][];
        fit(all, e -> Optional.of(e.technical()), size, 0, mean, deviation);
        fit(all, e -> Optional.of(e.aesthetic()), size, 1, mean, deviation);
        fit(all, AspectEmbeddings::alignment, size, 2, mean, deviation);
        return new Standardisation(mean, deviation);
    }

    private static void fit(
            List<AspectEmbeddings> all,
            Function<AspectEmbeddings, Optional<float[]>> aspect,
            int size,
            int index,
            float[][] means,
            float[][] deviations) {
        List<float[]> rows = all.stream().map(aspect).flatMap(Optional::stream).toList();
        double[] mean = new double[size];
        double[] square = new double[size];
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                mean[i] += row[i] / (double) rows.size();
            }
        }
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                double difference = row[i] - mean[i];
                square[i] += difference * difference / rows.size();
            }
        }
        double[] deviation = Arrays.stream(square).map(Math::sqrt).toArray();
        double median = Arrays.stream(deviation).sorted().toArray()[size / 2];
        double floor = Math.max(FLOOR * median, 1e-6);
        means[index] = new float[size];
        deviations[index] = new float[size];
        for (int i = 0; i < size; i++) {
            means[index][i] = (float) mean[i];
            deviations[index][i] = (float) (rows.isEmpty() ? 1 : Math.max(deviation[i], floor));
        }
    }

    int size() {
        return mean[0].length;
    }

    float[] technical(AspectEmbeddings embeddings) {
        return apply(embeddings.technical(), 0);
    }

    float[] aesthetic(AspectEmbeddings embeddings) {
        return apply(embeddings.aesthetic(), 1);
    }

    /** Zeros where there is no prompt: the network then puts its own vector there. */
    float[] alignment(AspectEmbeddings embeddings) {
        return embeddings
                .alignment()
                .map(values -> apply(values, 2))
                .orElseGet(() -> new float[size()]);
    }

    private float[] apply(float[] values, int aspect) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            float z = (values[i] - mean[aspect][i]) / deviation[aspect][i];
            result[i] = Math.clamp(z, -LIMIT, LIMIT);
        }
        return result;
    }
}
