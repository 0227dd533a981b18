package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingExample.Sighting;
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
 * The small model's training examples; each is a function of the seed, its number and the epoch alone. The pictures of a
 * group are made together and kept until they were asked for (384 KB each).
 */
final class NanoExamples implements ExampleSource {

    private static final int GROUP = 3;
    private static final int SIDE = NanoPictures.SIDE;
    private static final int KEPT_GROUPS = 40;
    private static final double SHARE_OF_SHUFFLED = 0.6;
    private static final double LEAST_STRENGTH = 0.2;

    /**
     * Noise and compression are faint and are learned last: once prompts are asked for as well, technical questions count
     * for more, and soon after most groups show a second technical degradation in the aesthetic one's place.
     */
    private static final double TECHNICAL_WEIGHT = 2;

    private static final double SHARE_OF_SECOND_TECHNICAL = 0.75;
    private static final double SHARE_OF_TECHNICAL_SERIES = 0.6;
    private static final double WEAKEST = 0.05;
    private static final double LEAST_STEP = 0.2;
    private static final double SHARE_OF_EXCHANGED = 0.4;
    private static final int OTHER_THINGS = 1;
    private static final long FIRST_OF_SCENES = 1L << 23;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final NanoMix mix;
    private final long seed;
    private final int firstEpoch;
    private final NanoSightings sightings;
    private final Map<Long, List<Picture>> made;

