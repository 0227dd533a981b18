package eliq.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180: a header line, quotes where needed, empty fields where there is no value. */
final class CsvWriter implements ResultWriter {
    private final CSVPrinter printer;
    private final List<Column> columns;
    private boolean begun;

    CsvWriter(Writer out, List<Column> columns) {
        this.columns = List.copyOf(columns);
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("CSVPrinter writes nothing when made", e);
        }
    }

    @Override
    public void row(List<?> values) throws IOException {
        begin();
        for (Optional<Object> value : Values.of(values, columns)) {
            printer.print(value.map(Object::toString).orElse(""));
        }
        printer.println();
        // Whoever reads the pipe sees each result when it is there.
        printer.flush();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            printer.printRecord(columns.stream().map(Column::key).toList());
        }
    }

    @Override
    public void close() throws IOException {
        begin();
        printer.flush();
    }
}
