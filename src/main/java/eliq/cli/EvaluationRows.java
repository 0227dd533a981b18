package eliq.cli;

import eliq.benchmark.Agreement;
import eliq.benchmark.Estimate;
import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.WeakSupervision;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The main table of an evaluation on a terminal. */
final class EvaluationRows {
    private record Figure(String key, String title, Function<Agreement, Estimate> value) {}

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure("srcc", "SRCC", Agreement::srcc),
                    new Figure("plcc", "PLCC raw", Agreement::plcc),
                    new Figure("plcc_mapped", "PLCC mapped", Agreement::plccMapped),
                    new Figure("krcc", "KRCC", Agreement::krcc),
                    new Figure("rmse", "RMSE", Agreement::rmse),
                    new Figure("pair_accuracy", "Pairs", Agreement::pairAccuracy));

    private EvaluationRows() {}

    static List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.text("target", "Target"),
                                Column.text("method", "Method"),
                                Column.text("origin", "Numbers are"),
                                Column.text("better", "Better"),
                                Column.text("scored", "n"),
                                Column.text("listed", "of"),
                                Column.text("prompts", "Clusters")));
        for (Figure figure : FIGURES) {
            columns.add(Column.number(figure.key, figure.title, 4));
            columns.add(Column.number(figure.key + "_lower", "95% from", 3));
            columns.add(Column.number(figure.key + "_upper", "to", 3));
        }
        return columns;
    }

    static List<List<?>> of(Evaluation evaluation) {
        List<List<?>> rows = new ArrayList<>();
        for (TargetResult target : evaluation.targets()) {
            for (MethodResult m : target.methods()) {
                List<Object> row = new ArrayList<>();
                row.add(target.target().key());
                row.add(m.method().name());
                row.add(m.method().origin().title());
                row.add(m.method().lowerIsBetter() ? "lower" : "higher");
                row.add(m.scored());
                row.add(evaluation.set().listed());
                row.add(m.agreement().prompts());
                for (Figure figure : FIGURES) {
                    Estimate estimate = figure.value.apply(m.agreement());
                    row.add(estimate.value());
                    row.add(estimate.lower());
                    row.add(estimate.upper());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** What a person should know beside the numbers, on the error stream. */
    static void remark(Session session, Evaluation evaluation) {
        for (TargetResult target : evaluation.targets()) {
            for (MethodResult m : target.methods()) {
                String who = m.method().name() + ", " + target.target().key() + ": ";
                m.missing()
                        .forEach(
                                missing ->
                                        session.display()
                                                .say(
                                                        who
                                                                + missing.images()
                                                                + " images do not count: "
                                                                + missing.reason()
                                                                + " ("
                                                                + String.join(
                                                                        ", ", missing.examples())
                                                                + ")"));
                m.agreement().notes().forEach(note -> session.display().say(who + note));
                m.remarks().forEach(note -> session.display().say(who + note));
                m.beyondQuality()
                        .ifPresent(
                                b ->
                                        session.display()
                                                .say(
                                                        who
                                                                + "beyond quality, partial SRCC "
                                                                + b.partialSrcc().text(3)
                                                                + "; the two human ratings alone have SRCC "
                                                                + b.ratings().text(3)));
            }
        }
        for (WeakSupervision weak : evaluation.weak()) {
            WeakSupervision.Spread srcc = weak.spread(WeakSupervision.Split::srcc);
            session.display()
                    .say(
                            String.format(
                                    Locale.ROOT,
                                    "%s (%s), %s: SRCC %.3f, deviation %.3f, over %d splits %s with %d labels",
                                    weak.learner().title(),
                                    weak.learner().origin(),
                                    weak.target().key(),
                                    srcc.mean(),
                                    srcc.deviation(),
                                    weak.splits().size(),
                                    weak.unit().title(),
                                    weak.splits().getFirst().labelled()));
        }
    }
}
