package eliq.scorer;

import java.util.OptionalDouble;

/**
 * What is said of one image.
 *
 * @param visual s_vis, unbounded, higher is better
 * @param alignment s_ali, likewise; absent without a prompt, never invented
 * @param technicalHigh probability of {@code high} against {@code low}, 0..1
 * @param aestheticHigh likewise
 * @param alignmentHigh likewise; absent without a prompt
 * @param technicalGate mean of g_tec over its dimensions, 0..1
 * @param aestheticGate mean of g_aes, 0..1
 */
public record ImageScore(
        double visual,
        OptionalDouble alignment,
        double technicalHigh,
        double aestheticHigh,
        OptionalDouble alignmentHigh,
        double technicalGate,
        double aestheticGate) {}
