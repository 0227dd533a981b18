package eliq.critic;

import eliq.catalog.Aspect;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Weights that give both labels of an aspect the same say: a tuple has one positive and often several negatives, and a
 * critic that always answers the commoner label would otherwise look good. The mean weight is 1.
 */
final class LabelWeights {
    private final Map<Aspect, double[]> weights = new EnumMap<>(Aspect.class);

    /** Weights of 1 for all. */
    static LabelWeights equal() {
        return new LabelWeights();
    }

    /** Weights that balance the labels of these samples. */
    static LabelWeights balancing(Collection<ImageSamples> images) {
        LabelWeights result = new LabelWeights();
        Map<Aspect, double[]> counts = new EnumMap<>(Aspect.class);
        for (ImageSamples image : images) {
            for (CriticSample s : image.samples()) {
                counts.computeIfAbsent(s.aspect(), a -> new double[2])[s.label().ordinal()]++;
            }
        }
        counts.forEach(
                (aspect, n) -> {
                    double half = (n[0] + n[1]) / 2;
                    result.weights.put(
                            aspect,
                            n[0] == 0 || n[1] == 0
                                    ? new double[] {1, 1}
                                    : new double[] {half / n[0], half / n[1]});
                });
        return result;
    }

    double of(Aspect aspect, Label label) {
        double[] ofAspect = weights.get(aspect);
        return ofAspect == null ? 1 : ofAspect[label.ordinal()];
    }
}
