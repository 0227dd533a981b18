package eliq.nano;

import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingExample.Sighting;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.critic.ExampleSource;
import eliq.critic.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What the small model is asked about its training pictures; each example is a function of the seed, its number and the
 * epoch alone.
 */
final class NanoExamples implements ExampleSource {

    private static final int SIDE = NanoPictures.SIDE;
    private static final double SHARE_OF_SHUFFLED = 0.6;

    /**
     * Noise and compression are faint and are learned last: once prompts are asked for as well, technical questions count
     * for more, and soon after most groups show a second technical degradation in the aesthetic one's place.
     */
    private static final double TECHNICAL_WEIGHT = 2;

    private static final double SHARE_OF_EXCHANGED = 0.4;
    private static final double SHARE_OF_SECOND_CHANGE = 0.5;
    private static final int OTHER_THINGS = 1;

    private final NanoPrompts prompts;
    private final PictureGroups groups;
    private final boolean kept;
    private final NanoMix mix;
    private final long seed;
    private final int firstEpoch;
    private final NanoSightings sightings;

    /** @param firstEpoch of all legs' epochs, with which this leg begins */
    NanoExamples(
            NanoPrompts prompts,
            NanoPictures pictures,
            ImagePreparation preparation,
            NanoMix mix,
            long seed,
            int firstEpoch) {
        this(
                prompts,
                new NanoGroups(prompts, pictures, preparation, mix, seed),
                false,
                new NanoSightings(pictures.painter(), mix.sightingWeight()),
                mix,
                seed,
                firstEpoch);
    }

    /** @param kept whether every epoch shows the same pictures */
    NanoExamples(
            NanoPrompts prompts,
            PictureGroups groups,
            boolean kept,
            NanoSightings sightings,
            NanoMix mix,
            long seed,
            int firstEpoch) {
        this.prompts = prompts;
        this.groups = groups;
        this.kept = kept;
        this.sightings = sightings;
        this.mix = mix;
        this.seed = seed;
        this.firstEpoch = firstEpoch;
    }

    @Override
    public int size() {
        return mix.pictures();
    }

    @Override
    public int group(int index) {
        return index / PictureGroups.SIZE;
    }

    @Override
    public TrainingExample example(int index, int epochOfLeg) throws CriticException {
        int epoch = firstEpoch + epochOfLeg;
        long number = (long) epoch * mix.pictures() + index;
        NanoPicture picture = groups.picture(kept ? index : number);
        boolean contents = epochOfLeg >= mix.firstEpochs();
        RandomGenerator random = random(seed, number, 1 + epoch);
        List<Question> questions = new ArrayList<>();
        List<Sighting> seen = new ArrayList<>();
        switch (picture) {
            case NanoPicture.Sound it -> {
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
                } else if (mix.foretelling() > 0) {
                    questions.add(
                            NanoQuestions.aligned(
                                    it.prompt().sample().text(), 0, mix.foretelling()));
                } else if (!it.quality()) {
                    questions.add(checklist(it.prompt(), random));
                }
            }
            case NanoPicture.Degraded it -> {
                double weight =
                        contents && it.aspect() == Aspect.TECHNICAL
                                ? TECHNICAL_WEIGHT * mix.qualityWeight()
                                : mix.qualityWeight();
                if (mix.graded() > 0) {
                    questions.addAll(NanoQuestions.graded(it.aspect(), it.strength(), weight));
                } else {
                    Label label = contents ? NanoQuestions.label(it.strength(), random) : Label.LOW;
                    questions.add(NanoQuestions.quality(it.aspect(), label, weight));
                }
                seen.addAll(sightings.ofDefect(it.operation(), it.strength(), it.image(), random));
            }
            case NanoPicture.Texture it when it.strength() == 0 ->
                    questions.add(quality(Aspect.TECHNICAL));
            case NanoPicture.Texture it when mix.graded() > 0 ->
                    questions.addAll(
                            NanoQuestions.graded(
                                    Aspect.TECHNICAL, it.strength(), mix.qualityWeight()));
            case NanoPicture.Texture it ->
                    questions.add(
                            NanoQuestions.quality(
                                    Aspect.TECHNICAL, Label.LOW, mix.qualityWeight()));
        }
        return new TrainingExample(
                picture.image(), questions, mix.sightingWeight() == 0 ? List.of() : seen);
    }

    /** @param purpose 0 for what a group shows; others for what is asked of a picture */
    static SplittableRandom random(long seed, long number, int purpose) {
        return new SplittableRandom(seed ^ (long) purpose << 40 ^ number * 0x9E37_79B9_7F4A_7C15L);
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
        for (int i = 0; i < mix.checklists(); i++) {
            questions.add(checklist(prompt, random));
        }
        List<String> wrong = new ArrayList<>();
        if (both || random.nextDouble() < SHARE_OF_SHUFFLED) {
            wrong.add(shuffled(prompt, random));
        }
        for (int i = 0; i < (both ? mix.changes() : 1 - wrong.size()); i++) {
            wrong.add(changedPrompt(text, random).orElseGet(() -> shuffled(prompt, random)));
        }
        questions.add(NanoQuestions.aligned(text, wrong.size(), mix.foretelling()));
        wrong.forEach(other -> questions.add(NanoQuestions.alignment(other, Label.LOW, 1)));
    }

    /** Everything in the scene, some of it exchanged, among as many things of other scenes. */
    private Question checklist(NanoPrompts.Numbered prompt, RandomGenerator random) {
        List<Map.Entry<String, Label>> things = new ArrayList<>();
        List<String> present = NanoQuestions.things(prompt.sample().scene());
        for (String thing : present) {
            Optional<String> other =
                    random.nextDouble() < SHARE_OF_EXCHANGED
                            ? changedThing(thing, random)
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

    private Optional<String> changedPrompt(String text, RandomGenerator random) {
        Optional<String> other = otherObject(text, random);
        return other.isPresent() && random.nextDouble() < SHARE_OF_SECOND_CHANGE
                ? changed(other.get(), random).or(() -> other)
                : other.or(() -> changed(text, random));
    }

    private Optional<String> changedThing(String thing, RandomGenerator random) {
        return otherObject(thing, random).or(() -> changed(thing, random));
    }

    private Optional<String> otherObject(String text, RandomGenerator random) {
        return mix.objects() > 0 && random.nextDouble() < mix.objects()
                ? PromptChange.OBJECT.apply(text, random).filter(t -> !NanoPrompts.heldOut(t))
                : Optional.empty();
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
}
