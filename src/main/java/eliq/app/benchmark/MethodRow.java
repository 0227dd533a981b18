package eliq.app.benchmark;

import eliq.benchmark.Agreement;
import eliq.benchmark.Estimate;
import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Method;
import eliq.benchmark.PublishedFigure;
import eliq.benchmark.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method's line of the table.
 *
 * @param title with the arrow of its direction
 * @param note what else belongs to the name: the labels that a published line was trained on; mostly empty
 * @param origin where its numbers are from
 * @param detail what makes the numbers what they are
 * @param listed images of the set
 * @param result of a method whose scores are known; absent for a published line
 * @param values one of each figure
 */
public record MethodRow(
        String title,
        String note,
        Method.Origin origin,
        String detail,
        int listed,
        Optional<MethodResult> result,
        List<Estimate> values) {

    /** A coefficient's column. */
    public enum Figure {
        SRCC("SRCC", "Spearman's rank correlation of the raw scores, signed", Agreement::srcc),
        PLCC("PLCC raw", "Pearson's correlation of the raw scores, signed", Agreement::plcc),
        MAPPED(
                "PLCC mapped",
                "Pearson's correlation after the fitted curve",
                Agreement::plccMapped),
        KRCC("KRCC", "Kendall's tau-b of the raw scores, signed", Agreement::krcc),
        RMSE(
                "RMSE",
                "Root mean squared error after the fitted curve, in rating units",
                Agreement::rmse),
        PAIRS(
                "Pairs",
                "Share of the pairs ordered by people that the scores order alike",
                Agreement::pairAccuracy);

        private final String title;
        private final String meaning;
        private final Function<Agreement, Estimate> value;

        Figure(String title, String meaning, Function<Agreement, Estimate> value) {
            this.title = title;
            this.meaning = meaning;
            this.value = value;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    /** The method's name without its arrow; empty for a published line. */
    Optional<String> method() {
        return result.map(r -> r.method().name());
    }

    Estimate value(Figure figure) {
        return values.get(figure.ordinal());
    }

    /** {@code 2,980 of 2,982}; what is published does not always say. */
    String scored() {
        return result.map(r -> String.format("%,d of %,d", r.scored(), listed)).orElse("–");
    }

    /** Measured and imported methods in the order they were asked for, then what is published. */
    static List<MethodRow> of(Evaluation evaluation, Target target) {
        List<MethodRow> rows = new ArrayList<>();
        for (TargetResult each : evaluation.targets()) {
            if (each.target() == target) {
                each.methods().forEach(m -> rows.add(of(m, evaluation.set().listed())));
            }
        }
        for (PublishedFigure figure : evaluation.published()) {
            if (figure.target() == target) {
                rows.add(of(figure, evaluation.set().listed()));
            }
        }
        return rows;
    }

    private static MethodRow of(MethodResult result, int listed) {
        List<Estimate> values = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            values.add(figure.value.apply(result.agreement()));
        }
        return new MethodRow(
                result.method().title(),
                "",
                result.method().origin(),
                result.method().detail(),
                listed,
                Optional.of(result),
                values);
    }

    /** Publications give PLCC after a curve of their own. */
    private static MethodRow of(PublishedFigure figure, int listed) {
        return new MethodRow(
                figure.method(),
                figure.supervision().equals("none")
                        ? "without labels"
                        : "with " + figure.supervision(),
                Method.Origin.PUBLISHED,
                "As printed in "
                        + figure.source()
                        + ". Splits, curves and models differ from what is measured here.",
                listed,
                Optional.empty(),
                List.of(
                        Estimate.of(figure.srcc()),
                        Estimate.NONE,
                        Estimate.of(figure.plcc()),
                        Estimate.NONE,
                        Estimate.NONE,
                        Estimate.NONE));
    }
}
