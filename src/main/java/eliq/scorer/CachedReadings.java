package eliq.scorer;

import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.catalog.CatalogException;
import eliq.catalog.Embedding;
import eliq.catalog.EmbeddingKey;
import eliq.catalog.EmbeddingStore;
import eliq.critic.AspectReadings;
import eliq.critic.Critic;
import eliq.critic.CriticException;
import eliq.critic.ImageSource;
import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a frozen backbone says of images, each thing read once: kept by image content, text and weights, in the catalogue
 * where there is one, else in memory. An image that is not needed is not even decoded.
 */
public final class CachedReadings {
    private final Critic critic;
    private final ImageSource images;
    private final Optional<EmbeddingStore> store;
    private final Map<EmbeddingKey, Reading> memory = new HashMap<>();

    /**
     * @param critic frozen
     * @param images where pictures come from
     * @param store empty to keep the readings in memory for as long as this lives
     */
    public CachedReadings(Critic critic, ImageSource images, Optional<EmbeddingStore> store) {
        this.critic = critic;
        this.images = images;
        this.store = store;
    }

    /** An image and the texts to read it under, at least one. */
    public record Question(ContentHash image, List<String> texts) {
        public Question {
            texts = List.copyOf(texts);
        }
    }

    public Critic critic() {
        return critic;
    }

    /**
     * The aspects of an image that was read here.
     *
     * @param ofImage its readings by text
     * @param alignment text that asks about its prompt, where it has one
     */
    public AspectReadings aspects(Map<String, Reading> ofImage, Optional<String> alignment)
            throws ScorerException {
        Optional<Reading> prompted = alignment.map(ofImage::get);
        try {
            return new AspectReadings(
                    ofImage.get(critic.instructions().technical()),
                    ofImage.get(critic.instructions().aesthetic()),
                    prompted,
                    Optional.empty(),
                    prompted.isPresent()
                            ? critic.wordGain(alignment.orElseThrow(), prompted.get())
                            : OptionalDouble.empty());
        } catch (BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    /**
     * Reads a batch; what is missing goes through the backbone together.
     *
     * @return by image and text
     */
    public Map<ContentHash, Map<String, Reading>> read(List<Question> batch)
            throws ScorerException {
        try {
            Map<ContentHash, Map<String, Reading>> known = new HashMap<>();
            List<Question> missing = new ArrayList<>();
            for (Question question : batch) {
                Map<String, Reading> found = find(question);
                known.computeIfAbsent(question.image(), image -> new HashMap<>()).putAll(found);
                List<String> rest =
                        question.texts().stream()
                                .distinct()
                                .filter(t -> !found.containsKey(t))
                                .toList();
                if (!rest.isEmpty()) {
                    missing.add(new Question(question.image(), rest));
                }
            }
            if (!missing.isEmpty()) {
                readMissing(missing, known);
            }
            return known;
        } catch (CatalogException | CriticException | BackboneException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    private void readMissing(List<Question> missing, Map<ContentHash, Map<String, Reading>> known)
            throws CatalogException, CriticException, BackboneException {
        List<PreparedImage> prepared =
                PreparedImages.of(missing.stream().map(Question::image).toList(), images);
        List<ImageQuestions> questions = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            List<String> texts = missing.get(i).texts();
            questions.add(
                    new ImageQuestions(
                            prepared.get(i), texts, critic.instructions().quotes(texts)));
        }
        List<List<Reading>> readings = critic.backbone().read(questions);
        List<Embedding> fresh = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            Question question = missing.get(i);
            for (int t = 0; t < question.texts().size(); t++) {
                String text = question.texts().get(t);
                Reading reading = readings.get(i).get(t);
                known.get(question.image()).put(text, reading);
                fresh.add(
                        new Embedding(
                                key(question.image(), text),
                                reading.hidden(),
                                reading.low(),
                                reading.high(),
                                critic.instructions()
                                        .promptIn(text)
                                        .map(prompt -> reading.words())));
            }
        }
        keep(fresh);
    }

    private void keep(List<Embedding> fresh) throws CatalogException {
        if (store.isPresent()) {
            store.get().saveAll(fresh);
            return;
        }
        for (Embedding each : fresh) {
            memory.put(each.key(), reading(each));
        }
    }

    private Map<String, Reading> find(Question question) throws CatalogException {
        Map<String, Reading> found = new HashMap<>();
        for (String text : question.texts()) {
            EmbeddingKey key = key(question.image(), text);
            if (store.isPresent()) {
                store.get()
                        .find(key)
                        .filter(kept -> complete(text, kept))
                        .ifPresent(kept -> found.put(text, reading(kept)));
            } else if (memory.containsKey(key)) {
                found.put(text, memory.get(key));
            }
        }
        return found;
    }

    private static Reading reading(Embedding kept) {
        return new Reading(
                kept.hidden(), kept.low(), kept.high(), kept.words().orElseGet(() -> new float[0]));
    }

    /** Earlier versions kept no words. */
    private boolean complete(String text, Embedding kept) {
        return kept.words().isPresent() || critic.instructions().promptIn(text).isEmpty();
    }

    private EmbeddingKey key(ContentHash image, String text) {
        return new EmbeddingKey(
                image,
                ContentHash.of(text.getBytes(StandardCharsets.UTF_8)),
                critic.backbone().identity().weights() + numbers());
    }

    /** Readings in other numbers differ, if little: they are kept apart. */
    private String numbers() {
        Numerics numerics = critic.backbone().numerics();
        return numerics.equals(Numerics.FLOAT32) ? "" : " in " + numerics;
    }
}
