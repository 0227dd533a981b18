package eliq.scorer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parameters of the scoring network by name, on the heap: what is initialised, saved, loaded and kept as the best so
 * far. {@link Layout} says which there are.
 *
 * @param tensors in the layout's order
 */
public record Weights(Map<String, Weight> tensors) {

    private static final float FIRST_ODDS = 0.5f;
    private static final float FIRST_WORDS = 2;

    private static final Set<String> LAST =
            Set.of("head.visual.1.weight", "head.alignment.1.weight");

    /**
     * @param shape dimensions, outermost first
     * @param values row-major, as many as the shape says
     */
    public record Weight(long[] shape, float[] values) {
        public Weight {
            if (count(shape) != values.length) {
                throw new IllegalArgumentException("shape and number of values do not agree");
            }
        }
    }

    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    Weight get(String name) {
        Weight weight = tensors.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("no tensor named " + name);
        }
        return weight;
    }

    /**
     * Matrices from N(0, 1 / inputs), queries from N(0, 1) (the scale of standardised embeddings), norms 1, rest 0. With the
     * critic's evidence the first scores are that alone: the odds' weights are {@value #FIRST_ODDS}, the words' {@value
     * #FIRST_WORDS} (a logistic regression of what tells a painted scene from a changed one, docs/decisions), the heads' last
     * layers 0.
     */
    static Weights initial(int hidden, NetworkSettings settings, long seed) {
        Random random = new Random(seed);
        Map<String, Weight> tensors = new LinkedHashMap<>();
        Layout.of(hidden, settings)
                .forEach(
                        (name, shape) -> {
                            float[] values = new float[Math.toIntExact(count(shape))];
                            if (name.endsWith("norm.weight")) {
                                Arrays.fill(values, 1);
                            } else if (name.startsWith("odds.")) {
                                Arrays.fill(values, FIRST_ODDS);
                            } else if (name.startsWith("words.")) {
                                Arrays.fill(values, FIRST_WORDS);
                            } else if (settings.evidence() == CriticEvidence.NONE
                                    || !LAST.contains(name)) {
                                float deviation = deviation(name, shape);
                                for (int i = 0; i < values.length && deviation > 0; i++) {
                                    values[i] = (float) (deviation * random.nextGaussian());
                                }
                            }
                            tensors.put(name, new Weight(shape, values));
                        });
        return new Weights(tensors);
    }

    private static float deviation(String name, long[] shape) {
        if (name.startsWith("qqt.query.")) {
            return 1;
        }
        if (name.equals("qqt.position")) {
            return 0.02f;
        }
        return shape.length == 2 ? (float) (1 / Math.sqrt(shape[1])) : 0;
    }

    /** Whether AdamW decays it: matrices only, not biases, norms, queries or positions. */
    static boolean decays(String name, long[] shape) {
        return shape.length == 2 && !name.equals("qqt.position");
    }

    static long count(long[] shape) {
        return IntStream.range(0, shape.length)
                .mapToLong(i -> shape[i])
                .reduce(1, Math::multiplyExact);
    }
}
