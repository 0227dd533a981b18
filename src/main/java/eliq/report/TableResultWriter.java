package eliq.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Aligned columns: texts to the left, numbers to the right with the same decimals. The first rows are held back until their widths are known; a later, longer cell moves its
 * row's rest to the right and loses nothing.
 */
final class TableResultWriter extends ResultWriter {

    private static final int HELD_BACK = 100;
    private static final String GAP = "  ";

    private final List<List<String>> held = new ArrayList<>();
    private final int[] widths;
    private boolean started;

    TableResultWriter(List<ResultColumn> columns, Appendable out) {
        super(columns, out);
        widths = columns.stream().mapToInt(c -> width(c.name())).toArray();
    }

    @Override
    void write(List<Optional<Object>> row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(shown(columns().get(i), row.get(i)));
        }
        if (started) {
            line(cells);
            return;
        }
        held.add(cells);
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
        if (held.size() == HELD_BACK) {
            start();
        }
    }

    @Override
    void end() throws IOException {
        if (!started) {
            start();
        }
    }

    private void start() throws IOException {
        started = true;
        line(columns().stream().map(ResultColumn::name).toList());
        line(Arrays.stream(widths).mapToObj("-"::repeat).toList());
        for (List<String> cells : held) {
            line(cells);
        }
        held.clear();
    }

    private static String shown(ResultColumn column, Optional<Object> cell) {
        return switch (cell.orElse(null)) {
            case null -> "-";
            case String text -> oneLine(text);
            case Boolean truth -> truth ? "yes" : "no";
            case Number number when number instanceof Double || number instanceof Float ->
                    String.format(
                            Locale.ROOT, "%." + column.decimals() + "f", number.doubleValue());
            case Object other -> other.toString();
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(Math.max(0, widths[i] - width(cell)));
            boolean right = columns().get(i).kind() == ResultColumn.Kind.NUMBER;
            line.append(i == 0 ? "" : GAP);
            line.append(right ? padding + cell : cell + padding);
        }
        out().append(line.toString().stripTrailing()).append('\n');
    }

    /** Columns on a terminal: East Asian wide characters take two. */
    static int width(String text) {
        return text.codePoints()
                .map(
                        c -> {
                            int type = Character.getType(c);
                            if (type == Character.NON_SPACING_MARK
                                    || type == Character.ENCLOSING_MARK) {
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
                        })
                .sum();
    }
}
