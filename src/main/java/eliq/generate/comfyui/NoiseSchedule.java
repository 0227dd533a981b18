package eliq.generate.comfyui;

/**
 * How much noise is left after some of the steps, and what a latent with noise has to be multiplied by before it is decoded
 * as a pipeline would decode it: ComfyUI hands out latents in another scale (reference: {@code comfy/model_sampling.py}).
 */
sealed interface NoiseSchedule {

    /**
     * Noise level s(k), counted as the model's family counts it.
     *
     * @param k steps done, 0..n
     * @param n steps in all
     */
    double sigma(int k, int n);

    /** The factor for a latent that was left at this level. */
    double scale(double sigma);

    /**
     * Rectified flow, as of Stable Diffusion 3.5, FLUX.1 and Qwen-Image: levels 0..1, moved towards the noisy end.
     *
     * @param shift at least 1
     */
    record Flow(double shift) implements NoiseSchedule {

        /** FLUX.1's shift depends on the picture's size (ComfyUI's node ModelSamplingFlux). */
        static Flow flux(int width, int height) {
            double tokens = width / 16.0 * (height / 16.0);
            double mu = 0.5 + (1.15 - 0.5) * (tokens - 256) / (4096 - 256);
            return new Flow(Math.exp(mu));
        }

        @Override
        public double sigma(int k, int n) {
            double t = 1 - (double) k / n;
            return shift * t / (1 + (shift - 1) * t);
        }

        @Override
        public double scale(double sigma) {
            return 1 - sigma;
        }
    }

    /**
     * Stable Diffusion 1.x: betas from 0.00085 to 0.012, evenly spaced in their roots, over 1000 steps; scheduler
     * {@code normal}.
     */
    record StableDiffusion1() implements NoiseSchedule {
        private static final int TRAINED = 1000;
        private static final double FIRST = Math.sqrt(0.00085);
        private static final double LAST = Math.sqrt(0.012);

        @Override
        public double sigma(int k, int n) {
            if (k >= n) {
                return 0;
            }
            double at = n == 1 ? TRAINED - 1 : (TRAINED - 1.0) * (n - 1 - k) / (n - 1);
            int below = (int) Math.floor(at);
            double between = at - below;
            double lower = Math.log(trained(below));
            double upper = Math.log(trained(Math.min(below + 1, TRAINED - 1)));
            return Math.exp(lower + between * (upper - lower));
        }

        @Override
        public double scale(double sigma) {
            return 1 / Math.sqrt(1 + sigma * sigma);
        }

        private static double trained(int step) {
            double kept = 1;
            for (int i = 0; i <= step; i++) {
                double root = FIRST + (LAST - FIRST) * i / (TRAINED - 1);
                kept *= 1 - root * root;
            }
            return Math.sqrt((1 - kept) / kept);
        }
    }
}
