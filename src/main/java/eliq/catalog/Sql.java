package eliq.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection: {@code ?} parameters only, one mapper from row to record. */
final class Sql {

    /** Reads one record from the current row. */
    interface Row<T> {
        T read(Columns row) throws SQLException;
    }

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> list(String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            Columns columns = new Columns(rows);
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(columns));
            }
            return found;
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
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
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for every row of parameters; the sum of rows changed. */
    int updateAll(String sql, Iterable<Object[]> rows) throws SQLException {
        int changed = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = Columns.stored(parameters[i]);
            // SQLite has no NaN: it would be stored as NULL and read back as 0.
            if (value instanceof Double number && !Double.isFinite(number)) {
                throw new SQLException("the value " + number + " is not a finite number");
            }
            statement.setObject(i + 1, value);
        }
    }
}
