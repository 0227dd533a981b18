package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Sighting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What single image tokens of a batch should show.
 *
 * @param rows of the vision tower's output [m]
 * @param words index of each one's word among the candidates [m]
 * @param coefficients of each one's loss in the objective [m]
 * @param candidates ids of the batch's words, ascending [u]
 * @param prior log of each word's share of the batch [u]
 */
record SightingTargets(
        long[] rows, long[] words, float[] coefficients, long[] candidates, float[] prior) {

    /**
     * @param imageTokens of each example
     * @param scale of the weights
     */
    static SightingTargets of(
            List<TrainingExample> batch, int[] imageTokens, double scale, Prompts prompts)
            throws BackboneException {
        int count = batch.stream().mapToInt(e -> e.sightings().size()).sum();
        long[] rows = new long[count];
        long[] ids = new long[count];
        float[] coefficients = new float[count];
        Map<Long, Integer> counts = new TreeMap<>();
        int at = 0;
        long first = 0;
        for (int i = 0; i < batch.size(); i++) {
            for (Sighting sighting : batch.get(i).sightings()) {
                long[] word = prompts.answer(sighting.word());
                if (sighting.token() < 0
                        || sighting.token() >= imageTokens[i]
                        || word.length == 0) {
                    throw new BackboneException(
                            "'%s' cannot be seen at image token %d: the image has %d tokens"
                                    .formatted(sighting.word(), sighting.token(), imageTokens[i]));
                }
                rows[at] = first + sighting.token();
                ids[at] = word[0];
                counts.merge(word[0], 1, Integer::sum);
                coefficients[at++] = (float) (scale * sighting.weight());
            }
            first += imageTokens[i];
        }
        long[] candidates = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        float[] prior = new float[candidates.length];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = (float) Math.log((double) counts.get(candidates[i]) / count);
        }
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = java.util.Arrays.binarySearch(candidates, ids[i]);
        }
        return new SightingTargets(rows, words, coefficients, candidates, prior);
    }

    boolean isEmpty() {
        return rows.length == 0;
    }
}
