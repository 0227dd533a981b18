package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What images do for the words of their prompts: how much likelier a language model finds them than where there is nothing
 * to see. After Lin et al., "Revisiting the Role of Language Priors in Vision-Language Models" (2024), who take empty
 * pictures for the language prior, since a model that was tuned with images is at a loss without one. Each prompt is read
 * once after a small grey picture.
 */
final class WordsUnseen {
    private static final int KEPT = 4096;

    private final Backbone backbone;
    private final Instructions instructions;
    private final Map<String, float[]> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                            return size() > KEPT;
                        }
                    });

    WordsUnseen(Backbone backbone, Instructions instructions) {
        this.backbone = backbone;
        this.instructions = instructions;
    }

    /**
     * As {@link Critic#wordGain}. Each prompt is read by itself, so that it has the same digits whatever else is read.
     *
     * @param seen likelihoods of the prompt's tokens after the image
     */
    double gain(String text, float[] seen) throws BackboneException {
        float[] before = kept.get(text);
        if (before == null) {
            before = read(text);
            kept.put(text, before);
        }
        double gain = 0;
        for (int i = 0; i < seen.length; i++) {
            gain += ((double) seen[i] - before[i]) / seen.length;
        }
        return gain;
    }

    private float[] read(String text) throws BackboneException {
        List<String> texts = List.of(text);
        ImageQuestions question =
                new ImageQuestions(backbone.nothing(), texts, instructions.quotes(texts));
        return backbone.read(List.of(question)).getFirst().getFirst().words();
    }
}
