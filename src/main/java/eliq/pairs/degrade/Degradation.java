package eliq.pairs.degrade;

import eliq.catalog.Aspect;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes a conventional negative out of a positive: edits one after another, fully determined.
 *
 * @param steps at least one; all of one aspect
 */
public record Degradation(List<Step> steps) {
    /** A colour edit that moves the levels less than this on average cannot be seen on the picture at hand. */
    private static final double LEAST_VISIBLE_CHANGE = 9;

    private static final double LEAST_BLOWN_SHARE = 0.15;
    private static final double TRIAL_STRENGTH = 0.5;

    public Degradation {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a degradation has at least one step");
        }
        if (steps.stream().map(s -> s.operation().aspect()).distinct().count() > 1) {
            throw new IllegalArgumentException("a degradation spoils one aspect, not several");
        }
    }

    /** A single operation. */
    public static Degradation of(Operation operation, double strength, long seed) {
        return new Degradation(List.of(Step.of(operation, strength, seed)));
    }

    /** The usual technical negative: repeated JPEG compression and Gaussian noise. */
    public static Degradation technical(double strength, long seed) {
        return technical(JpegNoiseSchedule.STANDARD, strength, seed);
    }

    /** Repeated JPEG compression and Gaussian noise by another schedule. */
    public static Degradation technical(JpegNoiseSchedule schedule, double strength, long seed) {
        return new Degradation(List.of(new Step(strength, seed, schedule.at(strength, seed))));
    }

    /**
     * The usual aesthetic negative: one composition edit, then one colour edit. The seed chooses both, whatever the
     * strength; a colour edit that would hardly show on this picture (a hue shift of a grey one) is passed over.
     */
    public static Degradation aesthetic(Pixels picture, double strength, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        List<Operation> compositions = Operation.Kind.COMPOSITION.operations();
        Operation composition = compositions.get(random.below(compositions.size()));
        long compositionSeed = random.next();
        List<Operation> colours = new ArrayList<>(Operation.Kind.COLOUR.operations());
        Operation colour = colours.remove(random.below(colours.size()));
        long colourSeed = random.next();
        Pixels small = Resampling.resize(picture, 64, 64);
        while (!colours.isEmpty() && !shows(colour, colourSeed, small)) {
            colour = colours.remove(random.below(colours.size()));
        }
        return new Degradation(
                List.of(
                        Step.of(composition, strength, compositionSeed),
                        Step.of(colour, strength, colourSeed)));
    }

    private static boolean shows(Operation colour, long seed, Pixels picture) {
        Pixels edited = colour.at(TRIAL_STRENGTH, seed).apply(picture);
        // More light does a dark picture good unless something is blown out by it.
        return Difference.meanAbsolute(picture, edited) >= LEAST_VISIBLE_CHANGE
                && (colour != Operation.BLOWN_EXPOSURE || clipped(edited) >= LEAST_BLOWN_SHARE);
    }

    private static double clipped(Pixels picture) {
        int clipped = 0;
        for (byte level : picture.rgb()) {
            clipped += level == (byte) 255 ? 1 : 0;
        }
        return (double) clipped / picture.rgb().length;
    }

    /** A new picture of the same size. */
    public Pixels apply(Pixels picture) {
        Pixels now = picture;
        for (Step step : steps) {
            now = step.apply(now);
        }
        return now;
    }

    public Aspect aspect() {
        return steps.getFirst().operation().aspect();
    }

    /** The operations' keys joined by {@code +}, such as {@code tilt+colour-cast}. */
    public String operation() {
        return steps.stream().map(s -> s.operation().key()).collect(Collectors.joining("+"));
    }

    /** The largest of the steps' strengths, 0..1. */
    public double strength() {
        return steps.stream().mapToDouble(Step::strength).max().orElseThrow();
    }
}
