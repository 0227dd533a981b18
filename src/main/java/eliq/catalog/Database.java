package eliq.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file: one connection for writing, one for reading, each used by one thread at a time. In write-ahead mode
 * the reader sees the last committed state and never waits for a writer, in this process or another.
 */
final class Database implements AutoCloseable {

    /** Work on one connection. */
    interface Work<T> {
        T run(Sql sql) throws SQLException, CatalogException;
    }

    /** How long to wait for another process that writes. */
    private static final int BUSY_MILLISECONDS = 30_000;

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final Sql writing;
    private final Sql reading;
    private final ReentrantLock writeLock = new ReentrantLock();
    private final ReentrantLock readLock = new ReentrantLock();
    private volatile boolean closed;

    private Database(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.writing = new Sql(writer);
        this.reading = new Sql(reader);
    }

    /** Opens the file, creating it or bringing it up to date as needed. */
    static Database open(Path file) throws CatalogException {
        Connection writer = null;
        Connection reader = null;
        try {
            writer = connect(file);
            Migrations.apply(writer, file);
            reader = connect(file);
            execute(reader, "PRAGMA query_only = ON");
            return new Database(file, writer, reader);
        } catch (SQLException e) {
            closeQuietly(reader);
            closeQuietly(writer);
            throw failure(file, "cannot be opened", e);
        } catch (CatalogException | RuntimeException e) {
            closeQuietly(reader);
            closeQuietly(writer);
            throw e;
        }
    }

    /**
     * Reads the last committed state; inside {@link #write} on the same thread, that transaction's own state.
     *
     * @param what is being done, for messages: "the images cannot be read"
     */
    <T> T read(String what, Work<T> work) throws CatalogException {
        if (writeLock.isHeldByCurrentThread()) {
            return run(what, writing, work);
        }
        readLock.lock();
        try {
            return run(what, reading, work);
        } finally {
            readLock.unlock();
        }
    }

    /**
     * All of it or nothing; on the disk when this returns. A call inside another is undone alone if it fails, and counts
     * only if the outer succeeds.
     */
    <T> T write(String what, Work<T> work) throws CatalogException {
        return write("FULL", what, work);
    }

    /**
     * As {@link #write}, but a power cut (not a crash of the program) may lose it: for what is measured many times a
     * second or can be computed again, where waiting for the disk each time would slow the work down.
     */
    <T> T writeLazily(String what, Work<T> work) throws CatalogException {
        return write("NORMAL", what, work);
    }

    private <T> T write(String synchronous, String what, Work<T> work) throws CatalogException {
        writeLock.lock();
        try {
            if (writeLock.getHoldCount() > 1) {
                return undoable(what, work, "SAVEPOINT part", "RELEASE part", "ROLLBACK TO part");
            }
            refuseClosed();
            execute(writer, "PRAGMA synchronous = " + synchronous);
            // IMMEDIATE takes the write lock at once: a read that later turned into a write could
            // fail for staleness.
            return undoable(what, work, "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK");
        } catch (SQLException e) {
            throw failure(file, what, e);
        } finally {
            writeLock.unlock();
        }
    }

    private <T> T undoable(String what, Work<T> work, String begin, String commit, String rollback)
            throws CatalogException {
        refuseClosed();
        boolean begun = false;
        boolean committed = false;
        try {
            execute(writer, begin);
            begun = true;
            T result = run(what, writing, work);
            execute(writer, commit);
            committed = true;
            return result;
        } catch (SQLException e) {
            throw failure(file, what, e);
        } finally {
            if (begun && !committed) {
                undo(rollback);
            }
        }
    }

    private void refuseClosed() throws CatalogException {
        if (closed) {
            throw new CatalogException("Catalogue " + file + " is closed.");
        }
    }

    private void undo(String rollback) {
        try {
            execute(writer, rollback);
        } catch (SQLException alreadyRolledBack) {
            // SQLite rolls back by itself on a full disk or an I/O error; the first failure is the
            // one to tell.
        }
    }

    private <T> T run(String what, Sql sql, Work<T> work) throws CatalogException {
        refuseClosed();
        try {
            return work.run(sql);
        } catch (SQLException e) {
            throw failure(file, what, e);
        }
    }

    @Override
    public void close() throws CatalogException {
        writeLock.lock();
        readLock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            execute(writer, "PRAGMA optimize");
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw failure(file, "cannot be closed", e);
        } finally {
            readLock.unlock();
            writeLock.unlock();
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            execute(connection, "PRAGMA busy_timeout = " + BUSY_MILLISECONDS);
            execute(connection, "PRAGMA foreign_keys = ON");
            // A verdict or a score that was acknowledged survives a power cut; costs one flush a
            // transaction.
            execute(connection, "PRAGMA synchronous = FULL");
            execute(connection, "PRAGMA cache_size = -65536");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void closeQuietly(Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException unimportant) {
                // A failure is already on its way to the caller.
            }
        }
    }

    /** One plain sentence for a failure of SQLite. */
    static CatalogException failure(Path file, String what, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known
                        ? known.getResultCode()
                        : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the primary one in the low byte.
        String reason =
                switch (code.code & 0xFF) {
                    case 11, 26 ->
                            "the file is damaged or is not a catalogue; restore it from a copy, or move it away to begin anew";
                    case 13 -> "the disk is full; make room and try again";
                    case 5, 6 ->
                            "another program kept the catalogue locked for more than "
                                    + BUSY_MILLISECONDS / 1000
                                    + " seconds; close it and try again";
                    case 8 -> "the file or its folder may not be written; check its permissions";
                    case 14 ->
                            "the file cannot be opened; check that its folder exists and may be written";
                    case 10 -> "the disk reported an input/output error (" + e.getMessage() + ")";
                    default -> e.getMessage();
                };
        return new CatalogException("Catalogue " + file + ": " + what + ": " + reason + ".", e);
    }
}
