package eliq.nano;

import eliq.backbone.TrainingMode;
import eliq.critic.LearningRate;
import eliq.critic.Optimizer;
import eliq.critic.Rhythm;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what the small model becomes.
 *
 * @param shape of the model
 * @param legs trainings one after another, each from the saved model (bfloat16) of the one before and with pictures of its
 *     own: a learning rate that starts anew, and a place to go on from later (Loshchilov and Hutter, "SGDR: Stochastic
 *     Gradient Descent with Warm Restarts", 2017)
 * @param validationScenes held-out scenes, three pictures each
 * @param seed of the starting weights and of every example
 */
public record NanoSettings(NanoShape shape, List<Leg> legs, int validationScenes, long seed) {

    /**
     * One training of the row.
     *
     * @param naming what the merger is taught before it, if anything
     * @param afresh whether the text model begins anew, from random weights: what has learned nothing but labels learns to
     *     read more slowly than what has learned nothing
     * @param kept whether the pictures are painted and looked at once, and the same in every epoch: only where the vision
     *     tower stands still
     * @param mix of its examples
     */
    public record Leg(
            Optional<Naming> naming,
            boolean afresh,
            boolean kept,
            NanoMix mix,
            TrainingSettings training) {

        /** What moves: where pictures are kept, nothing of the tower but its mergers can. */
        TrainingMode mode() {
            return kept ? new TrainingMode.TextAndMergers() : new TrainingMode.AfterFirstBlock();
        }

        /** A leg that trains all but the first of the eyes. */
        public Leg(NanoMix mix, TrainingSettings training) {
            this(Optional.empty(), false, false, mix, training);
        }
    }

    /**
     * Names for image tokens, taught to the main merger alone.
     *
     * @param scenes whose tokens are named
     * @param steps of tokens from many scenes
     * @param peakRate highest learning rate
     * @param staying weight, beside the names, of tokens without a name staying what they were
     */
    public record Naming(int scenes, int steps, double peakRate, double staying) {}

    private static final int KEPT_GROUPS = 2400;
    private static final int MORE_GROUPS = 1600;

    /** What made the shipped model. */
    public static final NanoSettings SHIPPED = withLastLeg(1400);

    public NanoSettings {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a training has at least one leg");
        }
    }

    /** The shipped recipe's first leg alone, with another number of steps. */
    public static NanoSettings of(int steps) {
        return of(List.of(first(steps)));
    }

    /** The shipped recipe with another number of steps in its last leg. */
    public static NanoSettings withLastLeg(int steps) {
        return of(
                List.of(
                        first(2300),
                        seeing(2700),
                        reading(2900),
                        checking(2500),
                        comparing(1300, 5e-4),
                        comparing(steps, 4e-4)));
    }

    private static NanoSettings of(List<Leg> legs) {
        return new NanoSettings(NanoShape.SHIPPED, legs, 40, 20_261_123);
    }

    private static Leg first(int steps) {
        return new Leg(NanoMix.FIRST, training(steps, 1e-3, 6));
    }

    private static Leg seeing(int steps) {
        return new Leg(NanoMix.SEEING, training(steps, 8e-4, 6));
    }

    private static Leg reading(int steps) {
        return new Leg(
                Optional.of(new Naming(6000, 4000, 2e-3, 0)),
                true,
                true,
                NanoMix.reading(KEPT_GROUPS),
                training(steps, 1.5e-3, 12));
    }

    private static Leg checking(int steps) {
        return new Leg(
                Optional.empty(),
                false,
                true,
                NanoMix.checking(KEPT_GROUPS + MORE_GROUPS),
                training(steps, 8e-4, 12));
    }

    private static Leg comparing(int steps, double peakRate) {
        return new Leg(
                Optional.empty(),
                false,
                true,
                NanoMix.comparing(KEPT_GROUPS + MORE_GROUPS),
                training(steps, peakRate, 12));
    }

    private static TrainingSettings training(int steps, double peakRate, int pictures) {
        return new TrainingSettings(
                new TrainingLength.Steps(steps),
                pictures,
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
        for (Leg before : legs.subList(0, leg)) {
            TrainingSettings training = before.training();
            int size = before.mix().pictures();
            long pictures = training.length().examples(size, training.examplesPerStep());
            epochs += Math.toIntExact(Math.ceilDiv(pictures, (long) size));
        }
        return epochs;
    }
}
