package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Target;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.List;

/** What was evaluated on. */
final class EvaluationData {
    private final Evaluation evaluation;

    EvaluationData(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Document.Section section() {
        Evaluation.SetFacts set = evaluation.set();
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> facts = new ArrayList<>();
        fact(facts, "images listed", Numbers.whole(set.listed()));
        fact(facts, "images found", Numbers.whole(set.withFile()));
        fact(facts, "different prompts", Numbers.whole(set.prompts()));
        if (!set.generators().isEmpty()) {
            List<String> parts = new ArrayList<>();
            set.generators().forEach((name, n) -> parts.add(name + " " + n));
            fact(facts, "images by generator", String.join(", ", parts));
        }
        for (TargetResult target : evaluation.targets()) {
            fact(
                    facts,
                    target.target().title() + " is held against",
                    "\"" + target.rating() + "\" (" + target.rated() + " images)");
        }
        fact(facts, "columns", String.join("; ", set.columns()));
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "set",
                                "",
                                List.of(Column.text("fact", "Rated set"), Column.text("value", "")),
                                facts)));
        set.ratingCorrelation()
                .ifPresent(
                        r ->
                                blocks.add(
                                        new Block.Paragraph(
                                                "The two human ratings go together: SRCC "
                                                        + r.srcc().text(3)
                                                        + ", PLCC "
                                                        + r.plcc().text(3)
                                                        + " over "
                                                        + Numbers.whole(r.images())
                                                        + " images. A score that sees quality alone can seem to see alignment up to about that.")));
        missing(blocks);
        blocks.add(new Block.Figures(ratings()));
        return new Document.Section("data", "Data", blocks);
    }

    private static void fact(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(new Cell.Text(name), new Cell.Text(value)));
    }

    private void missing(List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetResult target : evaluation.targets()) {
            for (MethodResult m : target.methods()) {
                for (Evaluation.Missing each : m.missing()) {
                    rows.add(
                            List.of(
                                    new Cell.Text(m.method().name()),
                                    new Cell.Text(target.target().title()),
                                    new Cell.Number(each.images(), 0),
                                    new Cell.Text(each.reason()),
                                    new Cell.Muted(String.join(", ", each.examples()))));
                }
            }
        }
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph("Every listed image was scored by every method."));
            return;
        }
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "missing",
                                "Images that do not count, and why.",
                                List.of(
                                        Column.text("method", "Method"),
                                        Column.text("target", "Target"),
                                        Column.number("images", "Images"),
                                        Column.text("reason", "Reason"),
                                        Column.text("examples", "For example")),
                                rows)));
    }

    private List<Document.Captioned> ratings() {
        List<Document.Captioned> figures = new ArrayList<>();
        for (Target target : Target.values()) {
            double[] values =
                    evaluation.images().stream()
                            .filter(i -> i.rating(target).isPresent())
                            .mapToDouble(i -> i.rating(target).get())
                            .toArray();
            if (values.length > 0) {
                figures.add(
                        new Document.Captioned(
                                new Histogram(
                                        target.title() + ": ratings",
                                        "mean rating",
                                        List.of(
                                                new Histogram.Group(
                                                        "images", target.ordinal(), values)),
                                        20),
                                "How people rated; bars add up to 1."));
            }
        }
        return figures;
    }
}
