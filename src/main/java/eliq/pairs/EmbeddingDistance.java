package eliq.pairs;

import eliq.catalog.PromptStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How different prompts are to a model. Embeddings of one model lie in a narrow cone, and how narrow differs from model
 * to model; so they are centred, and a distance is the share of all pairs of the prompts at hand that are closer: 0 the
 * closest pair, 0.5 a usual one, 1 the farthest. Two prompts are as close as their words or the model say, whichever is
 * closer: a model sees that a puppy is a dog, words see what it overlooks.
 */
public final class EmbeddingDistance implements PromptDistance {
    private final PromptDistance words;
    private final Map<String, float[]> directions = new HashMap<>();
    private final double[] sorted;

    /**
     * @param words counts beside the embeddings, and alone for texts that have none
     * @param embeddings of prompts, all of one length
     */
    public EmbeddingDistance(PromptDistance words, Map<String, float[]> embeddings) {
        this.words = words;
        float[] centre = centre(embeddings);
        embeddings.forEach(
                (text, vector) ->
                        directions.put(PromptStore.normalise(text), direction(vector, centre)));
        this.sorted = angles();
    }

    @Override
    public double between(String one, String other) {
        double said = words.between(one, other);
        float[] a = directions.get(PromptStore.normalise(one));
        float[] b = directions.get(PromptStore.normalise(other));
        return a == null || b == null ? said : Math.min(said, rank(1 - dot(a, b)));
    }

    private double rank(double distance) {
        int at = Arrays.binarySearch(sorted, distance);
        int closer = at >= 0 ? at : -at - 1;
        return sorted.length < 2 ? 1 : Math.min(1, (double) closer / (sorted.length - 1));
    }

    private double[] angles() {
        float[][] all = directions.values().toArray(float[][]::new);
        double[] angles = new double[all.length * (all.length - 1) / 2];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < i; j++) {
                angles[at++] = 1 - dot(all[i], all[j]);
            }
        }
        Arrays.sort(angles);
        return angles;
    }

    private static float[] centre(Map<String, float[]> embeddings) {
        int length = embeddings.values().stream().mapToInt(v -> v.length).findFirst().orElse(0);
        float[] centre = new float[length];
        for (float[] vector : embeddings.values()) {
            for (int i = 0; i < length; i++) {
                centre[i] += vector[i] / embeddings.size();
            }
        }
        return centre;
    }

    private static float[] direction(float[] vector, float[] centre) {
        float[] direction = new float[vector.length];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] - centre[i];
            squares += (double) direction[i] * direction[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            direction[i] = (float) (direction[i] / length);
        }
        return direction;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
