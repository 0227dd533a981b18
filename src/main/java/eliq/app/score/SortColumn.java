package eliq.app.score;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What rows can be ordered by, in the order in which a key goes through them. */
public enum SortColumn {
    DROPPING("As dropped", "", ""),
    VISUAL("By visual", "best first", "worst first"),
    ALIGNMENT("By alignment", "best first", "worst first"),
    TECHNICAL("By technical (T)", "best first", "worst first"),
    AESTHETIC("By aesthetic (A)", "best first", "worst first"),
    PROMPT_FIT("By prompt fit (P)", "best first", "worst first"),
    IMAGE("By name", "A to Z", "Z to A"),
    PROMPT("By prompt", "A to Z", "Z to A"),
    STATE("By state", "failures first", "failures last");

    private final String title;
    private final String forwards;
    private final String backwards;

    SortColumn(String title, String forwards, String backwards) {
        this.title = title;
        this.forwards = forwards;
        this.backwards = backwards;
    }

    /** As in a list of orders. */
    public String title() {
        return title;
    }

    /** Which rows come first, in two or three words; empty where there is one direction only. */
    String direction(boolean turned) {
        return turned ? backwards : forwards;
    }

    /** Whether the first rows are those with the largest numbers, before anybody turned it. */
    boolean isDescending() {
        return number(this).isPresent();
    }

    /**
     * Compares rows; those without a value come last either way, those alike are ordered by their visual score, then by
     * file. Empty for the order of dropping.
     *
     * @param turned the other way round
     */
    Optional<Comparator<ScoreRow>> comparator(boolean turned) {
        Optional<Comparator<ScoreRow>> first =
                switch (this) {
                    case DROPPING -> Optional.empty();
                    case IMAGE -> Optional.of(words(ScoreRow::name, turned));
                    case PROMPT -> Optional.of(words(row -> row.promptProperty().get(), turned));
                    case STATE -> Optional.of(states(turned));
                    case VISUAL, ALIGNMENT, TECHNICAL, AESTHETIC, PROMPT_FIT ->
                            number(this).map(value -> numbers(value, turned));
                };
        return first.map(
                order ->
                        order.thenComparing(numbers(Measure.VISUAL::of, false))
                                .thenComparing(ScoreRow::path));
    }

    private static Optional<Function<ScoreRow, OptionalDouble>> number(SortColumn column) {
        return switch (column) {
            case VISUAL -> Optional.of(Measure.VISUAL::of);
            case ALIGNMENT -> Optional.of(Measure.ALIGNMENT::of);
            case TECHNICAL -> Optional.of(of(j -> OptionalDouble.of(j.technical())));
            case AESTHETIC -> Optional.of(of(j -> OptionalDouble.of(j.aesthetic())));
            case PROMPT_FIT ->
                    Optional.of(
                            of(
                                    j ->
                                            j.alignment()
                                                    .map(a -> OptionalDouble.of(a.high()))
                                                    .orElseGet(OptionalDouble::empty)));
            case DROPPING, IMAGE, PROMPT, STATE -> Optional.empty();
        };
    }

    private static Function<ScoreRow, OptionalDouble> of(
            Function<Judgement, OptionalDouble> value) {
        return row -> row.judgement().map(value).orElseGet(OptionalDouble::empty);
    }

    private static Comparator<ScoreRow> numbers(
            Function<ScoreRow, OptionalDouble> value, boolean turned) {
        double absent = turned ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        Comparator<ScoreRow> ascending =
                Comparator.comparingDouble(row -> value.apply(row).orElse(absent));
        return turned ? ascending : ascending.reversed();
    }

    private static Comparator<ScoreRow> words(Function<ScoreRow, String> value, boolean turned) {
        Comparator<ScoreRow> alphabetical =
                Comparator.comparing(value, String.CASE_INSENSITIVE_ORDER);
        return Comparator.<ScoreRow, Boolean>comparing(row -> value.apply(row).isEmpty())
                .thenComparing(turned ? alphabetical.reversed() : alphabetical);
    }

    private static Comparator<ScoreRow> states(boolean turned) {
        Comparator<ScoreRow> byState =
                Comparator.comparingInt(
                        row ->
                                switch (row.stateProperty().get()) {
                                    case ScoreRow.State.Failed _ -> 0;
                                    case ScoreRow.State.Running _,
                                            ScoreRow.State.Waiting _,
                                            ScoreRow.State.Added _ ->
                                            1;
                                    case ScoreRow.State.Scored _ -> 2;
                                });
        return turned ? byState.reversed() : byState;
    }
}
