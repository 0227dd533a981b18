package eliq.critic;

import eliq.backbone.BackboneTraining;

/**
 * AdamW's constants.
 *
 * @param beta1 decay of the first moment, [0, 1)
 * @param beta2 decay of the second moment, [0, 1)
 * @param epsilon added to the root of the second moment, above 0
 * @param weightDecay decoupled, 0 or more
 * @param clippingNorm global norm that gradients are scaled down to; 0 for none
 */
public record Optimizer(
        double beta1, double beta2, double epsilon, double weightDecay, double clippingNorm) {

    public Optimizer {
        Settings.require(beta1 >= 0 && beta1 < 1, "optimizer.beta1", beta1, "in [0, 1)");
        Settings.require(beta2 >= 0 && beta2 < 1, "optimizer.beta2", beta2, "in [0, 1)");
        Settings.require(epsilon > 0, "optimizer.epsilon", epsilon, "above 0");
        Settings.require(weightDecay >= 0, "optimizer.weightDecay", weightDecay, "0 or more");
        Settings.require(
                clippingNorm >= 0, "optimizer.clippingNorm", clippingNorm, "0 (none) or more");
    }

    BackboneTraining.AdamW at(double learningRate) {
        return new BackboneTraining.AdamW(
                learningRate,
                beta1,
                beta2,
                epsilon,
                weightDecay,
                clippingNorm == 0 ? Double.POSITIVE_INFINITY : clippingNorm);
    }
}
