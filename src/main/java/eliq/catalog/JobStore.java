package eliq.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Jobs and how they stand. Taking a job is atomic across processes. */
public final class JobStore {
    private static final String UNREADABLE = "the jobs cannot be read";
    private static final String UNCHANGEABLE = "the job cannot be changed";

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    /**
     * A new job. Its directory is named after it.
     *
     * @param state {@code QUEUED} to be started by whoever is free, {@code INTERRUPTED} to be started by the caller only
     */
    public JobRecord create(String kind, String parameters, JobState state)
            throws CatalogException {
        return database.write(
                "the job cannot be stored",
                sql -> {
                    long id =
                            sql.number(
                                    """
                                    INSERT INTO jobs (kind, parameters, state, request, stage, progress_done, progress_total,
                                                      message, directory, attempts, created, updated)
                                    VALUES (?, ?, ?, 'none', '', 0, 0, '', '', 0, ?, ?) RETURNING id
                                    """,
                                    kind,
                                    parameters,
                                    state,
                                    Instant.now(),
                                    Instant.now());
                    Path directory = Path.of("runs", "%06d-%s".formatted(id, kind));
                    sql.update("UPDATE jobs SET directory = ? WHERE id = ?", directory, id);
                    return find(sql, id).orElseThrow();
                });
    }

    public Optional<JobRecord> find(long id) throws CatalogException {
        return database.read(UNREADABLE, sql -> find(sql, id));
    }

