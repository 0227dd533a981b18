package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.StrengthCurve;
import eliq.report.Document.Block;
import java.util.List;

/** Parts of an evaluation's document one at a time, for a face that shows them so. */
public final class EvaluationParts {
    private EvaluationParts() {}

    /** Agreement within parts of the set, within prompts, and of alignment beyond quality. */
    public static List<Block> strata(Evaluation evaluation, TargetResult target) {
        return new TargetSection(evaluation, target).parts();
    }

    /** Differences of all pairs of methods; empty where there is one method only. */
    public static List<Block> comparisons(Evaluation evaluation, TargetResult target) {
        return new TargetSection(evaluation, target).pairs();
    }

    /** Scores against the strength of degradations; empty where none were tried. */
    public static List<Block> monotonicity(List<StrengthCurve> curves) {
        return new MonotonicitySection(curves)
                .section()
                .map(Document.Section::blocks)
                .orElse(List.of());
    }

    /** What a part of the labels adds; empty where it was not tried. */
    public static List<Block> labels(Evaluation evaluation) {
        return new WeakSection(evaluation)
                .section()
                .map(Document.Section::blocks)
                .orElse(List.of());
    }

    /** Ratings by score of every image that has both, with the fitted curve and a band of one RMSE on either side. */
    public static ScatterChart scatter(
            Evaluation evaluation, TargetResult target, MethodResult method) {
        return new MethodFigures(evaluation, target).scatter(method);
    }
}
