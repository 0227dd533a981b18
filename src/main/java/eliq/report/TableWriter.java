package eliq.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Aligned columns: texts to the left, numbers to the right. Written at the end, when the widths are known. */
final class TableWriter implements ResultWriter {
    private static final String ABSENT = "-";
    private static final String GAP = "  ";

    private final Writer out;
    private final List<Column> columns;
    private final List<List<Optional<Object>>> rows = new ArrayList<>();

    TableWriter(Writer out, List<Column> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void row(List<?> values) {
        rows.add(Values.of(values, columns));
    }

    @Override
    public void close() throws IOException {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (rows.isEmpty() || rows.stream().anyMatch(r -> r.get(column).isPresent())) {
                shown.add(i);
            }
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(shown.stream().map(i -> columns.get(i).title()).toList());
        for (List<Optional<Object>> row : rows) {
            cells.add(shown.stream().map(i -> cell(i, row.get(i))).toList());
        }
        for (List<String> line : cells) {
            out.write(line(line, cells, shown));
            out.write(System.lineSeparator());
        }
        out.flush();
    }

    private String line(List<String> line, List<List<String>> cells, List<Integer> shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            int column = i;
            int width = cells.stream().mapToInt(c -> length(c.get(column))).max().orElse(0);
            String padding = " ".repeat(width - length(line.get(i)));
            boolean right = numeric(shown.get(i));
            text.append(i == 0 ? "" : GAP)
                    .append(right ? padding + line.get(i) : line.get(i) + padding);
        }
        return text.toString().stripTrailing();
    }

    private boolean numeric(int column) {
        return rows.stream()
                .map(r -> r.get(column))
                .flatMap(Optional::stream)
                .allMatch(v -> v instanceof Number);
    }

    private String cell(int column, Optional<Object> value) {
        if (value.isEmpty()) {
            return ABSENT;
        }
        if (value.get() instanceof Double || value.get() instanceof Float) {
            return String.format(
                    Locale.ROOT, "%." + columns.get(column).decimals() + "f", value.get());
        }
        return value.get().toString().replaceAll("\\R", " ");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
