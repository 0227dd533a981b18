package eliq.report;

import java.io.IOException;
import java.util.List;

/** Takes results row by row. Nothing is complete before {@link #close}. */
public interface ResultWriter extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @param values one a column: texts, numbers, booleans; null or an empty optional where there is none. Never
     *     invented: an absent value is an empty field in CSV, {@code null} in JSON, a dash in a table
     */
    void row(List<?> values) throws IOException;

    /** Ends what was begun and flushes; the stream below stays open. */
    @Override
    void close() throws IOException;
}
