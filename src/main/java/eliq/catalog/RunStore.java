package eliq.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs with their metrics and checkpoints. */
public final class RunStore {
    private static final String UNREADABLE = "the runs cannot be read";

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /**
     * A run that starts now.
     *
     * @param parameters JSON object: everything needed to repeat it
     * @param software name and version of the program
     * @param log JSON lines file, relative to the workspace
     */
    public RunRecord begin(String kind, String parameters, String software, Path log)
            throws CatalogException {
        return database.write(
                "the run cannot be stored",
                sql ->
                        sql.first(
                                        """
                                        INSERT INTO runs (kind, parameters, state, software, log, started)
                                        VALUES (?, ?, 'running', ?, ?, ?) RETURNING *
                                        """,
                                        RunStore::run,
                                        kind,
                                        parameters,
                                        software,
                                        log,
                                        Instant.now())
                                .orElseThrow());
    }

    /** How a run stands now: {@code RUNNING} when it is gone on with, anything else ends it. */
    public void setState(long id, RunRecord.State state) throws CatalogException {
        database.write(
                "the run cannot be changed",
                sql ->
                        sql.update(
                                "UPDATE runs SET state = ?, ended = ? WHERE id = ?",
                                state,
                                state == RunRecord.State.RUNNING ? null : Instant.now(),
                                id));
    }

    public Optional<RunRecord> find(long id) throws CatalogException {
        return database.read(
                UNREADABLE, sql -> sql.first("SELECT * FROM runs WHERE id = ?", RunStore::run, id));
    }

    /** The newest runs of a kind, or of every kind. */
    public List<RunRecord> recent(Optional<String> kind, int limit) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM runs WHERE coalesce(kind = ?, 1) ORDER BY started DESC, id DESC LIMIT ?",
                                RunStore::run,
                                kind,
                                limit));
    }

    /** Stores measured values; one of the same name and step is replaced, as when steps are repeated after a crash. */
    public void record(long runId, Collection<MetricPoint> points) throws CatalogException {
        database.writeLazily(
                "the metrics cannot be stored",
                sql ->
                        sql.updateAll(
                                "INSERT OR REPLACE INTO run_metrics (run_id, name, step, value) VALUES (?, ?, ?, ?)",
                                points.stream()
                                        .map(
                                                p ->
                                                        new Object[] {
                                                            runId, p.name(), p.step(), p.value()
                                                        })
                                        .toList()));
    }

    /** A metric's values by step. */
    public List<MetricPoint> series(long runId, String name) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM run_metrics WHERE run_id = ? AND name = ? ORDER BY step",
                                row ->
                                        new MetricPoint(
                                                row.text("name"),
                                                row.integer("step"),
                                                row.real("value")),
                                runId,
                                name));
    }

    /** Names of the metrics a run recorded, in alphabetical order. */
    public List<String> metrics(long runId) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT DISTINCT name FROM run_metrics WHERE run_id = ? ORDER BY name",
                                row -> row.text("name"),
                                runId));
    }

    /** Stores a checkpoint; one of the same step is replaced. */
    public void save(Checkpoint checkpoint) throws CatalogException {
        database.write(
                "the checkpoint cannot be stored",
                sql ->
                        sql.update(
                                """
                                INSERT INTO checkpoints (run_id, step, path, kept, added) VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (run_id, step) DO UPDATE SET
                                    path = excluded.path, kept = excluded.kept, added = excluded.added
                                """,
                                checkpoint.runId(),
                                checkpoint.step(),
                                checkpoint.path(),
                                checkpoint.kept(),
                                checkpoint.added()));
    }

    /** A run's checkpoints by step, those whose files are gone among them. */
    public List<Checkpoint> checkpoints(long runId) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM checkpoints WHERE run_id = ? ORDER BY step",
                                row ->
                                        new Checkpoint(
                                                row.integer("run_id"),
                                                row.integer("step"),
                                                row.path("path"),
                                                row.flag("kept"),
                                                row.instant("added")),
                                runId));
    }

    /** Forgets a run with its metrics and checkpoints; its files stay. */
    public void remove(long id) throws CatalogException {
        database.write(
                "the run cannot be removed",
                sql -> sql.update("DELETE FROM runs WHERE id = ?", id));
    }

    private static RunRecord run(Columns row) throws SQLException {
        return new RunRecord(
                row.integer("id"),
                row.text("kind"),
                row.text("parameters"),
                row.constant("state", RunRecord.State.class),
                row.text("software"),
                row.path("log"),
                row.instant("started"),
                row.optionalInstant("ended"));
    }
}
