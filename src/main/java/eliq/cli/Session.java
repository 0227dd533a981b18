package eliq.cli;

import eliq.hub.HubException;
import eliq.job.Job;
import eliq.job.JobEvent;
import eliq.job.JobOutcome;
import eliq.job.Progress;
import eliq.report.Column;
import eliq.report.ResultFormat;
import eliq.report.ResultWriter;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One command at work.
 *
 * @param display of progress and remarks
 */
record Session(Terminal terminal, ProgressDisplay display, Workbench workbench) {

    /** Work that may be a job new or old. */
    @FunctionalInterface
    private interface Start<R extends Record> {
        JobOutcome<R> go() throws Exception;
    }

    /** Runs a new job to its end and shows how it goes. */
    <P extends Record, R extends Record> R run(Job<P, R> job, P parameters) throws Exception {
        return shown(() -> workbench.jobs().run(job, parameters));
    }

    /** Goes on with a job and shows how it goes. */
    Record resume(long id) throws Exception {
        return shown(() -> widened(workbench.jobs().resume(id)));
    }

    private static JobOutcome<Record> widened(JobOutcome<? extends Record> outcome) {
        return switch (outcome) {
            case JobOutcome.Done<? extends Record>(long id, Record result) ->
                    new JobOutcome.Done<>(id, result);
            case JobOutcome.Failed<? extends Record>(long id, String reason, Path details) ->
                    new JobOutcome.Failed<>(id, reason, details);
            case JobOutcome.Stopped<? extends Record>(long id, boolean paused) ->
                    new JobOutcome.Stopped<>(id, paused);
        };
    }

    private <R extends Record> R shown(Start<R> start) throws Exception {
        AtomicLong job = new AtomicLong();
        Runnable deaf =
                workbench
                        .jobs()
                        .listen(
                                event -> {
                                    job.set(event.id());
                                    show(event);
                                });
        // Ctrl-C and a polite kill let the job write down where it is.
        Thread stop = new Thread(() -> stop(job.get()), "stop-jobs");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return switch (start.go()) {
                case JobOutcome.Done<R> done -> done.result();
                case JobOutcome.Failed<R> failed ->
                        throw new CommandException(
                                Failures.sentence(failed.reason())
                                        + goOn(failed.id(), "Once that is mended"));
                case JobOutcome.Stopped<R> stopped ->
                        throw new CommandException(
                                "Job " + stopped.id() + " was stopped." + goOn(stopped.id(), ""));
            };
        } finally {
            deaf.run();
            removeHook(stop);
        }
    }

    private void stop(long job) {
        workbench.jobs().close();
        if (job > 0) {
            display.complain("Job " + job + " was stopped." + goOn(job, ""));
        }
    }

    private static String goOn(long id, String when) {
        String command = "'eliq jobs resume " + id + "' goes on with it.";
        return " " + (when.isEmpty() ? command : when + ", " + command);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook does its work now.
        }
    }

    private void show(JobEvent event) {
        switch (event) {
            case JobEvent.Advanced(long id, Progress p) ->
                    display.update(p.stage(), p.done(), p.total(), "");
            case JobEvent.Said(long id, String text) -> display.say(text);
            case JobEvent.StateChanged s -> {}
            case JobEvent.Measured m -> {}
        }
    }

    /** The folder of a model. */
    Path model(String idOrFolder) throws HubException {
        return workbench.models().find(idOrFolder);
    }

    /** Prints rows of results. */
    void print(ResultFormat format, List<Column> columns, List<List<?>> rows) throws IOException {
        try (ResultWriter writer = format.open(terminal.out(), columns)) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
    }

    /** Prints rows of results; nothing at all where everything that was asked for failed, as was said. */
    void printAny(ResultFormat format, List<Column> columns, List<List<?>> rows)
            throws IOException {
        if (!rows.isEmpty()) {
            print(format, columns, rows);
        }
    }
}
