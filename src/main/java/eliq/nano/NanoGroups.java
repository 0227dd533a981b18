package eliq.nano;

import eliq.backbone.PreparedImage;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Training pictures in groups of three that belong together; each group is a function of the seed and its number alone. Its
 * pictures are made together and kept until they were asked for (384 KB each). Safe for several threads.
 */
final class NanoGroups implements PictureGroups {

    private static final int KEPT = 40;
    private static final double LEAST_STRENGTH = 0.2;
    private static final double SHARE_OF_SECOND_TECHNICAL = 0.75;
    private static final double SHARE_OF_TECHNICAL_SERIES = 0.6;
    private static final double WEAKEST = 0.05;
    private static final double LEAST_STEP = 0.2;
    private static final long FIRST_OF_SCENES = 1L << 23;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final NanoMix mix;
    private final long seed;
    private final Map<Long, List<NanoPicture>> kept;

    NanoGroups(
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
        this.kept =
                Collections.synchronizedMap(
                        new LinkedHashMap<>() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected boolean removeEldestEntry(
                                    Map.Entry<Long, List<NanoPicture>> eldest) {
                                return size() > KEPT;
                            }
                        });
    }

    /** @param number of the picture, counted over all epochs */
    @Override
    public NanoPicture picture(long number) throws CriticException {
        List<NanoPicture> group = kept.get(number / SIZE);
        if (group == null) {
            group = make(number / SIZE);
            kept.put(number / SIZE, group);
        }
        return group.get((int) (number % SIZE));
    }

    private List<NanoPicture> make(long group) throws CriticException {
        RandomGenerator random = NanoExamples.random(seed, group, 0);
        if (random.nextDouble() < mix.texture()) {
            return textures(random);
        }
        boolean late = group * SIZE / mix.pictures() > mix.firstEpochs();
        if (random.nextDouble() < mix.scenes()) {
            List<NanoPicture> scenes = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                NanoPrompts.Numbered prompt =
                        gathered(prompts.training(FIRST_OF_SCENES + group * SIZE + i), random);
                scenes.add(new NanoPicture.Sound(prompt, false, prepare(pictures.sound(prompt))));
            }
            return scenes;
        }
        NanoPrompts.Numbered prompt = prompts.training(group);
        Finish finish = finish(false, random);
        Pixels sound = finish.apply(pictures.sound(prompt));
        if (mix.graded() > 0 && random.nextDouble() < mix.graded()) {
            boolean asked = mix.asked() > 0 && random.nextDouble() < mix.asked();
            return asked
                    ? asked(prompt, sound, finish, random)
                    : series(prompt, sound, finish, random);
        }
        return List.of(
                new NanoPicture.Sound(prompt, true, prepare(sound)),
                degraded(prompt, sound, finish, Aspect.TECHNICAL, random),
                degraded(
                        prompt,
                        sound,
                        finish,
                        late && random.nextDouble() < SHARE_OF_SECOND_TECHNICAL
                                ? Aspect.TECHNICAL
                                : Aspect.AESTHETIC,
                        random));
    }

    /** Where no picture is finished nothing is drawn: mixes from before have the pictures that they had. */
    private Finish finish(boolean cut, RandomGenerator random) {
        return mix.finished() > 0 && random.nextDouble() < mix.finished()
                ? Finish.draw(cut, random)
                : Finish.NONE;
    }

    private NanoPrompts.Numbered gathered(NanoPrompts.Numbered natural, RandomGenerator random) {
        return mix.gatherings() > 0 && random.nextDouble() < mix.gatherings()
                ? Gathering.draw(natural.seed(), random)
                : natural;
    }

    /** A sound scene and the same degradation of it twice, one weaker. */
    private List<NanoPicture> series(
            NanoPrompts.Numbered prompt, Pixels sound, Finish finish, RandomGenerator random)
            throws CriticException {
        Aspect aspect =
                random.nextDouble() < SHARE_OF_TECHNICAL_SERIES
                        ? Aspect.TECHNICAL
                        : Aspect.AESTHETIC;
        return twice(
                prompt,
                sound,
                aspect,
                random,
                (strength, same) ->
                        pictures.degraded(
                                prompt, sound, finish, aspect, strength, mix.varied(), same));
    }

    /** A sound scene, and the same scene asked for with the same technical faults twice. */
    private List<NanoPicture> asked(
            NanoPrompts.Numbered prompt, Pixels sound, Finish finish, RandomGenerator random)
            throws CriticException {
        return twice(
                prompt,
                sound,
                Aspect.TECHNICAL,
                random,
                (strength, same) -> pictures.asked(prompt, finish, strength, same));
    }

    /** Makes a picture worse; the same random state gives the same operation at every strength. */
    private interface Worsening {
        NanoPictures.Degraded at(double strength, RandomGenerator same) throws CriticException;
    }

    private List<NanoPicture> twice(
            NanoPrompts.Numbered prompt,
            Pixels sound,
            Aspect aspect,
            RandomGenerator random,
            Worsening worsening)
            throws CriticException {
        long same = random.nextLong();
        List<NanoPicture> both = new ArrayList<>();
        both.add(new NanoPicture.Sound(prompt, true, prepare(sound)));
        for (double strength : twoStrengths(random)) {
            NanoPictures.Degraded worse = worsening.at(strength, new SplittableRandom(same));
            both.add(degraded(prompt, aspect, worse));
        }
        return both;
    }

    private static double[] twoStrengths(RandomGenerator random) {
        double weak = random.nextDouble(WEAKEST, 1 - LEAST_STEP);
        return new double[] {weak, random.nextDouble(weak + LEAST_STEP, 1)};
    }

    private NanoPicture degraded(
            NanoPrompts.Numbered prompt,
            Pixels sound,
            Finish finish,
            Aspect aspect,
            RandomGenerator random)
            throws CriticException {
        NanoPictures.Degraded worse =
                pictures.degraded(
                        prompt, sound, finish, aspect, strength(random), mix.varied(), random);
        return degraded(prompt, aspect, worse);
    }

    private List<NanoPicture> textures(RandomGenerator random) throws CriticException {
        boolean tall = random.nextBoolean();
        int longer = 512 + 32 * random.nextInt(9);
        Pixels drawn = NaturalTexture.draw(tall ? 512 : longer, tall ? longer : 512, random);
        Pixels picture = finish(true, random).apply(drawn);
        List<NanoPicture> made = new ArrayList<>();
        made.add(new NanoPicture.Texture(0, prepare(picture)));
        boolean series = mix.graded() > 0 && random.nextDouble() < mix.graded();
        long same = series ? random.nextLong() : 0;
        double[] strengths = series ? twoStrengths(random) : new double[0];
        for (int i = 1; i < SIZE; i++) {
            NanoPictures.Degraded worse =
                    series
                            ? NanoPictures.edited(
                                    picture,
                                    Aspect.TECHNICAL,
                                    strengths[i - 1],
                                    mix.varied(),
                                    new SplittableRandom(same))
                            : NanoPictures.edited(
                                    picture,
                                    Aspect.TECHNICAL,
                                    strength(random),
                                    mix.varied(),
                                    random);
            made.add(new NanoPicture.Texture(worse.strength(), prepare(worse.pixels())));
        }
        return made;
    }

    /** Heavier ones are commoner: from them it is learned what a degradation is. */
    private static double strength(RandomGenerator random) {
        return LEAST_STRENGTH + (1 - LEAST_STRENGTH) * Math.sqrt(1 - random.nextDouble());
    }

    private NanoPicture degraded(
            NanoPrompts.Numbered prompt, Aspect aspect, NanoPictures.Degraded worse)
            throws CriticException {
        return new NanoPicture.Degraded(
                prompt, aspect, worse.strength(), worse.operation(), prepare(worse.pixels()));
    }

    private PreparedImage prepare(Pixels picture) throws CriticException {
        return NanoPictures.prepared(preparation, picture);
    }
}
