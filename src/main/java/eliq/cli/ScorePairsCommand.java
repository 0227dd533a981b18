package eliq.cli;

import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.hub.Installation;
import eliq.report.Column;
import eliq.scorer.CriticChoice;
import eliq.scorer.PairOpinion;
import eliq.scorer.PairPicture;
import eliq.scorer.ScorePairs;
import eliq.scorer.ScorePairsResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What critic and scorer say of a set's pairs. */
@Command(
        name = "score",
        description = {
            "Scores every picture of a set and compares each negative with its positive. Scores stay in the catalogue;",
            "what is there is not scored again, and the desktop shows it."
        },
        footer = {
            "",
            "Columns: tuple, id of the negative, aspect, family, operation, strength; the critic's probability of 'high'",
            "of positive and negative in that aspect and their difference; the scorer's difference (visual score for",
            "technical and aesthetic, alignment score for alignment); which of the two gets the order wrong; the verdict.",
            "",
            "Examples:",
            "  eliq pairs score first",
            "  eliq pairs score first --wrong --format csv > look-at-these.csv",
            "  eliq pairs score first --smallest 20 --scorer my-scorer --model my-critic"
        })
final class ScorePairsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("tuple", "Tuple"),
                    Column.text("id", "Id"),
                    Column.text("aspect", "Aspect"),
                    Column.text("family", "Family"),
                    Column.text("operation", "Operation"),
                    Column.number("strength", "Strength", 2),
                    Column.number("positive_high", "Positive", 3),
                    Column.number("negative_high", "Negative", 3),
                    Column.number("critic_margin", "Margin", 3),
                    Column.number("scorer_margin", "Scorer margin", 3),
                    Column.text("wrong", "Wrong"),
                    Column.text("verdict", "Verdict"));

    @Parameters(paramLabel = "SET", description = "Its name.")
    private String name;

    @Option(
            names = "--scorer",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO_SCORER,
            description = "The scorer. Default: ${DEFAULT-VALUE}, which comes with the program.")
    private String scorer;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description =
                    "The critic to read with. Default: the one that the scorer was trained on.")
    private String model;

    @Option(names = "--wrong", description = "Only pairs that the critic or the scorer gets wrong.")
    private boolean wrong;

    @Option(
            names = "--smallest",
            paramLabel = "N",
            description = "Only the N pairs with the critic's smallest margins, smallest first.")
    private Integer smallest;

    @Mixin private FormatOption format;

    ScorePairsCommand(Terminal terminal) {
        super(terminal);
    }

    /** A judged pair with what the table says of it. */
    private record Judged(Tuple tuple, eliq.catalog.Negative negative, PairOpinion opinion) {}

    @Override
    void check() throws UsageException {
        if (smallest != null && smallest < 1) {
            throw new UsageException("--smallest is " + smallest + "; it must be 1 or more");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Optional<CriticChoice> critic =
                model == null
                        ? Optional.empty()
                        : Optional.of(CriticChoice.of(session.model(model)));
        ScorePairsResult result =
                session.run(
                        session.workbench().scorePairs(),
                        new ScorePairs(name, session.model(scorer), critic));
        List<Judged> judged = judged(session, result.scorer());
        say(session, result, judged);
        List<List<?>> rows = new ArrayList<>();
        chosen(judged).forEach(one -> rows.add(row(one)));
        session.print(format.format(), COLUMNS, rows);
        return result.failed() > 0 ? Failures.FAILURE : Failures.OK;
    }

    private List<Judged> judged(Session session, String identity) throws Exception {
        var catalog = session.workbench().catalog();
        TupleSet set = catalog.tuples().findSet(name).orElseThrow();
        Map<PairPicture, Score> scores = new HashMap<>();
        for (Score score : catalog.scores().ofSet(set.id(), identity)) {
            scores.put(PairPicture.of(score), score);
        }
        List<Judged> judged = new ArrayList<>();
        for (Tuple tuple : catalog.tuples().all(set.id())) {
            for (var negative : tuple.negatives()) {
                PairOpinion.of(tuple, negative, scores)
                        .ifPresent(one -> judged.add(new Judged(tuple, negative, one)));
            }
        }
        return judged;
    }

    private List<Judged> chosen(List<Judged> judged) {
        List<Judged> chosen = new ArrayList<>(judged);
        if (wrong) {
            chosen.removeIf(one -> !one.opinion().criticWrong() && !one.opinion().scorerWrong());
        }
        if (smallest != null) {
            chosen.sort(Comparator.comparingDouble(one -> one.opinion().criticMargin().orElse(2)));
            return chosen.subList(0, Math.min(smallest, chosen.size()));
        }
        return chosen;
    }

    private static void say(Session session, ScorePairsResult result, List<Judged> judged) {
        session.display()
                .say(
                        "Pictures scored: %d; known before: %d; failed: %d."
                                .formatted(result.scored(), result.known(), result.failed()));
        Map<String, long[]> counts = new TreeMap<>();
        for (Judged one : judged) {
            long[] count =
                    counts.computeIfAbsent(
                            one.negative().recipe().aspect().key(), _ -> new long[3]);
            count[0]++;
            count[1] += one.opinion().criticWrong() ? 1 : 0;
            count[2] += one.opinion().scorerWrong() ? 1 : 0;
        }
        counts.forEach(
                (aspect, count) ->
                        session.display()
                                .say(
                                        "%s: %d pairs; the critic gets %d wrong, the scorer %d."
                                                .formatted(aspect, count[0], count[1], count[2])));
    }

    private static List<?> row(Judged one) {
        PairOpinion opinion = one.opinion();
        var recipe = one.negative().recipe();
        return List.of(
                one.tuple().id(),
                one.negative().id(),
                recipe.aspect().key(),
                recipe.family().key(),
                recipe.operation(),
                recipe.strength(),
                number(PairOpinion.high(opinion.better(), opinion.aspect())),
                number(PairOpinion.high(opinion.worse(), opinion.aspect())),
                number(opinion.criticMargin()),
                number(opinion.scorerMargin()),
                who(opinion),
                one.negative().verdict().key());
    }

    private static Optional<Double> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static String who(PairOpinion opinion) {
        if (opinion.criticWrong()) {
            return opinion.scorerWrong() ? "both" : "critic";
        }
        return opinion.scorerWrong() ? "scorer" : "";
    }
}
