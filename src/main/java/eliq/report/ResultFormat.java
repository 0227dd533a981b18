package eliq.report;

import java.util.List;
import java.util.Locale;

/** How results are printed: {@code --format table|csv|json}. */
public enum ResultFormat {
    /** Aligned columns for reading. */
    TABLE,
    /** RFC 4180 with a header line. */
    CSV,
    /** One array of objects. */
    JSON;

    /** The name as it stands in options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A writer for rows of these columns. Closing it ends the document; {@code out} is flushed, not closed.
     *
     * @param out receives the rows; CSV and JSON rows at once, table rows once their widths are known
     */
    public ResultWriter writer(List<ResultColumn> columns, Appendable out) {
        return switch (this) {
            case TABLE -> new TableResultWriter(columns, out);
            case CSV -> new CsvResultWriter(columns, out);
            case JSON -> new JsonResultWriter(columns, out);
        };
    }
}