    /** @param firstEpoch of all legs' epochs, with which this leg begins */
    NanoExamples(
            NanoPrompts prompts,
            NanoPictures pictures,
            ImagePreparation preparation,
            NanoMix mix,
            long seed,
            int firstEpoch) {
        this.prompts = prompts;
        this.pictures = pictures;
        this.preparation = preparation;
        this.mix = mix;
        this.seed = seed;
        this.firstEpoch = firstEpoch;
        this.sightings = new NanoSightings(pictures.painter(), mix.sightingWeight());
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

    /** What a picture shows. */
    private sealed interface Picture {
        PreparedImage image();

        /**
         * A sound scene.
         *
         * @param quality whether its quality is asked for: only where degraded pictures stand beside it, or the answer
         *     would nearly always be high
         */
        record Sound(NanoPrompts.Numbered prompt, boolean quality, PreparedImage image)
                implements Picture {}

        record Degraded(
                NanoPrompts.Numbered prompt,
                Aspect aspect,
                NanoPictures.Degraded how,
                PreparedImage image)
                implements Picture {}

        /** A natural texture; of strength 0 if it is sound. */
        record Texture(double strength, PreparedImage image) implements Picture {}
    }

    @Override
    public TrainingExample example(int index, int epochOfLeg) throws CriticException {
        int epoch = firstEpoch + epochOfLeg;
        long number = (long) epoch * mix.pictures() + index;
        List<Picture> group = made.get(number / GROUP);
        if (group == null) {
            group = make(number / GROUP);
            made.put(number / GROUP, group);
        }
        Picture picture = group.get((int) (number % GROUP));
        boolean contents = epoch >= mix.firstEpochs();
        RandomGenerator random = random(number, 1 + epoch);
        List<Question> questions = new ArrayList<>();
        List<Sighting> seen = new ArrayList<>();
        switch (picture) {
            case Picture.Sound it -> {
                if (it.quality()) {
                    questions.add(
                            NanoQuestions.quality(
                                    Aspect.TECHNICAL,
                                    Label.HIGH,
                                    contents
                                            ? TECHNICAL_WEIGHT * mix.qualityWeight()
                                            : mix.qualityWeight()));
                    questions.add(quality(Aspect.AESTHETIC));
                    seen.addAll(sightings.ofSound(it.prompt(), it.image(), SIDE, random));
                } else {
                    seen.addAll(sightings.of(it.prompt(), it.image(), SIDE, random));
                }
                if (contents) {
                    contents(it.prompt(), !it.quality(), random, questions);
                } else if (!it.quality()) {
                    questions.add(checklist(it.prompt(), random));
                }
            }
            case Picture.Degraded it -> {
                double weight =
                        contents && it.aspect() == Aspect.TECHNICAL
                                ? TECHNICAL_WEIGHT * mix.qualityWeight()
                                : mix.qualityWeight();
                if (mix.graded() > 0) {
                    questions.addAll(
                            NanoQuestions.graded(it.aspect(), it.how().strength(), weight));
                } else {
                    Label label =
                            contents ? NanoQuestions.label(it.how().strength(), random) : Label.LOW;
                    questions.add(NanoQuestions.quality(it.aspect(), label, weight));
                }
                seen.addAll(sightings.ofDefect(it.how(), it.image(), random));
            }
            case Picture.Texture it when it.strength() == 0 ->
                    questions.add(quality(Aspect.TECHNICAL));
            case Picture.Texture it when mix.graded() > 0 ->
                    questions.addAll(
                            NanoQuestions.graded(
                                    Aspect.TECHNICAL, it.strength(), mix.qualityWeight()));
            case Picture.Texture it ->
                    questions.add(
                            NanoQuestions.quality(
                                    Aspect.TECHNICAL, Label.LOW, mix.qualityWeight()));
        }
        return new TrainingExample(picture.image(), questions, seen);
    }

    private SplittableRandom random(long number, int purpose) {
        return new SplittableRandom(seed ^ (long) purpose << 40 ^ number * 0x9E37_79B9_7F4A_7C15L);
    }

    private List<Picture> make(long group) throws CriticException {
        RandomGenerator random = random(group, 0);
        if (random.nextDouble() < mix.texture()) {
            return textures(random);
        }
        boolean late = group * GROUP / mix.pictures() > mix.firstEpochs();
        if (random.nextDouble() < mix.scenes()) {
            List<Picture> scenes = new ArrayList<>();
            for (int i = 0; i < GROUP; i++) {
                NanoPrompts.Numbered prompt = prompts.training(FIRST_OF_SCENES + group * GROUP + i);
                scenes.add(new Picture.Sound(prompt, false, prepare(pictures.sound(prompt))));
            }
            return scenes;
        }
        NanoPrompts.Numbered prompt = prompts.training(group);
        Pixels sound = pictures.sound(prompt);
        if (mix.graded() > 0 && random.nextDouble() < mix.graded()) {
            return series(prompt, sound, random);
        }
        return List.of(
                new Picture.Sound(prompt, true, prepare(sound)),
                degraded(prompt, sound, Aspect.TECHNICAL, random),
                degraded(
                        prompt,
                        sound,
                        late && random.nextDouble() < SHARE_OF_SECOND_TECHNICAL
                                ? Aspect.TECHNICAL
                                : Aspect.AESTHETIC,
                        random));
    }

    /** A sound scene and the same degradation of it twice, one weaker. */
    private List<Picture> series(NanoPrompts.Numbered prompt, Pixels sound, RandomGenerator random)
            throws CriticException {
        Aspect aspect =
                random.nextDouble() < SHARE_OF_TECHNICAL_SERIES
                        ? Aspect.TECHNICAL
                        : Aspect.AESTHETIC;
        long same = random.nextLong();
        List<Picture> made = new ArrayList<>();
        made.add(new Picture.Sound(prompt, true, prepare(sound)));
        for (double strength : twoStrengths(random)) {
            NanoPictures.Degraded worse =
                    pictures.degraded(prompt, sound, aspect, strength, new SplittableRandom(same));
            made.add(new Picture.Degraded(prompt, aspect, worse, prepare(worse.pixels())));
        }
        return made;
    }

    private static double[] twoStrengths(RandomGenerator random) {
        double weak = random.nextDouble(WEAKEST, 1 - LEAST_STEP);
        return new double[] {weak, random.nextDouble(weak + LEAST_STEP, 1)};
    }

    private Picture degraded(
            NanoPrompts.Numbered prompt, Pixels sound, Aspect aspect, RandomGenerator random)
            throws CriticException {
        NanoPictures.Degraded worse =
                pictures.degraded(prompt, sound, aspect, strength(random), random);
        return new Picture.Degraded(prompt, aspect, worse, prepare(worse.pixels()));
    }

    private List<Picture> textures(RandomGenerator random) throws CriticException {
        boolean tall = random.nextBoolean();
        int longer = 512 + 32 * random.nextInt(9);
        Pixels picture = NaturalTexture.draw(tall ? 512 : longer, tall ? longer : 512, random);
        List<Picture> made = new ArrayList<>();
        made.add(new Picture.Texture(0, prepare(picture)));
        boolean series = mix.graded() > 0 && random.nextDouble() < mix.graded();
        long same = series ? random.nextLong() : 0;
        double[] strengths = series ? twoStrengths(random) : new double[0];
        for (int i = 1; i < GROUP; i++) {
            NanoPictures.Degraded worse =
                    series
                            ? NanoPictures.edited(
                                    picture,
                                    Aspect.TECHNICAL,
                                    strengths[i - 1],
                                    new SplittableRandom(same))
                            : NanoPictures.edited(
                                    picture, Aspect.TECHNICAL, strength(random), random);
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

    /**
     * Asks what the picture shows: single things, its prompt, and wrong ones.
     *
     * @param both whether for a changed prompt and another scene's, else for one of the two
     */
    private void contents(
            NanoPrompts.Numbered prompt,
            boolean both,
            RandomGenerator random,
            List<Question> questions) {
        String text = prompt.sample().text();
        questions.add(checklist(prompt, random));
        List<String> wrong = new ArrayList<>();
        if (both || random.nextDouble() < SHARE_OF_SHUFFLED) {
            wrong.add(shuffled(prompt, random));
        }
        if (both || wrong.isEmpty()) {
            wrong.add(changed(text, random).orElseGet(() -> shuffled(prompt, random)));
        }
        questions.add(NanoQuestions.alignment(text, Label.HIGH, wrong.size()));
        wrong.forEach(other -> questions.add(NanoQuestions.alignment(other, Label.LOW, 1)));
    }

    /** Everything in the scene, some of it exchanged, among as many things of other scenes. */
    private Question checklist(NanoPrompts.Numbered prompt, RandomGenerator random) {
        List<Map.Entry<String, Label>> things = new ArrayList<>();
        List<String> present = NanoQuestions.things(prompt.sample().scene());
        for (String thing : present) {
            Optional<String> other =
                    random.nextDouble() < SHARE_OF_EXCHANGED
                            ? changed(thing, random)
                            : Optional.empty();
            things.add(Map.entry(other.orElse(thing), other.isEmpty() ? Label.HIGH : Label.LOW));
        }
        for (int i = 0; i < OTHER_THINGS; i++) {
            List<String> others =
                    NanoQuestions.things(
                            different(prompt, () -> prompts.training(random.nextLong(1 << 24)))
                                    .sample()
                                    .scene());
            String other = others.get(random.nextInt(Math.min(2, others.size())));
            if (!present.contains(other)) {
                things.add(Map.entry(other, Label.LOW));
            }
        }
        Collections.shuffle(things, java.util.Random.from(random));
        return NanoQuestions.checklist(things, mix.checklistWeight());
    }

    /** Another scene's prompt that shares neither subject nor place with this one. */
    private String shuffled(NanoPrompts.Numbered prompt, RandomGenerator random) {
        return different(prompt, () -> prompts.training(random.nextLong(1 << 24))).sample().text();
    }

    static NanoPrompts.Numbered different(
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
                return other;
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
