package eliq.pairs;

import eliq.catalog.Recipe;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.image.Pixels;
import eliq.pairs.MadeTuple.Content;
import eliq.pairs.MadeTuple.MadeNegative;
import eliq.pairs.degrade.Degradation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the negatives of a positive. Every choice depends on the settings, the prompt and the positive's seed alone.
 * May be used by several threads.
 */
public final class TupleMaker {
    private final PairSettings settings;
    private final PromptShuffle shuffle;
    private final PromptVariants variants;
    private final PromptDistance distance;

    /** @param shuffle where wrong prompts come from */
    public TupleMaker(
            PairSettings settings,
            PromptShuffle shuffle,
            PromptVariants variants,
            PromptDistance distance) {
        this.settings = settings;
        this.shuffle = shuffle;
        this.variants = variants;
        this.distance = distance;
    }

    PairSettings settings() {
        return settings;
    }

    /** The request for a prompt's positive. */
    public GenerationRequest positive(String prompt, int index) {
        return request(
                prompt,
                Seeds.small(settings.seed(), "positive", prompt, index),
                new Quality.Full());
    }

    /** Draws the positive and makes its negatives. */
    public MadeTuple make(String prompt, int index, ImageGenerator generator)
            throws GenerateException {
        GenerationRequest request = positive(prompt, index);
        return make(prompt, generator.generate(request), request.seed(), Optional.of(generator));
    }

    /**
     * Makes the negatives of an image that is there already.
     *
     * @param seed the positive's own: the one it was drawn with, or any number that stays the same for this image
     * @param generator absent: kinds that need one are left out
     */
    public MadeTuple make(
            String prompt, Pixels positive, long seed, Optional<ImageGenerator> generator)
            throws GenerateException {
        List<MadeNegative> made = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (NegativeKind kind : NegativeKind.values()) {
            if (kind.needsGenerator() && generator.isEmpty()) {
                continue;
            }
            for (int index = 0; index < settings.count(kind); index++) {
                Work work = new Work(prompt, positive, seed, index, kind);
                Optional<MadeNegative> negative = work.make(generator);
                negative.ifPresentOrElse(made::add, () -> missing.add(work.whyMissing()));
            }
        }
        return new MadeTuple(prompt, positive, made, missing);
    }

    private GenerationRequest request(String prompt, long seed, Quality quality) {
        return new GenerationRequest(prompt, seed, settings.width(), settings.height(), quality);
    }

    /** One negative in the making. */
    private final class Work {
        private final String prompt;
        private final Pixels positive;
        private final long positiveSeed;
        private final int index;
        private final NegativeKind kind;
        private final long seed;
        private final double strength;

        Work(String prompt, Pixels positive, long positiveSeed, int index, NegativeKind kind) {
            this.prompt = prompt;
            this.positive = positive;
            this.positiveSeed = positiveSeed;
            this.index = index;
            this.kind = kind;
            this.seed = seed(kind.key());
            double share = Seeds.uniform(seed, "strength");
            this.strength =
                    settings.leastStrength()
                            + share * (settings.greatestStrength() - settings.leastStrength());
        }

        Optional<MadeNegative> make(Optional<ImageGenerator> generator) throws GenerateException {
            return switch (kind) {
                case DISTORTED -> degraded(Degradation.technical(strength, seed));
                case EDITED -> degraded(Degradation.aesthetic(positive, strength, seed));
                case SHUFFLED_PROMPT -> shuffled();
                case CHANGED_PROMPT -> changed().map(text -> wrong(text, distanceTo(text)));
                case CHANGED_IMAGE -> {
                    Optional<String> text = changed();
                    yield text.isEmpty()
                            ? Optional.empty()
                            : drawn(
                                    generator,
                                    text.get(),
                                    new Quality.Full(),
                                    distanceTo(text.get()));
                }
                case DEGRADED_PROMPT ->
                        drawn(
                                generator,
                                variants.degraded(prompt, strength, seed),
                                new Quality.Full(),
                                strength);
                case SPOILED_PROMPT ->
                        drawn(
                                generator,
                                variants.spoiled(prompt, strength, seed),
                                new Quality.Full(),
                                strength);
                case EARLY_STOPPED ->
                        drawn(
                                generator,
                                prompt,
                                new Quality.EarlyStopped(progress(strength)),
                                strength);
                case WEAK_GENERATOR ->
                        drawn(generator, prompt, new Quality.Weaker(strength), strength);
            };
        }

        String whyMissing() {
            return switch (kind) {
                case SHUFFLED_PROMPT ->
                        "No other prompt is different enough from \"" + prompt + "\".";
                default -> "There is nothing to change in \"" + prompt + "\".";
            };
        }

        private Optional<MadeNegative> degraded(Degradation degradation) {
            return Optional.of(
                    negative(
                            new Making.Degraded(degradation),
                            new Content.Image(degradation.apply(positive)),
                            strength));
        }

        private Optional<MadeNegative> shuffled() {
            // One search serves all indices, so that a tuple's wrong prompts differ from each
            // other.
            long search = Seeds.of(settings.seed(), kind.key(), prompt, positiveSeed);
            List<PromptShuffle.Wrong> found = shuffle.wrongFor(prompt, index + 1, search);
            return found.size() <= index
                    ? Optional.empty()
                    : Optional.of(wrong(found.get(index).text(), found.get(index).distance()));
        }

        private MadeNegative wrong(String text, double apart) {
            return negative(
                    new Making.WrongPrompt(text, apart), new Content.WrongPrompt(text), apart);
        }

        /** Both directions of a mismatch share one modified prompt: the seed leaves the kind out. */
        private Optional<String> changed() {
            return variants.changed(prompt, seed("changed"));
        }

        private double distanceTo(String text) {
            return Math.clamp(distance.between(prompt, text), 0, 1);
        }

        /** The positive's own seed at first, so that as little as possible but the fault differs. */
        private Optional<MadeNegative> drawn(
                Optional<ImageGenerator> generator, String text, Quality quality, double rank)
                throws GenerateException {
            long drawing = index == 0 ? positiveSeed : Seeds.small(seed, "drawing");
            GenerationRequest request = request(text, drawing, quality);
            ImageGenerator artist = generator.orElseThrow();
            Pixels pixels = artist.generate(request);
            return Optional.of(
                    negative(
                            new Making.Drawn(artist.name(), request),
                            new Content.Image(pixels),
                            rank));
        }

        private MadeNegative negative(Making making, Content content, double rank) {
            Recipe recipe = Recipes.write(kind, making, rank, seed);
            return new MadeNegative(kind, recipe, content);
        }

        private long seed(String purpose) {
            return Seeds.of(settings.seed(), purpose, prompt, positiveSeed, index);
        }
    }

    /** Share of the steps done when a drawing is stopped: nearly ready at strength 0, hardly recognisable at 1. */
    static double progress(double strength) {
        return 0.9 - 0.55 * strength;
    }
}
