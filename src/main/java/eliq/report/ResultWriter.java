package eliq.report;

import java.io.Flushable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes results row by row. Not for several threads. */
public abstract sealed class ResultWriter implements AutoCloseable
        permits TableResultWriter, CsvResultWriter, JsonResultWriter {

    private final List<ResultColumn> columns;
    private final Appendable out;
    private boolean closed;

    ResultWriter(List<ResultColumn> columns, Appendable out) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a result needs at least one column");
        }
        this.columns = List.copyOf(columns);
        this.out = out;
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column: String, Number or Boolean, or an Optional of these (OptionalDouble is not taken). An empty Optional, NaN
     *     and infinity are absent values: empty in CSV, null in JSON, a dash in a table
     * @throws ReportException if the place that is written to fails (a full disk, a closed pipe)
     */
    public final void row(Object... cells) throws ReportException {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        List<Optional<Object>> values = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            values.add(value(columns.get(i), cells[i]));
        }
        try {
            write(values);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Ends the document. */
    @Override
    public final void close() throws ReportException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            end();
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    abstract void write(List<Optional<Object>> row) throws IOException;

    abstract void end() throws IOException;

    final List<ResultColumn> columns() {
        return columns;
    }

    final Appendable out() {
        return out;
    }

    private static ReportException failed(IOException e) {
        return new ReportException(
                "The results could not be written ("
                        + e.getMessage()
                        + "); check the disk and that the reader of the output is still there.",
                e);
    }

    private static Optional<Object> value(ResultColumn column, Object cell) {
        Object bare = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
        boolean fits =
                switch (column.kind()) {
                    case TEXT -> bare instanceof String;
                    case NUMBER -> bare instanceof Number;
                    case TRUTH -> bare instanceof Boolean;
                };
        if (bare != null && !fits) {
            throw new IllegalArgumentException(
                    "column " + column.name() + " takes no " + bare.getClass().getSimpleName());
        }
        if (bare instanceof Double number && !Double.isFinite(number)
                || bare instanceof Float small && !Float.isFinite(small)) {
            return Optional.empty();
        }
        return Optional.ofNullable(bare);
    }
}
