package eliq.app.library;

import eliq.app.words.Decimals;
import eliq.catalog.ImageSort;
import eliq.catalog.Score;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The number that a tile shows: what the images are ordered by, the visual score where that is no score. */
enum TileMeasure {
    VISUAL("", "Visual score", score -> OptionalDouble.of(score.visual())),
    ALIGNMENT("", "Alignment score", Score::alignment),
    TECHNICAL(
            "T ",
            "Probability of high technical quality",
            score -> OptionalDouble.of(score.technicalHigh())),
    AESTHETIC(
            "A ",
            "Probability of high aesthetic quality",
            score -> OptionalDouble.of(score.aestheticHigh())),
    PROMPT_FIT("P ", "Probability that the prompt fits", Score::alignmentHigh);

    private final String letter;
    private final String title;
    private final Function<Score, OptionalDouble> value;

    TileMeasure(String letter, String title, Function<Score, OptionalDouble> value) {
        this.letter = letter;
        this.title = title;
        this.value = value;
    }

    static TileMeasure of(ImageSort sort) {
        return switch (sort.by()) {
            case ADDED, NAME, VISUAL -> VISUAL;
            case ALIGNMENT -> ALIGNMENT;
            case TECHNICAL_HIGH -> TECHNICAL;
            case AESTHETIC_HIGH -> AESTHETIC;
            case ALIGNMENT_HIGH -> PROMPT_FIT;
        };
    }

    /** The number with two decimals, or a dash. */
    String text(Optional<Score> score) {
        OptionalDouble number = number(score);
        return number.isPresent() ? letter + Decimals.two(number) : Decimals.ABSENT;
    }

    /**
     * What the number is, or why there is none.
     *
     * @param unscored why there is no score at all
     */
    String meaning(Optional<Score> score, String unscored) {
        if (number(score).isPresent()) {
            return title;
        }
        return title
                + ": "
                + (score.isPresent() ? "none, as it was scored without a prompt" : unscored);
    }

    private OptionalDouble number(Optional<Score> score) {
        return score.map(value).orElse(OptionalDouble.empty());
    }
}
