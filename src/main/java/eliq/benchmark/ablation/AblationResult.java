package eliq.benchmark.ablation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All tables with mean and spread, and what they were counted from.
 *
 * @param tables in the order asked for
 * @param outcomes of every run
 * @param counts of what was learned from and tested on, by name
 * @param seconds by phase, those of all attempts
 * @param file JSON of all this
 */
public record AblationResult(
        List<Table> tables,
        List<CellOutcome> outcomes,
        Map<String, Long> counts,
        Map<String, Double> seconds,
        Path file) {

    public AblationResult {
        tables = List.copyOf(tables);
        outcomes = List.copyOf(outcomes);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /** A table's rows, the full method last. */
    public record Table(String key, String title, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A cell's figures by the key of the {@link Figure}.
     *
     * @param runs trainings that were counted
     */
    public record Row(String cell, String title, int runs, Map<String, Spread> figures) {
        public Row {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /** The figures that any row has, in their order. */
    public List<Figure> figures() {
        return Arrays.stream(Figure.values())
                .filter(
                        figure ->
                                tables.stream()
                                        .flatMap(table -> table.rows().stream())
                                        .anyMatch(row -> row.figures().containsKey(figure.key())))
                .toList();
    }

    /** The rows of these tables from the outcomes of all cells. */
    static List<Table> tables(List<AblationTable> tables, List<CellOutcome> outcomes) {
        return tables.stream()
                .map(
                        table ->
                                new Table(
                                        table.key(),
                                        table.title(),
                                        table.cells().stream().map(c -> row(c, outcomes)).toList()))
                .toList();
    }

    private static Row row(Cell cell, List<CellOutcome> outcomes) {
        List<CellOutcome> own = outcomes.stream().filter(o -> o.cell().equals(cell.key())).toList();
        Map<String, Spread> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            double[] values =
                    own.stream()
                            .filter(o -> o.figures().containsKey(figure.key()))
                            .mapToDouble(o -> o.figures().get(figure.key()))
                            .toArray();
            if (values.length > 0) {
                figures.put(figure.key(), Spread.of(values));
            }
        }
        return new Row(cell.key(), cell.title(), own.size(), figures);
    }
}
