package eliq.app.train;

import java.time.Duration;

/**
 * What a training would cost.
 *
 * @param work how much there is to learn from, in words
 * @param memory bytes, at its highest
 * @param disk bytes, at its highest
 * @param steps of the optimiser at most
 * @param basis where the figures come from, a sentence
 * @param guess whether nothing like it was measured here
 */
public record Estimate(
        String work,
        Duration time,
        long memory,
        long disk,
        long steps,
        String basis,
        boolean guess) {}
