package eliq.catalog;

import eliq.image.ContentHash;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Typed access to the current row, and how each type is stored. */
final class Columns {
    private final ResultSet rows;

    Columns(ResultSet rows) {
        this.rows = rows;
    }

    /** The SQLite value of a parameter. Optionals become their content or NULL. */
    static Object stored(Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> optional.map(Columns::stored).orElse(null);
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : null;
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : null;
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            case Instant instant -> ChronoUnit.MICROS.between(Instant.EPOCH, instant);
            case ContentHash hash -> hash.hex();
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Path path -> path.toString().replace('\\', '/');
            default -> value;
        };
    }

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    long integer(int column) throws SQLException {
        return rows.getLong(column);
    }

    long integer(String column) throws SQLException {
        return rows.getLong(column);
    }

    int smallInteger(String column) throws SQLException {
        return Math.toIntExact(rows.getLong(column));
    }

    boolean flag(String column) throws SQLException {
        return rows.getLong(column) != 0;
    }

    OptionalLong optionalInteger(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    OptionalInt optionalSmallInteger(String column) throws SQLException {
        OptionalLong value = optionalInteger(column);
        return value.isPresent()
                ? OptionalInt.of(Math.toIntExact(value.getAsLong()))
                : OptionalInt.empty();
    }

    double real(String column) throws SQLException {
        return rows.getDouble(column);
    }

    OptionalDouble optionalReal(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(rows.getBytes(column));
    }

    ContentHash hash(String column) throws SQLException {
        return new ContentHash(rows.getString(column));
    }

    Optional<ContentHash> optionalHash(String column) throws SQLException {
        return optionalText(column).map(ContentHash::new);
    }

    Path path(String column) throws SQLException {
        return Path.of(rows.getString(column));
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        String key = rows.getString(column);
        try {
            return Enum.valueOf(type, key.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new SQLException("'" + key + "' in column " + column + " is unknown", e);
        }
    }

    Instant instant(String column) throws SQLException {
        return Instant.EPOCH.plus(rows.getLong(column), ChronoUnit.MICROS);
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        OptionalLong micros = optionalInteger(column);
        return micros.isPresent()
                ? Optional.of(Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS))
                : Optional.empty();
    }
}
