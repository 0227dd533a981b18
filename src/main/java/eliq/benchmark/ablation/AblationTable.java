package eliq.benchmark.ablation;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.scorer.Fusion;
import eliq.scorer.Head;
import eliq.scorer.RankingLoss;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of variants that are to be compared.
 *
 * @param key for options
 * @param title for documents
 * @param cells in the order of the rows; the full method is the last one
 */
public record AblationTable(String key, String title, List<Cell> cells) {

    public AblationTable {
        cells = List.copyOf(cells);
    }

    /** Which negatives: of which family, then of which aspects. */
    public static final AblationTable SUPERVISION =
            new AblationTable(
                    "supervision",
                    "Families and aspects of the negatives",
                    Stream.concat(
                                    Stream.of(
                                            Cell.learning(
                                                    "conventional",
                                                    "conventional only",
                                                    List.of(Family.CONVENTIONAL),
                                                    Cell.FULL.aspects()),
                                            Cell.learning(
                                                    "ai-specific",
                                                    "AI-specific only",
                                                    List.of(Family.AI_SPECIFIC),
                                                    Cell.FULL.aspects())),
                                    Stream.concat(
                                            Stream.of(
                                                            List.of(Aspect.TECHNICAL),
                                                            List.of(Aspect.AESTHETIC),
                                                            List.of(Aspect.ALIGNMENT),
                                                            List.of(
                                                                    Aspect.TECHNICAL,
                                                                    Aspect.AESTHETIC),
                                                            List.of(
                                                                    Aspect.TECHNICAL,
                                                                    Aspect.ALIGNMENT),
                                                            List.of(
                                                                    Aspect.AESTHETIC,
                                                                    Aspect.ALIGNMENT))
                                                    .map(AblationTable::subset),
                                            Stream.of(Cell.FULL)))
                            .toList());

    /** Which parts of the method. */
    public static final AblationTable COMPONENTS =
            new AblationTable(
                    "components",
                    "Parts of the method",
                    List.of(
                            Cell.untuned("untuned", "without instruction tuning"),
                            Cell.FULL.with("mean", "mean instead of gates", new Fusion.Mean()),
                            Cell.FULL.with(
                                    "concatenation",
                                    "concatenation instead of gates",
                                    new Fusion.Concatenation()),
                            Cell.FULL.with(
                                    "perceptron", "MLP instead of QQT", new Head.Perceptron()),
                            Cell.FULL.with(
                                    "single-term", "single ranking term", RankingLoss.SINGLE),
                            Cell.FULL));

    /** Both of the publication's tables. */
    public static final List<AblationTable> ALL = List.of(SUPERVISION, COMPONENTS);

    private static Cell subset(List<Aspect> aspects) {
        String names = aspects.stream().map(Aspect::key).collect(Collectors.joining("-"));
        String title = aspects.stream().map(Aspect::key).collect(Collectors.joining(" + "));
        return Cell.learning(names, title, Cell.FULL.families(), aspects);
    }
}
