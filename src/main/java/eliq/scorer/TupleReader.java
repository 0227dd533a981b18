package eliq.scorer;

import eliq.backbone.Reading;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.critic.AspectReadings;
import eliq.critic.Instructions;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Has tuples read: each image once, under all texts that any of its roles needs. */
public final class TupleReader {
    private final CachedReadings readings;
    private final Instructions instructions;
    private final Set<Family> families;
    private final Set<Aspect> aspects;

    /**
     * @param families of negatives to use
     * @param aspects of negatives to use
     */
    public TupleReader(CachedReadings readings, Set<Family> families, Set<Aspect> aspects) {
        this.readings = readings;
        this.instructions = readings.critic().instructions();
        this.families = Set.copyOf(families);
        this.aspects = Set.copyOf(aspects);
    }

    /**
     * Reads what these tuples need. Negatives that an auditor rejected are left out.
     *
     * @param batchImages images that go through the backbone together
     * @param imagesRead told how many images are done, out of {@link #images}
     * @param cancelled asked between batches; what was read by then stays cached
     */
    public List<ReadTuple> read(
            List<Tuple> tuples, int batchImages, IntConsumer imagesRead, BooleanSupplier cancelled)
            throws ScorerException {
        Map<ContentHash, Map<String, Reading>> known = new LinkedHashMap<>();
        List<CachedReadings.Question> questions = questions(tuples);
        for (int from = 0; from < questions.size(); from += batchImages) {
            if (cancelled.getAsBoolean()) {
                throw new ScorerTrainer.TrainingCancelled();
            }
            int to = Math.min(questions.size(), from + batchImages);
            known.putAll(readings.read(questions.subList(from, to)));
            imagesRead.accept(to);
        }
        List<ReadTuple> read = new ArrayList<>();
        for (Tuple tuple : tuples) {
            read.add(assemble(tuple, known));
        }
        return read;
    }

    /** How many different images these tuples have. */
    public int images(List<Tuple> tuples) {
        return questions(tuples).size();
    }

    private List<CachedReadings.Question> questions(List<Tuple> tuples) {
        Map<ContentHash, Set<String>> texts = new LinkedHashMap<>();
        for (Tuple tuple : tuples) {
            ask(texts, tuple.positive(), tuple.prompt().text());
            for (Negative negative : usable(tuple)) {
                switch (negative.content()) {
                    case NegativeContent.Image(ContentHash image) ->
                            ask(texts, image, tuple.prompt().text());
                    case NegativeContent.WrongPrompt(String text) ->
                            ask(texts, tuple.positive(), text);
                }
            }
        }
        return texts.entrySet().stream()
                .map(e -> new CachedReadings.Question(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private void ask(Map<ContentHash, Set<String>> texts, ContentHash image, String prompt) {
        Set<String> ofImage = texts.computeIfAbsent(image, i -> new LinkedHashSet<>());
        for (Aspect aspect : Aspect.values()) {
            instructions.text(aspect, Optional.of(prompt)).ifPresent(ofImage::add);
        }
    }

    private List<Negative> usable(Tuple tuple) {
        return tuple.negatives().stream()
                .filter(n -> n.verdict() != Verdict.REJECTED)
                .filter(n -> families.contains(n.recipe().family()))
                .filter(n -> aspects.contains(n.recipe().aspect()))
                .toList();
    }

    private ReadTuple assemble(Tuple tuple, Map<ContentHash, Map<String, Reading>> known)
            throws ScorerException {
        String prompt = tuple.prompt().text();
        List<ReadTuple.ReadNegative> negatives = new ArrayList<>();
        for (Negative negative : usable(tuple)) {
            AspectReadings readings =
                    switch (negative.content()) {
                        case NegativeContent.Image(ContentHash image) ->
                                readings(image, prompt, known);
                        case NegativeContent.WrongPrompt(String text) ->
                                readings(tuple.positive(), text, known);
                    };
            negatives.add(new ReadTuple.ReadNegative(negative, readings));
        }
        return new ReadTuple(tuple, readings(tuple.positive(), prompt, known), negatives);
    }

    private AspectReadings readings(
            ContentHash image, String prompt, Map<ContentHash, Map<String, Reading>> known)
            throws ScorerException {
        return readings.aspects(
                known.get(image), instructions.text(Aspect.ALIGNMENT, Optional.of(prompt)));
    }
}
