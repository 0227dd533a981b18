package eliq.nano;

import eliq.critic.LearningRate;
import eliq.critic.Optimizer;
import eliq.critic.Rhythm;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import java.util.List;

/**
 * Everything that decides what the small model becomes.
 *
 * @param shape of the model
 * @param mix of the examples
 * @param legs trainings one after another, each from the saved model (bfloat16) of the one before and with pictures of its
 *     own: a learning rate that starts anew, and a place to go on from later (Loshchilov and Hutter, "SGDR: Stochastic
 *     Gradient Descent with Warm Restarts", 2017)
 * @param validationScenes held-out scenes, three pictures each
 * @param seed of the starting weights and of every example
 */
public record NanoSettings(
        NanoShape shape,
        NanoMix mix,
        List<TrainingSettings> legs,
        int validationScenes,
        long seed) {

    /** What made the shipped model. */
    public static final NanoSettings SHIPPED = of(List.of(leg(2300, 1e-3)));

    public NanoSettings {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a training has at least one leg");
        }
    }

    /** The shipped recipe with a single leg of another number of steps. */
    public static NanoSettings of(int steps) {
        return of(List.of(leg(steps, 1e-3)));
    }

    /** The shipped recipe with one more leg. */
    public static NanoSettings shippedAnd(int steps) {
        List<TrainingSettings> legs = new java.util.ArrayList<>(SHIPPED.legs());
        legs.add(leg(steps, 6e-4));
        return of(legs);
    }

    private static NanoSettings of(List<TrainingSettings> legs) {
        return new NanoSettings(NanoShape.SHIPPED, NanoMix.SHIPPED, legs, 40, 20_261_123);
    }

    private static TrainingSettings leg(int steps, double peakRate) {
        return new TrainingSettings(
                new TrainingLength.Steps(steps),
                6,
                1,
                new LearningRate(peakRate, 0.03, 0.03),
                new Optimizer(0.9, 0.95, 1e-8, 0.05, 1),
                new Rhythm(0, 240, 400, 0),
                1,
                1);
    }

    /** Number of the first epoch of a leg: pictures go on where the leg before stopped. */
    int firstEpoch(int leg) {
        int epochs = 0;
        for (TrainingSettings before : legs.subList(0, leg)) {
            long pictures = before.length().examples(mix.pictures(), before.examplesPerStep());
            epochs += Math.toIntExact(Math.ceilDiv(pictures, (long) mix.pictures()));
        }
        return epochs;
    }
}
