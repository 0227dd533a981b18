package eliq.nano;

import eliq.critic.LearningRate;
import eliq.critic.Optimizer;
import eliq.critic.Rhythm;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;

/**
 * Everything that decides what the small model becomes.
 *
 * @param shape of the model
 * @param mix of the examples
 * @param training length, batch, learning rate, rhythm
 * @param validationScenes held-out scenes, three pictures each
 * @param seed of the starting weights and of every example
 */
public record NanoSettings(
        NanoShape shape, NanoMix mix, TrainingSettings training, int validationScenes, long seed) {

    /** What made the shipped model. */
    public static final NanoSettings SHIPPED = of(2300);

    /** The shipped recipe over another number of steps. */
    public static NanoSettings of(int steps) {
        return new NanoSettings(
                NanoShape.SHIPPED,
                NanoMix.SHIPPED,
                new TrainingSettings(
                        new TrainingLength.Steps(steps),
                        6,
                        1,
                        new LearningRate(1e-3, 0.03, 0.03),
                        new Optimizer(0.9, 0.95, 1e-8, 0.05, 1),
                        new Rhythm(0, 240, 400, 0),
                        1,
                        1),
                40,
                20_261_123);
    }
}
