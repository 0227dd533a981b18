package eliq.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the cells of a column as numbers, with a point or throughout with a decimal comma. */
final class NumberColumn {
    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "-");
    private static final String POINT = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";
    private static final String COMMA = "[-+]?(\\d+,\\d*|,\\d+)([eE][-+]?\\d+)?";

    private final Table table;
    private final int column;

    NumberColumn(Table table, int column) {
        this.table = table;
        this.column = column;
    }

    double[] values() throws TableException {
        List<Table.Row> rows = table.rows();
        double[] values = new double[rows.size()];
        long points = rows.stream().filter(r -> cell(r).matches(POINT)).count();
        // An integer fits both notations; only a column that has commas and no points is read so.
        boolean comma =
                rows.stream().anyMatch(r -> cell(r).matches(COMMA))
                        && rows.stream()
                                .noneMatch(r -> cell(r).contains(".") && cell(r).matches(POINT));
        for (int i = 0; i < values.length; i++) {
            values[i] = value(rows.get(i), comma, points > 0);
        }
        return values;
    }

    private String cell(Table.Row row) {
        return row.cells().get(column);
    }

    private double value(Table.Row row, boolean comma, boolean others) throws TableException {
        String cell = cell(row);
        if (MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        if (cell.matches(POINT)) {
            return finite(Double.parseDouble(cell), row);
        }
        if (comma && cell.matches(COMMA)) {
            return finite(Double.parseDouble(cell.replace(',', '.')), row);
        }
        throw new TableException(
                where(row)
                        + "'"
                        + (cell.length() > 40 ? cell.substring(0, 39) + "…" : cell)
                        + "' is no number"
                        + (cell.matches(COMMA) && others
                                ? ": other rows have a decimal point; use one notation."
                                : "; correct it, leave it empty, or choose another column."));
    }

    private double finite(double value, Table.Row row) throws TableException {
        if (Double.isInfinite(value)) {
            throw new TableException(where(row) + "the number is too large.");
        }
        return value;
    }

    private String where(Table.Row row) {
        return table.file()
                + ", row "
                + row.line()
                + ", column '"
                + table.header().get(column)
                + "': ";
    }
}
