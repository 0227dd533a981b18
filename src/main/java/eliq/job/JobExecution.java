package eliq.job;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.MetricPoint;
import eliq.catalog.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One attempt at a job: its context, and the news of it for the catalogue and for listeners. */
final class JobExecution implements JobContext {
    static final String LOG = "job.log";
    static final String METRICS = "metrics.jsonl";
    private static final long SHOW_EVERY = Duration.ofMillis(100).toNanos();
    private static final long STORE_EVERY = Duration.ofMillis(500).toNanos();

    /** Why a job should stop. */
    enum Stop {
        NO,
        PAUSE,
        CANCEL,
        /** The program ends. */
        SHUTDOWN
    }

    private final Catalog catalog;
    private final JobRecord job;
    private final Path directory;
    private final String software;
    private final Consumer<JobEvent> events;
    private final LongSupplier clock;
    private final ProgressMeter meter;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Stop stop = Stop.NO;
    private volatile String lastMessage = "";
    private OptionalLong runId;
    private Progress last;
    private long shown;
    private long stored;

    /**
     * @param job as just taken
     * @param clock nanoseconds from any origin
     */
    JobExecution(
            Catalog catalog,
            JobRecord job,
            String software,
            Consumer<JobEvent> events,
            LongSupplier clock) {
        this.catalog = catalog;
        this.job = job;
        this.directory = catalog.resolve(job.directory());
        this.software = software;
        this.events = events;
        this.clock = clock;
        this.meter = new ProgressMeter(clock);
        this.runId = job.runId();
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean resumed() {
        return job.attempts() > 1;
    }

    @Override
    public synchronized void progress(String stage, long done, long total) {
        Progress progress = meter.update(stage, done, total);
        long now = clock.getAsLong();
        boolean turn = last == null || !stage.equals(last.stage()) || progress.complete();
        last = progress;
        if (turn || now - shown >= SHOW_EVERY) {
            shown = now;
            events.accept(new JobEvent.Advanced(job.id(), progress));
        }
        if (turn || now - stored >= STORE_EVERY) {
            stored = now;
            store();
        }
    }

    /** Work goes on where the progress of it cannot be written; what it makes is what counts. */
    private void store() {
        try {
            catalog.jobs().progress(job.id(), last.stage(), last.done(), last.total(), lastMessage);
        } catch (CatalogException e) {
            log(e.getMessage());
        }
    }

    @Override
    public void message(String text) {
        lastMessage = text;
        log(text);
        events.accept(new JobEvent.Said(job.id(), text));
    }

    void log(String text) {
        append(LOG, Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text + "\n");
    }

    private void append(String file, String line) {
        try {
            Files.writeString(
                    directory.resolve(file),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(JobExecution.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", file, e);
        }
    }

    @Override
    public boolean cancelled() {
        return stop != Stop.NO;
    }

    @Override
    public void checkCancelled() throws JobCancelledException {
        if (cancelled()) {
            throw new JobCancelledException();
        }
    }

    /** Asks the job to stop; the first to ask decides what for. */
    synchronized void ask(Stop wanted) {
        if (stop == Stop.NO) {
            stop = wanted;
        }
    }

    Stop stop() {
        return stop;
    }

    @Override
    public void record(long step, Map<String, Double> values) throws CatalogException {
        List<MetricPoint> points =
                values.entrySet().stream()
                        .map(value -> new MetricPoint(value.getKey(), step, value.getValue()))
                        .toList();
        catalog.runs().record(runId(), points);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.put("at", Instant.now());
        line.putAll(values);
        append(METRICS, JobJson.write(line) + "\n");
        values.forEach(
                (metric, value) ->
                        events.accept(new JobEvent.Measured(job.id(), metric, step, value)));
    }

    @Override
    public synchronized long runId() throws CatalogException {
        if (runId.isEmpty()) {
            long id =
                    catalog.transaction(
                            () -> {
                                RunRecord run =
                                        catalog.runs()
                                                .begin(
                                                        job.kind(),
                                                        job.parameters(),
                                                        software,
                                                        job.directory().resolve(METRICS));
                                catalog.jobs().setRun(job.id(), run.id());
                                return run.id();
                            });
            runId = OptionalLong.of(id);
        }
        return runId.getAsLong();
    }

    /** The run, where there is one, is in this state now. */
    synchronized void setRunState(RunRecord.State state) throws CatalogException {
        if (runId.isPresent()) {
            catalog.runs().setState(runId.getAsLong(), state);
        }
    }

    /** Stores the last progress, however recent. */
    synchronized void storeLast() {
        if (last != null) {
            store();
        }
    }

    /** Lets {@link #awaitEnd} go. */
    void end() {
        ended.countDown();
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
