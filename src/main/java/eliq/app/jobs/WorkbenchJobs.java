package eliq.app.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.app.facts.Fact;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.job.JobRunner;
import eliq.job.LineTail;
import eliq.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The jobs of an open workspace. */
public final class WorkbenchJobs implements JobDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOG_LINES = 500;

    /** Work on a catalogue and a runner. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws JobException, CatalogException, IOException;
    }

    private final Catalog catalog;
    private final JobRunner jobs;
    private final Map<Long, Progress> progress = new ConcurrentHashMap<>();
    private final Map<Long, Optional<Duration>> worked = new ConcurrentHashMap<>();

    public WorkbenchJobs(Catalog catalog, JobRunner jobs) {
        this.catalog = catalog;
        this.jobs = jobs;
        jobs.listen(
                event -> {
                    switch (event) {
                        case JobEvent.Advanced(long id, Progress now) -> progress.put(id, now);
                        case JobEvent.StateChanged(JobRecord job) -> progress.remove(job.id());
                        case JobEvent.Said _, JobEvent.Measured _ -> {}
                    }
                });
    }

    private static <T> T tried(Work<T> work) throws JobsException {
        try {
            return work.run();
        } catch (JobException | CatalogException e) {
            throw new JobsException(e.getMessage(), e);
        } catch (IOException e) {
            throw new JobsException("The job's files cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private JobRow row(JobRecord job) {
        return new JobRow(
                job,
                Optional.ofNullable(progress.get(job.id())),
                job.state() == JobState.DONE ? worked(job) : Optional.empty());
    }

    /** Of a job that is done: it will not be worked on again, so its log is read once. */
    private Optional<Duration> worked(JobRecord job) {
        return worked.computeIfAbsent(
                job.id(),
                _ -> {
                    try {
                        return JobTimes.of(log(job)).worked();
                    } catch (IOException unread) {
                        // The list is worth more than one job's time.
                        return Optional.empty();
                    }
                });
    }

    private List<String> log(JobRecord job) throws IOException {
        Path file = catalog.resolve(job.directory()).resolve("job.log");
        return new LineTail(file).more().lines();
    }

    @Override
    public List<JobRow> page(JobFilter filter, long before, int limit) throws JobsException {
        return tried(
                () ->
                        catalog
                                .jobs()
                                .page(filter.states(), Optional.empty(), before, limit)
                                .stream()
                                .map(this::row)
                                .toList());
    }

    @Override
    public Map<JobState, Long> counts() throws JobsException {
        return tried(() -> catalog.jobs().counts());
    }

    @Override
    public JobDetails details(long id) throws JobsException {
        return tried(
                () -> {
                    JobRecord job =
                            catalog.jobs()
                                    .find(id)
                                    .orElseThrow(
                                            () -> new JobException("There is no job " + id + "."));
                    Path folder = catalog.resolve(job.directory());
                    List<String> log = log(job);
                    return new JobDetails(
                            row(job),
                            JobTimes.of(log),
                            entries(job.parameters()),
                            job.result().map(WorkbenchJobs::entries).orElse(List.of()),
                            log.subList(Math.max(0, log.size() - LOG_LINES), log.size()),
                            folder);
                });
    }

    static List<Fact> entries(String json) {
        List<Fact> entries = new ArrayList<>();
        try {
            collect("", JSON.readTree(json), entries);
        } catch (JsonProcessingException e) {
            entries.add(new Fact("", json));
        }
        return entries;
    }

    private static void collect(String prefix, JsonNode node, List<Fact> entries) {
        boolean records =
                node.isArray() && !node.isEmpty() && node.path(0).isObject() && node.size() <= 50;
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(
                            field ->
                                    collect(
                                            prefix.isEmpty()
                                                    ? field.getKey()
                                                    : prefix + "." + field.getKey(),
                                            field.getValue(),
                                            entries));
        } else if (records) {
            for (int i = 0; i < node.size(); i++) {
                collect(prefix + "[" + i + "]", node.get(i), entries);
            }
        } else if (!node.isNull()) {
            entries.add(new Fact(prefix, node.isTextual() ? node.asText() : node.toString()));
        }
    }

    @Override
    public void cancel(long id) throws JobsException {
        tried(
                () -> {
                    jobs.cancel(id);
                    return id;
                });
    }

    @Override
    public void pause(long id) throws JobsException {
        tried(
                () -> {
                    jobs.pause(id);
                    return id;
                });
    }

    @Override
    public void resume(long id) throws JobsException {
        tried(
                () -> {
                    jobs.requeue(id);
                    return id;
                });
    }

    @Override
    public long repeat(long id) throws JobsException {
        return tried(() -> jobs.repeat(id).id());
    }

    @Override
    public List<JobRow> interrupted() throws JobsException {
        return tried(
                () -> {
                    jobs.recover();
                    return catalog.jobs().inState(JobState.INTERRUPTED).reversed().stream()
                            .map(this::row)
                            .toList();
                });
    }

    @Override
    public void startWaiting() throws JobsException {
        tried(
                () -> {
                    jobs.startQueued();
                    return 0;
                });
    }

    @Override
    public Runnable listen(Consumer<JobEvent> listener) {
        return jobs.listen(listener::accept);
    }
}
