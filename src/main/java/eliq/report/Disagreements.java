package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.EvaluatedImage;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Mapping;
import eliq.benchmark.Target;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.Comparator;
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

    private record Row(EvaluatedImage image, double rating, double score, double curve) {
        double residual() {
            return rating - curve;
        }
    }

    void write(List<Block> blocks) {
        Mapping mapping = method.agreement().mapping().orElseThrow();
        List<Row> rows = new ArrayList<>();
        for (EvaluatedImage image : evaluation.images()) {
            Double score = image.scores(target).get(method.method().name());
            if (score != null && image.rating(target).isPresent()) {
                rows.add(new Row(image, image.rating(target).get(), score, mapping.apply(score)));
            }
        }
        rows.sort(Comparator.comparingDouble((Row r) -> Math.abs(r.residual())).reversed());
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            cells.add(
                    List.of(
                            new Cell.Picture(row.image.file(), row.image.name()),
                            new Cell.Text(row.image.name()),
                            new Cell.Muted(row.image.prompt().orElse("")),
                            new Cell.Number(row.rating, 2),
                            new Cell.Number(row.curve, 2),
                            new Cell.Number(row.residual(), 2),
                            new Cell.Number(row.score, 3)));
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
