package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import eliq.pairs.LexiconVariants;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.JpegNoiseSchedule;
import eliq.pairs.degrade.Operation;
import eliq.prompts.Lexicon;
import java.util.List;
import java.util.random.RandomGenerator;

/** Paints the pictures that the small model learns from, sound and degraded. Safe for several threads. */
record NanoPictures(Painter painter) {

    static final int SIDE = 512;
    private static final double LEAST_PROGRESS = 0.25;
    private static final double MOST_PROGRESS = 0.9;

    /** Compression twice: what is left of noise after it is flat, and was taken for clean. */
    private static final List<JpegNoiseSchedule> MIXTURES =
            List.of(
                    JpegNoiseSchedule.COMPRESSION,
                    JpegNoiseSchedule.COMPRESSION,
                    JpegNoiseSchedule.GENERATIONS,
                    JpegNoiseSchedule.NOISE,
                    JpegNoiseSchedule.MILD);

    private static final LexiconVariants FAULTS = new LexiconVariants(Lexicon.shipped());

    /**
     * A degraded picture.
     *
     * @param strength 0 (just visible) .. 1 (heavy)
     * @param family as {@link eliq.catalog.Family#key}
     * @param operation that degraded it
     */
    record Degraded(Pixels pixels, double strength, String family, String operation) {}

    /** A picture as the model takes it in. */
    static PreparedImage prepared(ImagePreparation preparation, Pixels picture)
            throws CriticException {
        try {
            return preparation.prepare(picture);
        } catch (BackboneException e) {
            throw new CriticException("a picture for eliq-nano is unusable: " + e.getMessage(), e);
        }
    }

    Pixels sound(NanoPrompts.Numbered prompt) throws CriticException {
        return paint(prompt, new Quality.Full());
    }

    /**
     * Degraded in a way drawn at random: mostly the usual negative of the aspect, else a single operation.
     *
     * @param sound the picture that is made worse, finished
     * @param finish of every picture of the scene
     * @param varied as {@link #edited}
     */
    Degraded degraded(
            NanoPrompts.Numbered prompt,
            Pixels sound,
            Finish finish,
            Aspect aspect,
            double strength,
            double varied,
            RandomGenerator random)
            throws CriticException {
        if (random.nextDouble() < 0.2) {
            Degraded failed = generated(prompt, aspect, strength);
            return new Degraded(
                    finish.apply(failed.pixels()), strength, failed.family(), failed.operation());
        }
        return edited(sound, aspect, strength, varied, random);
    }

    /** The painter obeys a prompt that asks for technical faults, as it does for the pairs' own negatives. */
    Degraded asked(
            NanoPrompts.Numbered prompt, Finish finish, double strength, RandomGenerator random)
            throws CriticException {
        String text = FAULTS.degraded(prompt.sample().text(), strength, random.nextLong());
        return new Degraded(
                finish.apply(paint(text, prompt.seed(), new Quality.Full())),
                strength,
                eliq.catalog.Family.AI_SPECIFIC.key(),
                "lost-detail");
    }

    /** The painter's own failure: stopped early (technical) or a weaker style (aesthetic). */
    Degraded generated(NanoPrompts.Numbered prompt, Aspect aspect, double strength)
            throws CriticException {
        boolean technical = aspect == Aspect.TECHNICAL;
        double progress = MOST_PROGRESS + strength * (LEAST_PROGRESS - MOST_PROGRESS);
        Quality quality =
                technical ? new Quality.EarlyStopped(progress) : new Quality.Weaker(strength);
        return new Degraded(
                paint(prompt, quality),
                strength,
                eliq.catalog.Family.AI_SPECIFIC.key(),
                technical ? "early-stopped" : "weaker");
    }

    /** The same picture, edited for the worse. */
    static Degraded edited(Pixels picture, Aspect aspect, double strength, RandomGenerator random) {
        return edited(picture, aspect, strength, 0, random);
    }

    /**
     * The same.
     *
     * @param varied share of usual technical degradations by another mixture of noise and compression than the usual
     */
    static Degraded edited(
            Pixels picture, Aspect aspect, double strength, double varied, RandomGenerator random) {
        long seed = random.nextLong();
        boolean usual = random.nextDouble() < 0.85;
        List<Operation> operations =
                java.util.Arrays.stream(Operation.values())
                        .filter(o -> o.aspect() == aspect)
                        .toList();
        Operation single = operations.get(random.nextInt(operations.size()));
        Degradation degradation;
        if (!usual) {
            degradation = Degradation.of(single, strength, seed);
        } else if (aspect == Aspect.TECHNICAL) {
            degradation = Degradation.technical(schedule(varied, random), strength, seed);
        } else {
            degradation = Degradation.aesthetic(picture, strength, seed);
        }
        return new Degraded(
                degradation.apply(picture),
                strength,
                eliq.catalog.Family.CONVENTIONAL.key(),
                degradation.operation());
    }

    private static JpegNoiseSchedule schedule(double varied, RandomGenerator random) {
        return varied > 0 && random.nextDouble() < varied
                ? MIXTURES.get(random.nextInt(MIXTURES.size()))
                : JpegNoiseSchedule.STANDARD;
    }

    private Pixels paint(NanoPrompts.Numbered prompt, Quality quality) throws CriticException {
        return paint(prompt.sample().text(), prompt.seed(), quality);
    }

    private Pixels paint(String text, long seed, Quality quality) throws CriticException {
        try {
            return painter.generate(new GenerationRequest(text, seed, SIDE, SIDE, quality));
        } catch (GenerateException e) {
            throw new CriticException("the painter failed on '" + text + "': " + e.getMessage(), e);
        }
    }
}
