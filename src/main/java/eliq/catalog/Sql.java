package eliq.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, each compiled once and kept: {@code ?} parameters only, one mapper from row to record. */
final class Sql {

    /** Reads one record from the current row. */
    interface Row<T> {
        T read(Columns row) throws SQLException;
    }

    /** Enough for every statement that a store repeats. */
    private static final int KEPT_STATEMENTS = 100;

    private final Connection connection;

    /** Least recently used first. */
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    Sql(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> list(String sql, Row<T> row, Object... parameters) throws SQLException {
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            Columns columns = new Columns(rows);
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(columns));
            }
            return found;
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... parameters) throws SQLException {
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(row.read(new Columns(rows))) : Optional.empty();
        }
    }

    /** The first column of the first row, as for {@code count(*)} and {@code RETURNING id}. */
    long number(String sql, Object... parameters) throws SQLException {
        return first(sql, row -> row.integer(1), parameters)
                .orElseThrow(() -> new SQLException("no row for: " + sql));
    }

    /** Number of rows changed. */
    int update(String sql, Object... parameters) throws SQLException {
        return prepare(sql, parameters).executeUpdate();
    }

    /** The same statement for every row of parameters; the sum of rows changed. */
    int updateAll(String sql, Iterable<Object[]> rows) throws SQLException {
        int changed = 0;
        for (Object[] row : rows) {
            changed += update(sql, row);
        }
        return changed;
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
            forgetOldest();
        }
        bind(statement, parameters);
        return statement;
    }

    private void forgetOldest() throws SQLException {
        if (statements.size() > KEPT_STATEMENTS) {
            Iterator<PreparedStatement> oldest = statements.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = Columns.stored(parameters[i]);
            // SQLite has no NaN: it would be stored as NULL and read back as 0.
            if (value instanceof Double number && Double.isNaN(number)) {
                throw new SQLException("the value " + number + " is not a number");
            }
            statement.setObject(i + 1, value);
        }
    }
}
