package eliq.catalog;

import java.util.Optional;

/**
 * Which images are wanted; everything that is given must hold.
 *
 * @param text words that all occur in the name or the prompt, in any order, as parts of words too
 * @param scorer identity of the scorer whose scores are meant: those the rows carry, and those of the ranges and sorts
 * @param visual only images with a visual score in it
 * @param alignment only images with an alignment score in it
 * @param part what it is for in the prompt bank and in sets of pairs
 */
public record ImageFilter(
        String text,
        Optional<Origin> origin,
        Optional<String> generator,
        Optional<String> scorer,
        Optional<Range> visual,
        Optional<Range> alignment,
        Part part) {

    /** Inclusive; infinite where it is open. */
    public record Range(double from, double to) {}

    /**
     * The part that an image plays.
     *
     * @param category of its prompt
     * @param aspect only negatives of it
     * @param family only negatives of it; with {@code aspect}, both of the same negative
     * @param era of a set of pairs that it belongs to, as positive or negative
     */
    public record Part(
            Optional<String> category,
            Optional<Aspect> aspect,
            Optional<Family> family,
            Optional<String> era) {

        /** Whatever it is for. */
        public static final Part ANY =
                new Part(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Every image. */
    public static ImageFilter all() {
        return new ImageFilter(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Part.ANY);
    }

    public ImageFilter withText(String words) {
        return new ImageFilter(words, origin, generator, scorer, visual, alignment, part);
    }

    public ImageFilter withOrigin(Origin wanted) {
        return new ImageFilter(
                text, Optional.of(wanted), generator, scorer, visual, alignment, part);
    }

    public ImageFilter withGenerator(String name) {
        return new ImageFilter(text, origin, Optional.of(name), scorer, visual, alignment, part);
    }

    public ImageFilter withScorer(String identity) {
        return new ImageFilter(
                text, origin, generator, Optional.of(identity), visual, alignment, part);
    }

    public ImageFilter withVisual(double from, double to) {
        return new ImageFilter(
                text, origin, generator, scorer, Optional.of(new Range(from, to)), alignment, part);
    }

    public ImageFilter withAlignment(double from, double to) {
        return new ImageFilter(
                text, origin, generator, scorer, visual, Optional.of(new Range(from, to)), part);
    }

    public ImageFilter withPart(Part wanted) {
        return new ImageFilter(text, origin, generator, scorer, visual, alignment, wanted);
    }
}
