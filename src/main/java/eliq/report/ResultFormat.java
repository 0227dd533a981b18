package eliq.report;

import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** How results are written. */
public enum ResultFormat {
    /** Aligned columns for people. */
    TABLE,
    /** RFC 4180, with a header line. */
    CSV,
    /** An array of objects. */
    JSON;

    /** Lower-case name, as it stands in options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }

    /** A writer of results; the stream stays open when it is closed. */
    public ResultWriter open(Writer out, List<Column> columns) {
        return switch (this) {
            case TABLE -> new TableWriter(out, columns);
            case CSV -> new CsvWriter(out, columns);
            case JSON -> new JsonWriter(out, columns);
        };
    }
}
