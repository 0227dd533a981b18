package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What images do for the words of their prompts: how much likelier a language model finds them than where there is nothing
 * to see. After Lin et al., "Revisiting the Role of Language Priors in Vision-Language Models" (2024), who take empty
 * pictures for the language prior, since a model that was tuned with images is at a loss without one. Each prompt is read
 * once after a small grey picture.
 */
final class WordsUnseen {
    private static final int SIDE = 64;
    private static final byte GREY = (byte) 128;
    private static final int TEXTS_AT_ONCE = 32;
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

    /** As {@link Critic#wordGains}. */
    Map<String, Double> gains(Map<String, Reading> readings) throws BackboneException {
        List<String> prompted =
                readings.entrySet().stream()
                        .filter(e -> e.getValue().words().length > 0)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        Map<String, float[]> unseen = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String text : prompted) {
            Optional.ofNullable(kept.get(text))
                    .ifPresentOrElse(words -> unseen.put(text, words), () -> missing.add(text));
        }
        for (int from = 0; from < missing.size(); from += TEXTS_AT_ONCE) {
            int to = Math.min(missing.size(), from + TEXTS_AT_ONCE);
            unseen.putAll(read(missing.subList(from, to)));
        }
        kept.putAll(unseen);
        Map<String, Double> gains = new HashMap<>();
        for (String text : prompted) {
            gains.put(text, gain(readings.get(text).words(), unseen.get(text)));
        }
        return gains;
    }

    private static double gain(float[] seen, float[] unseen) {
        double gain = 0;
        for (int i = 0; i < seen.length; i++) {
            gain += ((double) seen[i] - unseen[i]) / seen.length;
        }
        return gain;
    }

    private Map<String, float[]> read(List<String> texts) throws BackboneException {
        byte[] grey = new byte[3 * SIDE * SIDE];
        Arrays.fill(grey, GREY);
        PreparedImage nothing = backbone.prepare(new Pixels(SIDE, SIDE, grey));
        ImageQuestions questions = new ImageQuestions(nothing, texts, instructions.quotes(texts));
        List<Reading> readings = backbone.read(List.of(questions)).getFirst();
        Map<String, float[]> unseen = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            unseen.put(texts.get(i), readings.get(i).words());
        }
        return unseen;
    }
}
