package eliq.benchmark;

import java.util.List;

/**
 * @param curves by method and degradation
 * @param skipped images and degradations without a curve, each a sentence
 */
public record MonotonicityResult(List<StrengthCurve> curves, List<String> skipped) {}
