package eliq.scorer;

/**
 * What came of scoring a set's pictures.
 *
 * @param scorer identity of the scorer, which the scores in the catalogue name
 * @param scored pictures (each under a prompt) that were scored now
 * @param known pictures whose scores the catalogue had
 * @param failed pictures that could not be read or scored
 */
public record ScorePairsResult(String scorer, long scored, long known, long failed) {}
