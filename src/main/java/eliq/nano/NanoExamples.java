package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.critic.ExampleSource;
import eliq.critic.Label;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The small model's training examples; each is a function of the seed, its number and the epoch alone. Pictures are kept
 * while their epochs last (384 KB each): making them costs as much as training on them.
 */
final class NanoExamples implements ExampleSource {

    private static final int GROUP = 3;
    private static final int KEPT_GROUPS = 40;
    private static final double SHARE_OF_SHUFFLED = 0.6;
    private static final double LEAST_STRENGTH = 0.2;
    private static final double READABLE_BELOW = 0.6;
    private static final double SHARE_OF_SOUND_ASKED_FOR_QUALITY = 1;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final NanoMix mix;
    private final long seed;
    private final Map<Long, List<Picture>> made;

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
        this.made =
                Collections.synchronizedMap(
                        new LinkedHashMap<>() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected boolean removeEldestEntry(
                                    Map.Entry<Long, List<Picture>> eldest) {
                                return size() > KEPT_GROUPS;
                            }
                        });
    }

    @Override
    public int size() {
        return mix.pictures();
    }

    @Override
    public int group(int index) {
        return index / GROUP;
    }

    /** What a picture shows; the same picture is asked about in several epochs. */
    private sealed interface Picture {
        PreparedImage image();

        record Sound(NanoPrompts.Numbered prompt, PreparedImage image) implements Picture {}

        record Degraded(
                NanoPrompts.Numbered prompt, Aspect aspect, double strength, PreparedImage image)
                implements Picture {}

        /** A natural texture; of strength 0 if it is sound. */
        record Texture(double strength, PreparedImage image) implements Picture {}
    }

    @Override
    public TrainingExample example(int index, int epoch) throws CriticException {
        long number = (long) (epoch / mix.repeats()) * mix.pictures() + index;
        List<Picture> group = made.get(number / GROUP);
        if (group == null) {
            group = make(number / GROUP);
            made.put(number / GROUP, group);
        }
        Picture picture = group.get((int) (number % GROUP));
        RandomGenerator random = random(number, 1 + epoch);
        List<Question> questions = new ArrayList<>();
        switch (picture) {
            case Picture.Sound it -> sound(it.prompt(), epoch, random, questions);
            case Picture.Degraded it -> degraded(it, epoch, random, questions);
            case Picture.Texture it when it.strength() == 0 ->
                    questions.add(quality(Aspect.TECHNICAL));
            case Picture.Texture it ->
                    questions.add(
                            NanoQuestions.quality(
                                    Aspect.TECHNICAL, Label.LOW, mix.qualityWeight()));
        }
        return new TrainingExample(picture.image(), questions);
    }

    private SplittableRandom random(long number, int purpose) {
        return new SplittableRandom(seed ^ (long) purpose << 40 ^ number * 0x9E37_79B9_7F4A_7C15L);
    }

    private List<Picture> make(long scene) throws CriticException {
        RandomGenerator random = random(scene, 0);
        if (random.nextDouble() < mix.texture()) {
            return textures(random);
        }
        NanoPrompts.Numbered prompt = prompts.training(scene);
        Pixels sound = pictures.sound(prompt);
        return List.of(
                new Picture.Sound(prompt, prepare(sound)),
                degraded(prompt, sound, Aspect.TECHNICAL, random),
                degraded(prompt, sound, Aspect.AESTHETIC, random));
    }

    private Picture degraded(
            NanoPrompts.Numbered prompt, Pixels sound, Aspect aspect, RandomGenerator random)
            throws CriticException {
        NanoPictures.Degraded worse =
                pictures.degraded(prompt, sound, aspect, strength(random), random);
        return new Picture.Degraded(prompt, aspect, worse.strength(), prepare(worse.pixels()));
    }

    private List<Picture> textures(RandomGenerator random) throws CriticException {
        boolean tall = random.nextBoolean();
        int longer = 512 + 32 * random.nextInt(9);
        Pixels picture = NaturalTexture.draw(tall ? 512 : longer, tall ? longer : 512, random);
        List<Picture> made = new ArrayList<>();
        made.add(new Picture.Texture(0, prepare(picture)));
        for (int i = 1; i < GROUP; i++) {
            NanoPictures.Degraded worse =
                    NanoPictures.edited(picture, Aspect.TECHNICAL, strength(random), random);
            made.add(new Picture.Texture(worse.strength(), prepare(worse.pixels())));
        }
        return made;
    }

    /** Heavier ones are commoner: from them it is learned what a degradation is. */
    private static double strength(RandomGenerator random) {
        return LEAST_STRENGTH + (1 - LEAST_STRENGTH) * Math.sqrt(1 - random.nextDouble());
    }

    private Question quality(Aspect aspect) {
        return NanoQuestions.quality(aspect, Label.HIGH, mix.qualityWeight());
    }

    private void sound(
            NanoPrompts.Numbered prompt,
            int epoch,
            RandomGenerator random,
            List<Question> questions) {
        if (epoch < mix.qualityEpochs()) {
            questions.add(quality(Aspect.TECHNICAL));
            questions.add(quality(Aspect.AESTHETIC));
            return;
        }
        String text = prompt.sample().text();
        questions.add(NanoQuestions.caption(text, mix.captionWeight()));
        questions.add(NanoQuestions.alignment(text, Label.HIGH));
        questions.add(NanoQuestions.alignment(wrong(prompt, random), Label.LOW));
        if (random.nextDouble() < SHARE_OF_SOUND_ASKED_FOR_QUALITY) {
            questions.add(quality(Aspect.TECHNICAL));
            questions.add(quality(Aspect.AESTHETIC));
        }
        probe(prompt, random, questions);
    }

    private void degraded(
            Picture.Degraded picture, int epoch, RandomGenerator random, List<Question> questions) {
        questions.add(NanoQuestions.quality(picture.aspect(), Label.LOW, mix.qualityWeight()));
        boolean readable =
                picture.aspect() == Aspect.AESTHETIC || picture.strength() < READABLE_BELOW;
        if (epoch >= mix.qualityEpochs() && readable) {
            probe(picture.prompt(), random, questions);
        }
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

    private String wrong(NanoPrompts.Numbered prompt, RandomGenerator random) {
        return random.nextDouble() < SHARE_OF_SHUFFLED
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

    private PreparedImage prepare(Pixels picture) throws CriticException {
        try {
            return preparation.prepare(picture);
        } catch (BackboneException e) {
            throw new CriticException("a training picture is unusable: " + e.getMessage(), e);
        }
    }
}
