package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Residual;
import eliq.benchmark.Target;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.List;

/** The images on which a method and people differ most, with small pictures. */
final class Disagreements {
    private static final int SHOWN = 20;

    private final Evaluation evaluation;
    private final Target target;
    private final MethodResult method;

    Disagreements(Evaluation evaluation, Target target, MethodResult method) {
        this.evaluation = evaluation;
        this.target = target;
        this.method = method;
    }

    void write(List<Block> blocks) {
        List<Residual> all = Residual.of(evaluation, target, method);
        List<List<Cell>> cells = new ArrayList<>();
        for (Residual row : Residual.worst(all, SHOWN)) {
            cells.add(
                    List.of(
                            new Cell.Picture(row.image().file(), row.image().name()),
                            new Cell.Text(row.image().name()),
                            new Cell.Muted(row.image().prompt().orElse("")),
                            new Cell.Number(row.rating(), 2),
                            new Cell.Number(row.curve(), 2),
                            new Cell.Number(row.value(), 2),
                            new Cell.Number(row.score(), 3)));
        }
        blocks.add(new Block.Heading("Worst disagreements of " + method.method().name()));
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                target.key() + "-disagreements",
                                "Images whose rating is farthest from what the curve makes of their score. Positive: people liked it more.",
                                List.of(
                                        Column.text("picture", "Picture"),
                                        Column.text("image", "Image"),
                                        Column.text("prompt", "Prompt"),
                                        Column.number("rating", "Rating"),
                                        Column.number("curve", "By score"),
                                        Column.number("residual", "Difference"),
                                        Column.number("score", "Score")),
                                cells)));
    }
}
