package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.critic.ExampleSource;
import eliq.critic.Label;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The small model's training examples; each is a function of the seed, its number and the epoch alone. */
final class NanoExamples implements ExampleSource {

    private static final double READABLE_BELOW = 0.6;
    private static final double SHARE_OF_SOUND_ASKED_FOR_QUALITY = 0.4;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final NanoMix mix;
    private final long seed;

    NanoExamples(
            NanoPrompts prompts,
            NanoPictures pictures,
            ImagePreparation preparation,
            NanoMix mix,
            long seed) {
        this.prompts = prompts;
        this.pictures = pictures;
        this.preparation = preparation;
        this.mix = mix;
        this.seed = seed;
    }

    @Override
    public int size() {
        return mix.pictures();
    }

    @Override
    public TrainingExample example(int index, int epoch) throws CriticException {
        SplittableRandom random =
                new SplittableRandom(seed ^ (long) epoch << 40 ^ index * 0x9E3779B97F4A7C15L);
        double kind = random.nextDouble();
        double degraded = mix.technical() + mix.aesthetic();
        if (kind < mix.texture()) {
            return texture(random);
        }
        long number = (long) (epoch / mix.repeats()) * mix.pictures() + index;
        NanoPrompts.Numbered prompt = prompts.training(number);
        if (kind < mix.texture() + degraded) {
            Aspect aspect =
                    kind < mix.texture() + mix.technical() ? Aspect.TECHNICAL : Aspect.AESTHETIC;
            return degraded(prompt, aspect, epoch, random);
        }
        return sound(prompt, epoch, random);
    }

    private TrainingExample sound(NanoPrompts.Numbered prompt, int epoch, RandomGenerator random)
            throws CriticException {
        String text = prompt.sample().text();
        List<Question> questions = new ArrayList<>();
        caption(text, epoch).ifPresent(questions::add);
        questions.add(NanoQuestions.alignment(text, Label.HIGH));
        questions.add(NanoQuestions.alignment(wrong(prompt, random), Label.LOW));
        if (random.nextDouble() < SHARE_OF_SOUND_ASKED_FOR_QUALITY) {
            questions.add(NanoQuestions.quality(Aspect.TECHNICAL, Label.HIGH, mix.qualityWeight()));
            questions.add(NanoQuestions.quality(Aspect.AESTHETIC, Label.HIGH, mix.qualityWeight()));
        } else {
            probe(prompt, random, questions);
        }
        return example(pictures.sound(prompt), questions);
    }

    private TrainingExample degraded(
            NanoPrompts.Numbered prompt, Aspect aspect, int epoch, RandomGenerator random)
            throws CriticException {
        NanoPictures.Degraded picture = pictures.degraded(prompt, aspect, random);
        List<Question> questions =
                new ArrayList<>(
                        NanoQuestions.degraded(aspect, picture.strength(), mix.qualityWeight()));
        if (aspect == Aspect.TECHNICAL && picture.strength() < READABLE_BELOW) {
            caption(prompt.sample().text(), epoch).ifPresent(questions::add);
            probe(prompt, random, questions);
        }
        return example(picture.pixels(), questions);
    }

    /** Asks about single things, each once truly and once falsely. */
    private void probe(
            NanoPrompts.Numbered prompt, RandomGenerator random, List<Question> questions) {
        List<String> things = new ArrayList<>(NanoQuestions.things(prompt.sample().scene()));
        for (int i = 0; i < mix.probes() && !things.isEmpty(); i++) {
            String thing = things.remove(random.nextInt(things.size()));
            questions.add(NanoQuestions.probe(thing, Label.HIGH));
            changed(thing, random)
                    .ifPresent(other -> questions.add(NanoQuestions.probe(other, Label.LOW)));
        }
    }

    private TrainingExample texture(RandomGenerator random) throws CriticException {
        boolean tall = random.nextBoolean();
        int longer = 512 + 32 * random.nextInt(9);
        Pixels picture = NaturalTexture.draw(tall ? 512 : longer, tall ? longer : 512, random);
        if (random.nextBoolean()) {
            return example(
                    picture,
                    List.of(
                            NanoQuestions.quality(
                                    Aspect.TECHNICAL, Label.HIGH, mix.qualityWeight())));
        }
        NanoPictures.Degraded worse =
                NanoPictures.edited(picture, Aspect.TECHNICAL, random.nextDouble(), random);
        return example(
                worse.pixels(),
                NanoQuestions.degraded(Aspect.TECHNICAL, worse.strength(), mix.qualityWeight()));
    }

    private Optional<Question> caption(String text, int epoch) {
        return epoch < mix.captionEpochs()
                ? Optional.of(NanoQuestions.caption(text, mix.captionWeight()))
                : Optional.empty();
    }

    private String wrong(NanoPrompts.Numbered prompt, RandomGenerator random) {
        return random.nextBoolean()
                ? shuffled(prompt, random)
                : changed(prompt.sample().text(), random).orElseGet(() -> shuffled(prompt, random));
    }

    /** Another scene's prompt that shares neither subject nor place with this one. */
    private String shuffled(NanoPrompts.Numbered prompt, RandomGenerator random) {
        return different(prompt, () -> prompts.training(random.nextLong(1 << 24)));
    }

    static String different(
            NanoPrompts.Numbered prompt, java.util.function.Supplier<NanoPrompts.Numbered> draw) {
        while (true) {
            NanoPrompts.Numbered other = draw.get();
            boolean shared =
                    other.sample().scene().subjects().stream()
                            .anyMatch(
                                    s ->
                                            prompt.sample().scene().subjects().stream()
                                                    .anyMatch(t -> t.kind().equals(s.kind())));
            if (!shared
                    && !other.sample().scene().place().equals(prompt.sample().scene().place())) {
                return other.sample().text();
            }
        }
    }

    private static Optional<String> changed(String text, RandomGenerator random) {
        List<PromptChange> changes = new ArrayList<>(List.of(PromptChange.values()));
        while (!changes.isEmpty()) {
            PromptChange change = changes.remove(random.nextInt(changes.size()));
            Optional<String> other =
                    change.apply(text, random).filter(t -> !NanoPrompts.heldOut(t));
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private TrainingExample example(Pixels picture, List<Question> questions)
            throws CriticException {
        try {
            return new TrainingExample(preparation.prepare(picture), questions);
        } catch (BackboneException e) {
            throw new CriticException("a training picture is unusable: " + e.getMessage(), e);
        }
    }
}
