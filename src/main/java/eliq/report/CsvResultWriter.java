package eliq.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** RFC 4180: comma, CRLF, quotes where needed. */
final class CsvResultWriter extends ResultWriter {

    private boolean headed;

    CsvResultWriter(List<ResultColumn> columns, Appendable out) {
        super(columns, out);
    }

    @Override
    void write(List<Optional<Object>> row) throws IOException {
        header();
        line(row.stream().map(cell -> cell.map(Object::toString).orElse("")).toList());
    }

    @Override
    void end() throws IOException {
        header();
    }

    private void header() throws IOException {
        if (!headed) {
            headed = true;
            line(columns().stream().map(ResultColumn::name).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out().append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        out().append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        && !cell.startsWith(" ")
                        && !cell.endsWith(" ");
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
