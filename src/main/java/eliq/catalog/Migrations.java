package eliq.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Brings a file to this program's schema. Step n is the resource {@code Vn.sql}; the file's version is its
 * {@code user_version}. A released step is never edited; a change is a new step.
 */
final class Migrations {
    /** The schema this program writes. */
    static final int VERSION = 5;

    /** "ELIQ" in ASCII: tells a catalogue from any other SQLite file. */
    static final int APPLICATION_ID = 0x454C4951;

    private Migrations() {}

    static void apply(Connection connection, Path file) throws SQLException, CatalogException {
        refuseForeign(connection, file);
        writeAhead(connection);
        for (int version = version(connection); version < VERSION; version++) {
            step(connection, file);
        }
        refuseNewer(version(connection), file);
    }

    private static void step(Connection connection, Path file)
            throws SQLException, CatalogException {
        Database.execute(connection, "BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            // Read again under the lock: another process may have taken this step meanwhile.
            int version = version(connection);
            refuseNewer(version, file);
            if (version < VERSION) {
                for (String statement : statements(script(version + 1))) {
                    Database.execute(connection, statement);
                }
                Database.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
                Database.execute(connection, "PRAGMA user_version = " + (version + 1));
            }
            Database.execute(connection, "COMMIT");
            committed = true;
        } finally {
            if (!committed) {
                Database.execute(connection, "ROLLBACK");
            }
        }
    }

    /** SQLite does not wait where it changes the journal's mode: while others open the new file, it says busy at once. */
    private static void writeAhead(Connection connection) throws SQLException {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!"wal".equals(text(connection, "PRAGMA journal_mode"))) {
            try {
                Database.execute(connection, "PRAGMA journal_mode = WAL");
            } catch (SQLiteException e) {
                boolean busy = (e.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code;
                if (!busy || System.nanoTime() > patience) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private static void refuseNewer(int version, Path file) throws CatalogException {
        if (version > VERSION) {
            throw new CatalogException(
                    "Catalogue "
                            + file
                            + " was written by a newer ELIQ Workbench (schema "
                            + version
                            + "; this one knows "
                            + VERSION
                            + "). Update this program, or choose another workspace folder.");
        }
    }

    private static void refuseForeign(Connection connection, Path file)
            throws SQLException, CatalogException {
        int tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        if (tables > 0 && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new CatalogException(
                    "Catalogue "
                            + file
                            + " is an SQLite file of another program. Choose another workspace folder.");
        }
    }

    static int version(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static String script(int version) {
        String name = "V" + version + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own file cannot be read: " + name, e);
        }
    }

    /** A statement ends at a line that ends in {@code ;} outside BEGIN ... END. Comments go. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean body = false;
        for (String line : script.split("\\R")) {
            String code = line.replaceFirst("--.*$", "").stripTrailing();
            if (code.isBlank()) {
                continue;
            }
            statement.append(code).append('\n');
            body |= code.endsWith(" BEGIN");
            if (body ? code.equals("END;") : code.endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
                body = false;
            }
        }
        if (!statement.isEmpty()) {
            throw new IllegalStateException("a statement without end: " + statement);
        }
        return statements;
    }
}
