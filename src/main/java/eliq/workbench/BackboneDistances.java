package eliq.workbench;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.critic.BackboneLoader;
import eliq.pairs.DistanceSource;
import eliq.pairs.EmbeddingDistance;
import eliq.pairs.PairsException;
import eliq.pairs.PromptDistance;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Distances between prompts by a backbone's reading of them: the last token's hidden state when it is asked for the
 * prompt's content in a word, beside a grey picture that says nothing.
 */
final class BackboneDistances implements DistanceSource {
    private static final String QUESTION = "What does this text show, in one word? \"%s\"";
    private static final int TEXTS_AT_ONCE = 16;

    private final PromptDistance words;
    private final BackboneLoader backbones;

    BackboneDistances(PromptDistance words, BackboneLoader backbones) {
        this.words = words;
        this.backbones = backbones;
    }

    @Override
    public PromptDistance open(Optional<Path> model, List<String> prompts) throws PairsException {
        return model.isEmpty()
                ? words
                : new EmbeddingDistance(words, embeddings(model.get(), prompts));
    }

    private Map<String, float[]> embeddings(Path model, List<String> prompts)
            throws PairsException {
        Map<String, float[]> embeddings = new HashMap<>();
        try (Backbone backbone = backbones.open(model, Optional.empty())) {
            PreparedImage nothing = backbone.nothing();
            for (int from = 0; from < prompts.size(); from += TEXTS_AT_ONCE) {
                List<String> some =
                        prompts.subList(from, Math.min(prompts.size(), from + TEXTS_AT_ONCE));
                List<String> texts = some.stream().map(QUESTION::formatted).toList();
                List<Reading> read =
                        backbone.read(List.of(new ImageQuestions(nothing, texts))).getFirst();
                for (int i = 0; i < some.size(); i++) {
                    embeddings.put(some.get(i), read.get(i).hidden());
                }
            }
            return embeddings;
        } catch (BackboneException e) {
            throw new PairsException(
                    "The model " + model + " cannot tell prompts apart: " + e.getMessage(), e);
        }
    }
}
