package eliq.scorer;

import java.util.Optional;

/**
 * A score with the outputs of the queries that it was read from.
 *
 * @param visualState output of the visual query [d]
 * @param alignmentState output of the alignment query [d]; absent without a prompt
 */
public record Judgement(ImageScore score, float[] visualState, Optional<float[]> alignmentState) {}
