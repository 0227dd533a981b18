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
 * @param timeGuessed whether the speed of nothing like it was measured here
 * @param memoryGuessed whether the memory of nothing like it was measured here; the disk's room is always guessed
 */
public record Estimate(
        String work,
        Duration time,
        long memory,
        long disk,
        long steps,
        String basis,
        boolean timeGuessed,
        boolean memoryGuessed) {}
