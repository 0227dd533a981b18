package eliq.report;

import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.ablation.CellOutcome;
import eliq.benchmark.ablation.Figure;
import eliq.benchmark.ablation.Spread;
import eliq.job.JobJson;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ablations as a document: the publication's tables with the spread over seeds, every run, and how to repeat it. */
public final class AblationDocument {
    private static final int DECIMALS = 3;

    private final AblateParameters parameters;
    private final AblationResult result;

    private AblationDocument(AblateParameters parameters, AblationResult result) {
        this.parameters = parameters;
        this.result = result;
    }

    /**
     * @param origin program and date, for the small print
     */
    public static Document of(AblateParameters parameters, AblationResult result, String origin) {
        return new AblationDocument(parameters, result).document(origin);
    }

    private Document document(String origin) {
        List<Document.Section> sections = new ArrayList<>();
        for (AblationResult.Table table : result.tables()) {
            sections.add(section(table));
        }
        sections.add(new Document.Section("runs", "Every run", List.of(new Block.Tabular(runs()))));
        sections.add(
                new Document.Section(
                        "run",
                        "This run",
                        List.of(
                                new Block.Tabular(numbers("counts", "Counted on", "n", counts())),
                                new Block.Tabular(
                                        numbers("seconds", "Time by phase", "seconds", seconds())),
                                new Block.Tabular(settings()))));
        return new Document("Ablations", lead(), origin, sections);
    }

    private String lead() {
        long seeds = parameters.seeds().size();
        return "Each row leaves out or replaces a part of the method and is measured on the same "
                + result.counts().getOrDefault("held-out tuples", 0L)
                + " tuples of prompts that no training has seen. Mean and standard deviation over "
                + seeds
                + (seeds == 1 ? " seed" : " seeds")
                + (parameters.criticForEachSeed()
                        ? ", each with critics of its own."
                        : " of stage 2; the critics of stage 1 were tuned once, so that the spread is that of stage 2.");
    }

    private Document.Section section(AblationResult.Table table) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tabular(table(table)));
        List<Document.Captioned> charts = new ArrayList<>();
        for (Figure figure : List.of(Figure.TECHNICAL_PAIRS, Figure.ALIGNMENT_PAIRS)) {
            if (result.figures().contains(figure)) {
                charts.add(chart(table, figure));
            }
        }
        blocks.add(new Block.Figures(charts));
        return new Document.Section(table.key(), table.title(), blocks);
    }

    private Document.Table table(AblationResult.Table table) {
        List<Document.Column> columns = new ArrayList<>();
        columns.add(Document.Column.text("cell", "Variant"));
        for (Figure figure : result.figures()) {
            columns.add(Document.Column.number(figure.key(), figure.title()));
            columns.add(Document.Column.number(figure.key() + "_deviation", "±"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (AblationResult.Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Text(row.title()));
            for (Figure figure : result.figures()) {
                Optional<Spread> spread = Optional.ofNullable(row.figures().get(figure.key()));
                cells.add(number(spread.map(Spread::mean)));
                cells.add(number(spread.map(Spread::deviation)));
            }
            rows.add(cells);
        }
        return new Document.Table(
                table.key(),
                table.title()
                        + ": share of held-out pairs in order, and rank correlation of score and strength"
                        + " of degradation. A dash: not learned by this variant.",
                columns,
                rows);
    }

    private static Cell number(Optional<Double> value) {
        return new Cell.Number(value.orElse(Double.NaN), DECIMALS);
    }

    private Document.Captioned chart(AblationResult.Table table, Figure figure) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (AblationResult.Row row : table.rows()) {
            Optional<Spread> spread = Optional.ofNullable(row.figures().get(figure.key()));
            bars.add(
                    new BarChart.Bar(
                            row.title(),
                            spread.map(Spread::mean).orElse(Double.NaN),
                            row.cell().equals("full") ? 1 : 0,
                            spread.map(
                                    s ->
                                            new double[] {
                                                s.mean() - s.deviation(), s.mean() + s.deviation()
                                            }),
                            Optional.empty()));
        }
        String title =
                Character.toUpperCase(figure.title().charAt(0)) + figure.title().substring(1);
        return new Document.Captioned(
                new BarChart(
                        title + " in order",
                        "share in order",
                        bars,
                        Optional.of(new double[] {0, 1}),
                        DECIMALS),
                "Bars are means, whiskers one standard deviation; 0.5 is chance.");
    }

    private Document.Table runs() {
        List<Document.Column> columns = new ArrayList<>();
        columns.add(Document.Column.text("cell", "Variant"));
        columns.add(Document.Column.number("seed", "seed"));
        columns.add(Document.Column.number("best_epoch", "best epoch"));
        for (Figure figure : result.figures()) {
            columns.add(Document.Column.number(figure.key(), figure.title()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (CellOutcome outcome : result.outcomes()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Text(outcome.cell()));
            cells.add(new Cell.Number(outcome.seed(), 0));
            cells.add(new Cell.Number(outcome.bestEpoch(), 0));
            for (Figure figure : result.figures()) {
                cells.add(number(Optional.ofNullable(outcome.figures().get(figure.key()))));
            }
            rows.add(cells);
        }
        return new Document.Table("runs", "One line a training.", columns, rows);
    }

    private Map<String, Double> counts() {
        Map<String, Double> counts = new LinkedHashMap<>();
        result.counts().forEach((name, count) -> counts.put(name, (double) count));
        return counts;
    }

    private Map<String, Double> seconds() {
        return result.seconds();
    }

    private static Document.Table numbers(
            String key, String caption, String unit, Map<String, Double> values) {
        List<List<Cell>> rows = new ArrayList<>();
        values.forEach(
                (name, value) ->
                        rows.add(
                                List.of(
                                        new Cell.Text(name),
                                        new Cell.Number(value, unit.equals("n") ? 0 : 1))));
        return new Document.Table(
                key,
                caption,
                List.of(
                        Document.Column.text("name", "Name"),
                        Document.Column.number("value", unit)),
                rows);
    }

    /** Enough to repeat the run; hashes and settings are no matter for a paper's tables. */
    private Document.Table settings() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(setting("pairs", parameters.set()));
        rows.add(setting("backbone", parameters.backbone().getFileName().toString()));
        rows.add(setting("split", JobJson.write(parameters.split())));
        rows.add(setting("seeds", parameters.seeds().toString()));
        rows.add(setting("adapter", parameters.mode().toString()));
        rows.add(setting("critic", JobJson.write(parameters.critic())));
        rows.add(setting("network", JobJson.write(parameters.network())));
        rows.add(setting("scorer", JobJson.write(parameters.scorer())));
        return new Document.Table(
                "settings",
                "Settings of every run; a variant changes what its row says.",
                List.of(
                        Document.Column.text("setting", "Setting"),
                        Document.Column.text("value", "Value")),
                rows);
    }

    private static List<Cell> setting(String name, String value) {
        return List.of(new Cell.Text(name), new Cell.Code(value));
    }
}
