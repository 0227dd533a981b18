package eliq.scorer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;

/**
 * Inverted dropout whose masks depend on the run's seed and the step alone, so that a resumed training draws the same
 * ones. The masks are made in Java: the engine's own generator is shared by everything that runs in it.
 */
final class SeededDropout implements QualityNetwork.Dropout {
    private final NDManager scope;
    private final double rate;
    private final SplittableRandom random;

    SeededDropout(NDManager scope, double rate, long seed, long step) {
        this.scope = scope;
        this.rate = rate;
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    }

    @Override
    public NDArray apply(NDArray x) {
        if (rate == 0) {
            return x;
        }
        float kept = (float) (1 / (1 - rate));
        float[] mask = new float[Math.toIntExact(x.size())];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < rate ? 0 : kept;
        }
        return x.mul(scope.create(mask, x.getShape()).toType(x.getDataType(), false));
    }
}
