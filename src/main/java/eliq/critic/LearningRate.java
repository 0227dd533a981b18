package eliq.critic;

/**
 * Linear warm-up to the peak, then a half cosine.
 *
 * @param peak the highest rate, above 0
 * @param finalShare of the peak, 0..1, where the cosine ends
 * @param warmUp share of all steps over which the rate rises, 0..1
 */
public record LearningRate(double peak, double finalShare, double warmUp) {

    public LearningRate {
        Settings.require(peak > 0 && peak < 10, "learningRate.peak", peak, "above 0, below 10");
        Settings.require(
                finalShare >= 0 && finalShare <= 1,
                "learningRate.finalShare",
                finalShare,
                "0 to 1");
        Settings.require(
                warmUp >= 0 && warmUp <= 1, "learningRate.warmUp", warmUp, "a share, 0 to 1");
    }

    /**
     * @param step from 0
     * @param steps in all
     */
    public double at(int step, int steps) {
        int rising = (int) Math.round(warmUp * steps);
        if (step < rising) {
            return peak * (step + 1) / rising;
        }
        double floor = peak * finalShare;
        double done = (double) (step - rising) / Math.max(1, steps - rising);
        return floor + (peak - floor) * 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