    /** The newest jobs. */
    public List<JobRecord> recent(int limit) throws CatalogException {
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM jobs ORDER BY id DESC LIMIT ?",
                                JobStore::job,
                                limit));
    }

    /**
     * A page of jobs, newest first.
     *
     * @param states to be among; none given for all
     * @param kind to be of; absent for all
     * @param before only jobs with a lower number; {@code Long.MAX_VALUE} for the first page
     */
    public List<JobRecord> page(
            Collection<JobState> states, Optional<String> kind, long before, int limit)
            throws CatalogException {
        List<Object> parameters = new ArrayList<>(List.of(before));
        kind.ifPresent(parameters::add);
        parameters.addAll(states);
        parameters.add(limit);
        String where =
                (kind.isPresent() ? " AND kind = ?" : "")
                        + (states.isEmpty() ? "" : " AND state IN (" + marks(states) + ")");
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM jobs WHERE id < ?"
                                        + where
                                        + " ORDER BY id DESC LIMIT ?",
                                JobStore::job,
                                parameters.toArray()));
    }

    /** How many jobs there are of each state that any is in. */
    public Map<JobState, Long> counts() throws CatalogException {
        return database.read(
                UNREADABLE,
                sql -> {
                    Map<JobState, Long> counts = new EnumMap<>(JobState.class);
                    sql.list(
                                    "SELECT state, count(*) AS jobs FROM jobs GROUP BY state",
                                    row ->
                                            Map.entry(
                                                    row.constant("state", JobState.class),
                                                    row.integer("jobs")))
                            .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
                    return counts;
                });
    }

    /** The jobs in one of these states, oldest first. */
    public List<JobRecord> inState(JobState... states) throws CatalogException {
        List<JobState> wanted = List.of(states);
        return database.read(
                UNREADABLE,
                sql ->
                        sql.list(
                                "SELECT * FROM jobs WHERE state IN ("
                                        + marks(wanted)
                                        + ") ORDER BY id",
                                JobStore::job,
                                wanted.toArray()));
    }

    /** Takes a job that is in one of these states; false where another was quicker or it is in another state. */
    public boolean take(long id, Collection<JobState> from, JobRecord.Owner owner)
            throws CatalogException {
        Object[] parameters = new Object[5 + from.size()];
        parameters[0] = owner.process();
        parameters[1] = owner.host();
        parameters[2] = owner.heartbeat();
        parameters[3] = Instant.now();
        parameters[4] = id;
        System.arraycopy(from.toArray(), 0, parameters, 5, from.size());
        return database.write(
                UNCHANGEABLE,
                sql ->
                        sql.update(
                                        """
                                        UPDATE jobs SET state = 'running', request = 'none', attempts = attempts + 1,
                                            error = NULL, result = NULL, message = '',
                                            owner_process = ?, owner_host = ?, heartbeat = ?, updated = ?
                                        WHERE id = ? AND state IN (%s)
                                        """
                                                .formatted(marks(from)),
                                        parameters)
                                == 1);
    }

    /** Says that the owner lives; what somebody asked of the job meanwhile. */
    public JobRecord.Request heartbeat(long id, Instant now) throws CatalogException {
        return database.writeLazily(
                UNCHANGEABLE,
                sql ->
                        sql.first(
                                        "UPDATE jobs SET heartbeat = ? WHERE id = ? RETURNING request",
                                        row -> row.constant("request", JobRecord.Request.class),
                                        now,
                                        id)
                                .orElse(JobRecord.Request.CANCEL));
    }

    /** How far a running job is. */
    public void progress(long id, String stage, long done, long total, String message)
            throws CatalogException {
        database.writeLazily(
                UNCHANGEABLE,
                sql ->
                        sql.update(
                                """
                                UPDATE jobs SET stage = ?, progress_done = ?, progress_total = ?, message = ?, updated = ?
                                WHERE id = ?
                                """,
                                stage,
                                done,
                                total,
                                message,
                                Instant.now(),
                                id));
    }

    /** The run a job records. */
    public void setRun(long id, long runId) throws CatalogException {
        database.write(
                UNCHANGEABLE,
                sql -> sql.update("UPDATE jobs SET run_id = ? WHERE id = ?", runId, id));
    }

    /** Asks the process that runs the job; without effect where none does. */
    public void request(long id, JobRecord.Request request) throws CatalogException {
        database.write(
                UNCHANGEABLE,
                sql ->
                        sql.update(
                                "UPDATE jobs SET request = ? WHERE id = ? AND state = 'running'",
                                request,
                                id));
    }

    /**
     * Nobody works on the job any more.
     *
     * @param result JSON object, once done
     * @param error one sentence, once failed
     */
    public void release(long id, JobState state, Optional<String> result, Optional<String> error)
            throws CatalogException {
        database.write(
                UNCHANGEABLE,
                sql ->
                        sql.update(
                                """
                                UPDATE jobs SET state = ?, result = ?, error = ?, request = 'none', updated = ?,
                                    owner_process = NULL, owner_host = NULL, heartbeat = NULL
                                WHERE id = ?
                                """,
                                state,
                                result,
                                error,
                                Instant.now(),
                                id));
    }

    /** Changes the state of a job nobody works on; false where it is in none of the states it is expected in. */
    public boolean move(long id, Collection<JobState> from, JobState to) throws CatalogException {
        Object[] parameters = new Object[3 + from.size()];
        parameters[0] = to;
        parameters[1] = Instant.now();
        parameters[2] = id;
        System.arraycopy(from.toArray(), 0, parameters, 3, from.size());
        return database.write(
                UNCHANGEABLE,
                sql ->
                        sql.update(
                                        "UPDATE jobs SET state = ?, updated = ? WHERE id = ? AND state IN (%s)"
                                                .formatted(marks(from)),
                                        parameters)
                                == 1);
    }

    /** Forgets a job that nobody works on; its files stay. */
    public void remove(long id) throws CatalogException {
        database.write(
                UNCHANGEABLE,
                sql -> sql.update("DELETE FROM jobs WHERE id = ? AND state <> 'running'", id));
    }

    private static String marks(Collection<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }

    private static Optional<JobRecord> find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT * FROM jobs WHERE id = ?", JobStore::job, id);
    }

    private static JobRecord job(Columns row) throws SQLException {
        OptionalLong process = row.optionalInteger("owner_process");
        return new JobRecord(
                row.integer("id"),
                row.text("kind"),
                row.text("parameters"),
                row.constant("state", JobState.class),
                row.constant("request", JobRecord.Request.class),
                row.text("stage"),
                row.integer("progress_done"),
                row.integer("progress_total"),
                row.text("message"),
                row.path("directory"),
                process.isPresent()
                        ? Optional.of(
                                new JobRecord.Owner(
                                        process.getAsLong(),
                                        row.text("owner_host"),
                                        row.instant("heartbeat")))
                        : Optional.empty(),
                row.smallInteger("attempts"),
                row.optionalInteger("run_id"),
                row.optionalText("result"),
                row.optionalText("error"),
                row.instant("created"),
                row.instant("updated"));
    }
}
