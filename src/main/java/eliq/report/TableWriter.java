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
        int[] widths = new int[shown.size()];
        boolean[] right = new boolean[shown.size()];
        for (int i = 0; i < shown.size(); i++) {
            int column = i;
            widths[i] = cells.stream().mapToInt(c -> length(c.get(column))).max().orElse(0);
            right[i] = numeric(shown.get(i));
        }
        for (List<String> line : cells) {
            out.write(line(line, widths, right));
            out.write(System.lineSeparator());
        }
        out.flush();
    }

    private static String line(List<String> line, int[] widths, boolean[] right) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String padding = " ".repeat(widths[i] - length(line.get(i)));
            text.append(i == 0 ? "" : GAP)
                    .append(right[i] ? padding + line.get(i) : line.get(i) + padding);
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

    /** Places on a terminal: East Asian characters and emoji take two, combining marks none. */
    private static int length(String text) {
        return text.codePoints().map(TableWriter::places).sum();
    }

    private static int places(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide =
                c >= 0x1100 && c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0x1F300 && c <= 0x1FAFF
                        || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
