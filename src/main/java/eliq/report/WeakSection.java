package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.LabelledSplit;
import eliq.benchmark.Target;
import eliq.benchmark.WeakSupervision;
import eliq.benchmark.WeakSupervision.Spread;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a part of the labels adds. */
final class WeakSection {
    private final Evaluation evaluation;

    WeakSection(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Optional<Document.Section> section() {
        if (evaluation.weak().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "A linear regressor on the frozen outputs of the scorer's queries, fitted on a small labelled part and tested on the rest; beside it the plain score on the same test parts, and its RMSE through a rising line fitted on the labelled part. BRISQUE's features with a support vector regression are supervised: they learn from nothing but the same labelled parts and are tested on the same rest. Splits by prompt keep all images of a prompt on one side; splits by image, as in most publications, leak prompts."));
        List<List<Cell>> rows = new ArrayList<>();
        for (WeakSupervision w : evaluation.weak()) {
            long calibrated =
                    w.splits().stream().filter(s -> s.calibratedRmse().isPresent()).count();
            rows.add(
                    List.of(
                            new Cell.Text(w.target().title()),
                            new Cell.Text(w.learner().title()),
                            new Cell.Text(w.learner().origin()),
                            new Cell.Text(w.unit().title()),
                            new Cell.Number(Math.round(100 * w.share()), 0),
                            new Cell.Number(w.splits().size(), 0),
                            new Cell.Text(
                                    w.splits().getFirst().labelled()
                                            + " / "
                                            + w.splits().getFirst().test()),
                            new Cell.Number(w.spread(s -> s.leakedPrompts()).mean(), 1),
                            spread(w.spread(WeakSupervision.Split::srcc)),
                            spread(w.spread(WeakSupervision.Split::plcc)),
                            spread(w.spread(WeakSupervision.Split::rmse)),
                            spread(w.spread(WeakSupervision.Split::labelFreeSrcc)),
                            calibrated == 0
                                    ? new Cell.Text(
                                            w.learner() == WeakSupervision.Learner.LINEAR
                                                    ? "no rising line"
                                                    : "–")
                                    : spread(
                                            w.spread(s -> s.calibratedRmse().orElse(Double.NaN)))));
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "weak-supervision",
                                "Mean ± standard deviation over splits.",
                                List.of(
                                        Column.text("target", "Target"),
                                        Column.text("learner", "Learner"),
                                        Column.text("origin", "Numbers are"),
                                        Column.text("split", "Split"),
                                        Column.number("share", "Labels, %"),
                                        Column.number("splits", "Splits"),
                                        Column.text("images", "labelled / test"),
                                        Column.number("leaked", "Prompts on both sides"),
                                        Column.number("srcc", "SRCC"),
                                        Column.number("plcc", "PLCC"),
                                        Column.number("rmse", "RMSE"),
                                        Column.number("label_free_srcc", "SRCC without labels"),
                                        Column.number("calibrated_rmse", "RMSE calibrated")),
                                rows)));
        blocks.add(new Block.Figures(curves()));
        splits(blocks);
        return Optional.of(new Document.Section("weak", "With few labels", blocks));
    }

    private static Cell spread(Spread spread) {
        return new Cell.Text(EvaluationCells.plusMinus(spread));
    }

    private List<Document.Captioned> curves() {
        List<Document.Captioned> figures = new ArrayList<>();
        for (Target target : Target.values()) {
            List<WeakSupervision> points =
                    evaluation.learning().stream().filter(w -> w.target() == target).toList();
            if (points.size() > 1) {
                double[] x = new double[points.size()];
                double[] with = new double[x.length];
                double[] spread = new double[x.length];
                double[] without = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = 100 * points.get(i).share();
                    Spread s = points.get(i).spread(WeakSupervision.Split::srcc);
                    with[i] = s.mean();
                    spread[i] = Double.isNaN(s.deviation()) ? 0 : s.deviation();
                    without[i] = points.get(i).spread(WeakSupervision.Split::labelFreeSrcc).mean();
                }
                figures.add(
                        new Document.Captioned(
                                new LineChart(
                                        target.title() + ": learning curve",
                                        "labelled share of the set, %",
                                        "SRCC on the rest",
                                        List.of(
                                                new LineChart.Series(
                                                        "linear regressor", x, with, spread),
                                                new LineChart.Series("no labels", x, without)),
                                        Optional.empty()),
                                "Mean over "
                                        + points.getFirst().splits().size()
                                        + " splits by prompt; the band is one standard deviation."));
            }
        }
        return figures;
    }

    private void splits(List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (WeakSupervision w : evaluation.weak()) {
            if (w.unit() == LabelledSplit.Unit.PROMPT) {
                for (WeakSupervision.Split s : w.splits()) {
                    rows.add(
                            List.of(
                                    new Cell.Text(w.target().title()),
                                    new Cell.Text(w.learner().title()),
                                    new Cell.Number(s.seed(), 0),
                                    new Cell.Number(s.labelled(), 0),
                                    new Cell.Number(s.test(), 0),
                                    new Cell.Number(s.srcc(), 3),
                                    new Cell.Number(s.plcc(), 3),
                                    new Cell.Number(s.labelFreeSrcc(), 3)));
                }
            }
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "weak-splits",
                                "Every split by prompt: none was chosen.",
                                List.of(
                                        Column.text("target", "Target"),
                                        Column.text("learner", "Learner"),
                                        Column.number("seed", "Seed"),
                                        Column.number("labelled", "Labelled"),
                                        Column.number("test", "Test"),
                                        Column.number("srcc", "SRCC"),
                                        Column.number("plcc", "PLCC"),
                                        Column.number("label_free_srcc", "SRCC without labels")),
                                rows)));
    }
}
