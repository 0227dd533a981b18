package eliq.critic;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.pairs.Making;
import eliq.pairs.PairsException;
import eliq.pairs.Recipes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns tuples into samples as the method has it: I+ is {@code high} in all three aspects (alignment with its p);
 * I_tec- and I_aes- are {@code low} in their own aspect only; (I+, p_ali-) is {@code low} in alignment only. An image
 * drawn for a changed prompt p' is {@code low} in alignment with p and {@code high} with p'.
 */
public final class CriticSamples {
    private final Set<Aspect> aspects;
    private final Set<Family> families;

    /**
     * @param aspects to ask about
     * @param families of negatives to use
     */
    public CriticSamples(Set<Aspect> aspects, Set<Family> families) {
        this.aspects = Set.copyOf(aspects);
        this.families = Set.copyOf(families);
    }

    /**
     * The samples of these tuples by image, in the tuples' order. A negative that an auditor rejected is left out; what
     * several tuples assert is asserted once; where one says that a prompt fits and another, by a shuffle, that it does
     * not, the prompt fits.
     */
    public List<ImageSamples> of(Collection<Tuple> tuples) throws CriticException {
        Map<CriticSample.Key, CriticSample> samples = new LinkedHashMap<>();
        for (Tuple tuple : tuples) {
            for (CriticSample sample : of(tuple)) {
                samples.merge(
                        sample.key(),
                        sample,
                        (a, b) -> a.label() == Label.HIGH || b.label() == Label.LOW ? a : b);
            }
        }
        Map<ContentHash, List<CriticSample>> byImage = new LinkedHashMap<>();
        for (CriticSample sample : samples.values()) {
            byImage.computeIfAbsent(sample.image(), image -> new ArrayList<>()).add(sample);
        }
        return byImage.entrySet().stream()
                .map(e -> new ImageSamples(e.getKey(), e.getValue()))
                .toList();
    }

    private List<CriticSample> of(Tuple tuple) throws CriticException {
        String pair = Long.toString(tuple.id());
        String prompt = tuple.prompt().text();
        List<CriticSample> samples = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            samples.add(high(tuple.positive(), aspect, prompt, pair));
        }
        for (Negative negative : tuple.negatives()) {
            if (negative.verdict() != Verdict.REJECTED
                    && families.contains(negative.recipe().family())) {
                addNegative(samples, tuple, negative, pair);
            }
        }
        samples.removeIf(sample -> !aspects.contains(sample.aspect()));
        return samples;
    }

    private void addNegative(
            List<CriticSample> samples, Tuple tuple, Negative negative, String pair)
            throws CriticException {
        Aspect aspect = negative.recipe().aspect();
        switch (negative.content()) {
            case NegativeContent.Image(ContentHash image) -> {
                samples.add(low(image, aspect, tuple.prompt().text(), pair, negative));
                if (aspect == Aspect.ALIGNMENT) {
                    drawnFor(negative.recipe())
                            .filter(own -> !own.equals(tuple.prompt().text()))
                            .ifPresent(own -> samples.add(high(image, aspect, own, "")));
                }
            }
            case NegativeContent.WrongPrompt(String text) ->
                    samples.add(low(tuple.positive(), aspect, text, pair, negative));
        }
    }

    /** The prompt that a generator was given for a negative; empty where it was not drawn. */
    private static Optional<String> drawnFor(Recipe recipe) throws CriticException {
        try {
            return Recipes.read(recipe) instanceof Making.Drawn drawn
                    ? Optional.of(drawn.request().prompt())
                    : Optional.empty();
        } catch (PairsException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }

    private static CriticSample high(ContentHash image, Aspect aspect, String prompt, String pair) {
        return new CriticSample(image, aspect, promptFor(aspect, prompt), Label.HIGH, pair, "", "");
    }

    private static CriticSample low(
            ContentHash image, Aspect aspect, String prompt, String pair, Negative negative) {
        return new CriticSample(
                image,
                aspect,
                promptFor(aspect, prompt),
                Label.LOW,
                pair,
                negative.recipe().family().key(),
                negative.recipe().operation());
    }

    private static Optional<String> promptFor(Aspect aspect, String prompt) {
        return aspect == Aspect.ALIGNMENT ? Optional.of(prompt) : Optional.empty();
    }

    /** SHA-256 in hexadecimal over all samples in their order: what a critic was trained on. */
    public static String hash(List<ImageSamples> images) {
        StringBuilder all = new StringBuilder();
        for (ImageSamples image : images) {
            for (CriticSample s : image.samples()) {
                all.append(s.image())
                        .append('\t')
                        .append(s.aspect().key())
                        .append('\t')
                        .append(s.prompt().orElse(""))
                        .append('\t')
                        .append(s.label().token())
                        .append('\n');
            }
        }
        return ContentHash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
