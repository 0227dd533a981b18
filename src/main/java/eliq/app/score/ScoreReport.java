package eliq.app.score;

import eliq.app.words.Amounts;
import eliq.report.Document;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import eliq.report.Document.Column;
import eliq.report.Histogram;
import eliq.scorer.PromptMix;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The table as a report that stands alone: what judged, how the scores are spread, and each image with its scores. */
final class ScoreReport {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("picture", "Picture"),
                    Column.text("image", "Image"),
                    Column.text("prompt", "Prompt"),
                    Column.number("visual", "Visual"),
                    Column.number("alignment", "Alignment"),
                    Column.number("technical_high", "T"),
                    Column.number("aesthetic_high", "A"),
                    Column.number("alignment_high", "P"));

    private ScoreReport() {}

    /**
     * @param judge name of what judged
     * @param limits what it can and cannot judge
     */
    static Document of(String judge, String limits, List<ScoreExport.Line> lines) {
        List<List<Cell>> rows = lines.stream().map(ScoreReport::row).toList();
        double[] visual =
                lines.stream()
                        .flatMap(line -> judgement(line).stream())
                        .mapToDouble(Judgement::visual)
                        .toArray();
        List<Block> spread = new ArrayList<>();
        PromptMix.of(
                        lines.stream()
                                .flatMap(line -> judgement(line).stream())
                                .map(judgement -> judgement.alignment().isPresent())
                                .toList())
                .remark()
                .ifPresent(remark -> spread.add(new Block.Warning(remark)));
        if (visual.length > 1) {
            spread.add(
                    new Block.Figures(
                            List.of(
                                    new Document.Captioned(
                                            new Histogram(
                                                    "Visual scores",
                                                    "visual score",
                                                    List.of(
                                                            new Histogram.Group(
                                                                    "images", 0, visual)),
                                                    24),
                                            "Higher is better; the scale has no unit."))));
        }
        spread.add(
                new Block.Tabular(
                        new Document.Table(
                                "scores",
                                "T, A and P are the critic's probabilities of high for technical quality, aesthetic "
                                        + "quality and alignment with the prompt.",
                                COLUMNS,
                                rows)));
        return new Document(
                "Scores of " + Amounts.count(lines.size(), "image"),
                "Judged by " + judge + ". " + limits,
                "ELIQ Workbench, "
                        + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                                .format(LocalDateTime.now()),
                List.of(new Document.Section("scores", "Scores", spread)));
    }

    private static List<Cell> row(ScoreExport.Line line) {
        Optional<Judgement> judgement = judgement(line);
        String note = line.state() instanceof ScoreRow.State.Failed(String reason) ? reason : "";
        return List.of(
                new Cell.Picture(Optional.of(line.image()), line.image().toString()),
                new Cell.Text(line.image().getFileName().toString()),
                note.isEmpty() ? new Cell.Text(line.prompt()) : new Cell.Muted(note),
                number(judgement.map(Measure.VISUAL::of)),
                number(judgement.map(Measure.ALIGNMENT::of)),
                number(judgement.map(j -> OptionalDouble.of(j.technical()))),
                number(judgement.map(j -> OptionalDouble.of(j.aesthetic()))),
                number(
                        judgement
                                .flatMap(Judgement::alignment)
                                .map(a -> OptionalDouble.of(a.high()))));
    }

    private static Cell number(Optional<OptionalDouble> value) {
        return new Cell.Number(value.orElseGet(OptionalDouble::empty).orElse(Double.NaN), 2);
    }

    private static Optional<Judgement> judgement(ScoreExport.Line line) {
        return line.state() instanceof ScoreRow.State.Scored(Judgement judgement)
                ? Optional.of(judgement)
                : Optional.empty();
    }
}
