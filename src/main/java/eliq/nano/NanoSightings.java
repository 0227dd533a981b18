package eliq.nano;

import eliq.backbone.TrainingExample.Sighting;
import eliq.backbone.TrainingImage;
import eliq.generate.GenerationRequest;
import eliq.generate.painter.Painter;
import eliq.generate.painter.Placement;
import eliq.generate.painter.Scene;
import eliq.pairs.degrade.Operation;
import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Words for what each image token of a painted scene shows: the painter knows where it put the things of the prompt. A
 * token on a thing is called by its noun, its colour or its number, one of the rest by the place, the time or the
 * weather, in the words of the prompt; which of them is drawn anew for each token, so that a token comes to mean all.
 */
final class NanoSightings {

    static final int MERGED = 2;
    private static final double SHARE_OF_COLOUR = 0.35;
    private static final double SHARE_OF_COUNT = 0.15;
    private static final double SHARE_OF_PLACE = 0.6;
    private static final double SHARE_OF_FINE = 0.3;
    private static final double SHARE_OF_STRENGTH = 0.4;
    private static final double HEAVY_FROM = 0.5;
    private static final String FINE = "fine";
    private static final double LEAST_COVER = 0.4;

    private final Painter painter;
    private final double weight;

    /** @param weight of a picture's sightings together */
    NanoSightings(Painter painter, double weight) {
        this.painter = painter;
        this.weight = weight;
    }

    /** What quality is called. */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(FINE, "light", "heavy"));
        for (Operation operation : Operation.values()) {
            words.addAll(List.of(operation.key().split("-")));
        }
        return words;
    }

    /**
     * @param prompt of the picture, painted in full quality or degraded without moving anything
     * @param side of the painted square in pixels
     */
    List<Sighting> of(
            NanoPrompts.Numbered prompt, TrainingImage image, int side, RandomGenerator random) {
        String text = prompt.sample().text();
        List<Found> found = Lexicon.shipped().read(text);
        List<Sighting> sightings = new ArrayList<>();
        List<Optional<Scene.Subject>> subjects = subjects(painter, prompt, image, side);
        for (int token = 0; token < subjects.size(); token++) {
            int at = token;
            subjects.get(token)
                    .map(subject -> ofSubject(subject, text, found, random))
                    .orElseGet(() -> ofSurroundings(text, found, random))
                    .ifPresent(
                            word ->
                                    sightings.add(
                                            new Sighting(
                                                    at, " " + word, weight / subjects.size())));
        }
        return sightings;
    }

    /**
     * The thing that each image token is on, row by row; empty for the surroundings.
     *
     * @param prompt of the picture, painted in full quality or degraded without moving anything
     * @param side of the painted square in pixels
     */
    static List<Optional<Scene.Subject>> subjects(
            Painter painter, NanoPrompts.Numbered prompt, TrainingImage image, int side) {
        int rows = image.rows() / MERGED;
        int columns = image.columns() / MERGED;
        List<Placement> placements =
                painter.placements(
                        new GenerationRequest(
                                prompt.sample().text(),
                                prompt.seed(),
                                side,
                                side,
                                new GenerationRequest.Quality.Full()));
        List<Optional<Scene.Subject>> subjects = new ArrayList<>();
        for (int token = 0; token < rows * columns; token++) {
            double top = (double) (token / columns) / rows * side;
            double left = (double) (token % columns) / columns * side;
            subjects.add(
                    nearest(placements, left, top, (double) side / columns, (double) side / rows));
        }
        return subjects;
    }

    /**
     * The same of a sound picture that stands beside its degraded copies: some tokens are called fine.
     */
    List<Sighting> ofSound(
            NanoPrompts.Numbered prompt, TrainingImage image, int side, RandomGenerator random) {
        return of(prompt, image, side, random).stream()
                .map(
                        s ->
                                random.nextDouble() < SHARE_OF_FINE
                                        ? new Sighting(s.token(), " " + FINE, s.weight())
                                        : s)
                .toList();
    }

    /** Every token of a degraded picture is called by what was done to it, or by how much. */
    List<Sighting> ofDefect(
            String operation, double strength, TrainingImage image, RandomGenerator random) {
        int tokens = image.rows() / MERGED * (image.columns() / MERGED);
        List<String> words = List.of(operation.split("[+-]"));
        List<Sighting> sightings = new ArrayList<>();
        for (int token = 0; token < tokens; token++) {
            String word =
                    random.nextDouble() < SHARE_OF_STRENGTH
                            ? strength < HEAVY_FROM ? "light" : "heavy"
                            : words.get(random.nextInt(words.size()));
            sightings.add(new Sighting(token, " " + word, weight / tokens));
        }
        return sightings;
    }

    /** The foremost thing that covers enough of the token. */
    private static Optional<Scene.Subject> nearest(
            List<Placement> placements, double left, double top, double width, double height) {
        Optional<Scene.Subject> nearest = Optional.empty();
        for (Placement placement : placements) {
            double across =
                    Math.min(left + width, placement.right()) - Math.max(left, placement.left());
            double down =
                    Math.min(top + height, placement.bottom()) - Math.max(top, placement.top());
            double most = Math.min(width * height, area(placement));
            if (across > 0 && down > 0 && across * down >= LEAST_COVER * most) {
                nearest = Optional.of(placement.subject());
            }
        }
        return nearest;
    }

    private static double area(Placement placement) {
        return (placement.right() - placement.left()) * (placement.bottom() - placement.top());
    }

    private static Optional<String> ofSubject(
            Scene.Subject subject, String text, List<Found> found, RandomGenerator random) {
        double drawn = random.nextDouble();
        List<String> words = new ArrayList<>();
        if (drawn < SHARE_OF_COUNT && subject.count() > 1) {
            String number = Integer.toString(subject.count());
            words.addAll(SceneWords.of(Term.Kind.COUNT, Optional.of(number), text, found));
        } else if (drawn < SHARE_OF_COUNT + SHARE_OF_COLOUR) {
            words.addAll(SceneWords.of(Term.Kind.COLOUR, subject.colour(), text, found));
        }
        if (words.isEmpty()) {
            words.addAll(
                    SceneWords.of(Term.Kind.SUBJECT, Optional.of(subject.kind()), text, found));
        }
        return pick(words, random);
    }

    private static Optional<String> ofSurroundings(
            String text, List<Found> found, RandomGenerator random) {
        List<String> places = SceneWords.of(Term.Kind.PLACE, Optional.empty(), text, found);
        List<String> moods = SceneWords.of(Term.Kind.TIME, Optional.empty(), text, found);
        moods = new ArrayList<>(moods);
        moods.addAll(SceneWords.of(Term.Kind.WEATHER, Optional.empty(), text, found));
        boolean place = random.nextDouble() < SHARE_OF_PLACE;
        return pick(places.isEmpty() || !place && !moods.isEmpty() ? moods : places, random);
    }

    private static Optional<String> pick(List<String> words, RandomGenerator random) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get(random.nextInt(words.size())));
    }
}
