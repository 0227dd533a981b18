package eliq.job;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.RunRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs jobs, on the caller's thread or in the background, and keeps in the catalogue how they stand. Several runners, in
 * one process or in several, may share a catalogue; a job is run by one of them at a time.
 */
public final class JobRunner implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** From where a job may be started by somebody who names it. */
    private static final Set<JobState> RESUMABLE = EnumSet.complementOf(EnumSet.of(JobState.DONE));

    private final Catalog catalog;
    private final Map<String, Job<?, ?>> kinds;
    private final String software;
    private final Function<Job<?, ?>, Executor> background;
    private final List<ExecutorService> threads = new ArrayList<>();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(daemon("job-heartbeat"));
    private final Map<Long, JobExecution> running = new ConcurrentHashMap<>();
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final JobListeners listeners = new JobListeners();

    /**
     * @param kinds every kind of job that may be run or resumed
     * @param software name and version of the program, kept with each run
     */
    public JobRunner(Catalog catalog, List<Job<?, ?>> kinds, String software) {
        this.catalog = catalog;
        this.kinds = byKind(kinds);
        this.software = software;
        ExecutorService exclusive = Executors.newSingleThreadExecutor(daemon("job"));
        ExecutorService shared = Executors.newFixedThreadPool(2, daemon("light-job"));
        threads.add(exclusive);
        threads.add(shared);
        this.background = job -> job.exclusive() ? exclusive : shared;
        beat();
    }

    /**
     * @param background where background jobs run: in tests, the caller's thread
     */
    public JobRunner(Catalog catalog, List<Job<?, ?>> kinds, String software, Executor background) {
        this.catalog = catalog;
        this.kinds = byKind(kinds);
        this.software = software;
        this.background = job -> background;
        beat();
    }

    private static Map<String, Job<?, ?>> byKind(List<Job<?, ?>> kinds) {
        return kinds.stream().collect(Collectors.toUnmodifiableMap(Job::kind, job -> job));
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name, 0).factory();
    }

    /** Adds a listener; what is returned takes it away again. */
    public Runnable listen(JobListener listener) {
        return listeners.add(listener);
    }

    /** Runs a new job on the calling thread. */
    public <P extends Record, R extends Record> JobOutcome<R> run(Job<P, R> job, P parameters)
            throws JobException, CatalogException {
        JobRecord created = create(job, parameters, JobState.INTERRUPTED);
        return start(job, created.id(), EnumSet.of(JobState.INTERRUPTED));
    }

    /** Goes on with a job that did not end well, on the calling thread, with its parameters and in its directory. */
    public JobOutcome<? extends Record> resume(long id) throws JobException, CatalogException {
        JobRecord record = find(id);
        return start(kind(record), id, RESUMABLE);
    }

    /** Puts a new job at the end of the queue. */
    public <P extends Record, R extends Record> JobRecord submit(Job<P, R> job, P parameters)
            throws CatalogException {
        JobRecord created = create(job, parameters, JobState.QUEUED);
        listeners.tell(new JobEvent.StateChanged(created));
        enqueue(job, created.id());
        return created;
    }

    /** Puts a job that did not end well at the end of the queue, to be gone on with. */
    public void requeue(long id) throws JobException, CatalogException {
        Job<?, ?> job = kind(find(id));
        Set<JobState> idle =
                EnumSet.of(
                        JobState.PAUSED, JobState.INTERRUPTED, JobState.FAILED, JobState.CANCELLED);
        recover();
        if (!catalog.jobs().move(id, idle, JobState.QUEUED)) {
            throw new JobException(refusal(find(id)));
        }
        listeners.tell(new JobEvent.StateChanged(find(id)));
        enqueue(job, id);
    }

    /** Puts a new job with the parameters of an old one at the end of the queue. */
    public JobRecord repeat(long id) throws JobException, CatalogException {
        JobRecord old = find(id);
        Job<?, ?> job = kind(old);
        JobRecord created = catalog.jobs().create(old.kind(), old.parameters(), JobState.QUEUED);
        listeners.tell(new JobEvent.StateChanged(created));
        enqueue(job, created.id());
        return created;
    }

    /** Starts what earlier processes left in the queue; to be called once, by the app. */
    public void startQueued() throws JobException, CatalogException {
        recover();
        for (JobRecord job : catalog.jobs().inState(JobState.QUEUED)) {
            Job<?, ?> kind = kinds.get(job.kind());
            if (kind != null) {
                enqueue(kind, job.id());
            }
        }
    }

    /** Finds jobs whose process died while it ran them; they can be resumed. */
    public List<JobRecord> recover() throws JobException, CatalogException {
        List<JobRecord> found = new ArrayList<>();
        for (JobRecord job : catalog.jobs().inState(JobState.RUNNING)) {
            Optional<JobLock> lock = JobLock.tryLock(catalog.resolve(job.directory()));
            if (lock.isPresent()) {
                try (JobLock _ = lock.get()) {
                    release(job, JobState.INTERRUPTED);
                }
                found.add(find(job.id()));
            }
        }
        return found;
    }

    private void release(JobRecord job, JobState state) throws CatalogException {
        // Ended between the listing and the lock: nothing to recover.
        if (catalog.jobs().move(job.id(), EnumSet.of(JobState.RUNNING), state)) {
            catalog.jobs().release(job.id(), state, Optional.empty(), Optional.empty());
            if (job.runId().isPresent()) {
                catalog.runs().setState(job.runId().getAsLong(), RunRecord.State.INTERRUPTED);
            }
            listeners.tell(new JobEvent.StateChanged(catalog.jobs().find(job.id()).orElseThrow()));
        }
    }

    /** Asks a job to stop for good, wherever it runs; it does so between two steps. */
    public void cancel(long id) throws JobException, CatalogException {
        stop(id, JobExecution.Stop.CANCEL, JobRecord.Request.CANCEL, JobState.CANCELLED);
    }

    /** Asks a job to stop until it is resumed, wherever it runs; it does so between two steps. */
    public void pause(long id) throws JobException, CatalogException {
        stop(id, JobExecution.Stop.PAUSE, JobRecord.Request.PAUSE, JobState.PAUSED);
    }

    private void stop(
            long id, JobExecution.Stop stop, JobRecord.Request request, JobState idleState)
            throws JobException, CatalogException {
        JobExecution execution = running.get(id);
        if (execution != null) {
            execution.ask(stop);
            return;
        }
        recover();
        Set<JobState> idle = EnumSet.of(JobState.QUEUED, JobState.PAUSED, JobState.INTERRUPTED);
        if (catalog.jobs().move(id, idle, idleState)) {
            listeners.tell(new JobEvent.StateChanged(find(id)));
        } else {
            catalog.jobs().request(id, request);
        }
    }

    /** What a job that is done came to. */
    public <R extends Record> Optional<R> result(JobRecord job, Class<R> type) throws JobException {
        if (job.result().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JobJson.read(job.result().get(), type, "the result of job " + job.id()));
    }

    /** Stops everything that runs here, to be resumed another time, and waits for it. */
    @Override
    public void close() {
        // No interrupts: one would close a file that a job is just writing.
        closed = true;
        threads.forEach(ExecutorService::shutdown);
        running.values().forEach(execution -> execution.ask(JobExecution.Stop.SHUTDOWN));
        try {
            for (JobExecution execution : running.values()) {
                execution.awaitEnd(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }

    private <P extends Record> JobRecord create(Job<P, ?> job, P parameters, JobState state)
            throws CatalogException {
        if (kinds.get(job.kind()) != job) {
            throw new IllegalArgumentException(
                    "the runner was not given the job kind " + job.kind() + " when it was made");
        }
        return catalog.jobs().create(job.kind(), JobJson.write(parameters), state);
    }

    private void enqueue(Job<?, ?> job, long id) {
        if (waiting.add(id)) {
            background.apply(job).execute(() -> work(job, id));
        }
    }

    private void work(Job<?, ?> job, long id) {
        waiting.remove(id);
        if (closed) {
            return;
        }
        try {
            JobRecord record = find(id);
            if (record.state() == JobState.QUEUED && readable(job, record)) {
                start(job, id, EnumSet.of(JobState.QUEUED));
            }
        } catch (JobException | CatalogException e) {
            warn(id, e);
        }
    }

    /** A job whose parameters nobody can read would wait for ever. */
    private boolean readable(Job<?, ?> job, JobRecord record)
            throws JobException, CatalogException {
        try {
            parameters(job, record);
            return true;
        } catch (JobException e) {
            if (catalog.jobs().move(record.id(), EnumSet.of(JobState.QUEUED), JobState.FAILED)) {
                catalog.jobs()
                        .release(
                                record.id(),
                                JobState.FAILED,
                                Optional.empty(),
                                Optional.of(e.getMessage()));
                listeners.tell(new JobEvent.StateChanged(find(record.id())));
            }
            return false;
        }
    }

    private static <P extends Record> P parameters(Job<P, ?> job, JobRecord record)
            throws JobException {
        return parameters(record, job.parametersType());
    }

    /** What a stored job was asked to do. */
    public static <P extends Record> P parameters(JobRecord job, Class<P> type)
            throws JobException {
        return JobJson.read(job.parameters(), type, "the parameters of job " + job.id());
    }

    private static void warn(long id, Exception e) {
        System.getLogger(JobRunner.class.getName())
                .log(System.Logger.Level.WARNING, "Job {0}: {1}", id, e.getMessage());
    }

    private <P extends Record, R extends Record> JobOutcome<R> start(
            Job<P, R> job, long id, Set<JobState> from) throws JobException, CatalogException {
        JobRecord record = find(id);
        Path directory = catalog.resolve(record.directory());
        try (JobLock lock =
                JobLock.tryLock(directory).orElseThrow(() -> new JobException(refusal(record)))) {
            P parameters = parameters(job, record);
            JobRecord.Owner owner =
                    new JobRecord.Owner(ProcessHandle.current().pid(), host(), Instant.now());
            if (!catalog.jobs().take(id, from, owner)) {
                throw new JobException(refusal(find(id)));
            }
            return attempt(job, parameters, find(id), lock);
        }
    }

    private <P extends Record, R extends Record> JobOutcome<R> attempt(
            Job<P, R> job, P parameters, JobRecord taken, JobLock lock) throws CatalogException {
        JobExecution execution =
                new JobExecution(catalog, taken, software, listeners::tell, System::nanoTime);
        running.put(taken.id(), execution);
        try {
            execution.setRunState(RunRecord.State.RUNNING);
            execution.log((execution.resumed() ? "resumed" : "started") + " by " + software);
            listeners.tell(new JobEvent.StateChanged(taken));
            return JobAttempt.run(catalog, job, parameters, taken.id(), execution);
        } finally {
            execution.storeLast();
            lock.close();
            running.remove(taken.id());
            execution.end();
            listeners.tell(
                    new JobEvent.StateChanged(catalog.jobs().find(taken.id()).orElse(taken)));
        }
    }

    private static String refusal(JobRecord job) {
        String name = "Job " + job.id() + " (" + job.kind() + ")";
        return job.state() == JobState.DONE
                ? name + " is done already; start a new one to do it again."
                : name
                        + " is being run"
                        + job.owner().map(owner -> " by process " + owner.process()).orElse("")
                        + " already; wait for it or cancel it.";
    }

    private JobRecord find(long id) throws JobException, CatalogException {
        return catalog.jobs()
                .find(id)
                .orElseThrow(
                        () ->
                                new JobException(
                                        "There is no job " + id + " in " + catalog.folder() + "."));
    }

    private Job<?, ?> kind(JobRecord job) throws JobException {
        Job<?, ?> kind = kinds.get(job.kind());
        if (kind == null) {
            throw new JobException(
                    "Job "
                            + job.id()
                            + " is of the kind '"
                            + job.kind()
                            + "', which this program does not know.");
        }
        return kind;
    }

    private void beat() {
        heart.scheduleWithFixedDelay(
                () -> running.forEach(this::beat),
                HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void beat(long id, JobExecution execution) {
        try {
            switch (catalog.jobs().heartbeat(id, Instant.now())) {
                case NONE -> {}
                case PAUSE -> execution.ask(JobExecution.Stop.PAUSE);
                case CANCEL -> execution.ask(JobExecution.Stop.CANCEL);
            }
        } catch (CatalogException | RuntimeException e) {
            // Whatever it is, the next heartbeat must come.
            execution.log("no heartbeat: " + e.getMessage());
        }
    }

    private static String host() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .orElse("localhost");
    }
}
