package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.StrengthCurve;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores against the known strength of degradations: a validation that needs no ratings. */
final class MonotonicitySection {
    /** Curves in one figure. */
    private static final int TOGETHER = 3;

    private final List<StrengthCurve> curves;

    MonotonicitySection(Evaluation evaluation) {
        this(evaluation.monotonicity());
    }

    MonotonicitySection(List<StrengthCurve> curves) {
        this.curves = curves;
    }

    Optional<Document.Section> section() {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "Each picture is spoilt more and more by one degradation; its score should move step by step towards worse. SRCC is between score and strength for each picture, the sign turned so that 1 is right, and averaged over pictures. This needs no ratings."));
        blocks.add(new Block.Figures(figures()));
        blocks.add(new Block.Tabular(table()));
        return Optional.of(new Document.Section("monotonicity", "Score against strength", blocks));
    }

    private List<Document.Captioned> figures() {
        Map<String, List<StrengthCurve>> groups = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (StrengthCurve c : curves) {
            String key = c.method() + ", " + c.aspect().key();
            int n = counts.merge(key, 1, Integer::sum) - 1;
            groups.computeIfAbsent(key + "\n" + n / TOGETHER, k -> new ArrayList<>()).add(c);
        }
        List<Document.Captioned> figures = new ArrayList<>();
        groups.forEach(
                (key, group) -> {
                    List<LineChart.Series> series = new ArrayList<>();
                    StringBuilder caption = new StringBuilder("Mean over pictures; SRCC: ");
                    for (StrengthCurve c : group) {
                        series.add(
                                new LineChart.Series(
                                        c.operation(), c.strengths(), c.mean(), c.spread()));
                        caption.append(series.size() == 1 ? "" : ", ");
                        caption.append(c.operation()).append(' ');
                        caption.append(Numbers.fixed(c.srcc(), 3));
                    }
                    figures.add(
                            new Document.Captioned(
                                    new LineChart(
                                            key.substring(0, key.indexOf('\n'))
                                                    + ": score by strength",
                                            "strength (0 = untouched)",
                                            "score",
                                            series,
                                            Optional.empty()),
                                    caption + "."));
                });
        return figures;
    }

    private Document.Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (StrengthCurve c : curves) {
            double least = c.images().stream().mapToDouble(s -> s.srcc()).min().orElse(Double.NaN);
            rows.add(
                    List.of(
                            new Cell.Text(c.method()),
                            new Cell.Text(c.aspect().key()),
                            new Cell.Text(c.operation()),
                            new Cell.Number(c.images().size(), 0),
                            new Cell.Number(c.srcc(), 3),
                            new Cell.Number(least, 3),
                            new Cell.Number(c.mean()[0], 3),
                            new Cell.Number(c.mean()[c.mean().length - 1], 3)));
        }
        return new Document.Table(
                "monotonicity",
                "Every degradation.",
                List.of(
                        Column.text("method", "Method"),
                        Column.text("aspect", "Aspect"),
                        Column.text("operation", "Degradation"),
                        Column.number("images", "Pictures"),
                        Column.number("srcc", "Mean SRCC"),
                        Column.number("least_srcc", "Lowest SRCC"),
                        Column.number("untouched", "Score untouched"),
                        Column.number("strongest", "Score at strength 1")),
                rows);
    }
}
