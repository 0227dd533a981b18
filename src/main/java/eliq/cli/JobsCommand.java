package eliq.cli;

import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.report.Column;
import eliq.scorer.ScoreImagesResult;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The history of long work. */
@Command(
        name = "jobs",
        synopsisSubcommandLabel = "COMMAND",
        description = "Long work: what ran, what runs, what can be gone on with.",
        footer = {
            "",
            "Examples:",
            "  eliq jobs list",
            "  eliq jobs show 12",
            "  eliq jobs resume 12",
            "  eliq jobs cancel 12"
        })
final class JobsCommand extends GroupCommand {
    JobsCommand(Terminal terminal) {
        super(terminal);
    }

    private static String time(Instant instant, boolean exact) {
        return exact
                ? instant.toString()
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(ZoneId.systemDefault())
                        .format(instant);
    }

    private static JobRecord find(Session session, long id) throws Exception {
        return session.workbench()
                .catalog()
                .jobs()
                .find(id)
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "There is no job " + id + "; 'eliq jobs list' shows them"));
    }

    /** Newest first. */
    @Command(
            name = "list",
            description = "Lists jobs, newest first.",
            footer = {"", "Example:", "  eliq jobs list --last 5 --format json"})
    static final class ListJobs extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("id", "Job"),
                        Column.text("kind", "Kind"),
                        Column.text("state", "State"),
                        Column.text("stage", "Stage"),
                        Column.text("done", "Done"),
                        Column.text("total", "Of"),
                        Column.text("created", "Begun"),
                        Column.text("error", "Error"));

        @Option(
                names = "--last",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many. Default: ${DEFAULT-VALUE}.")
        private int last;

        @Mixin private FormatOption format;

        ListJobs(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            session.workbench().jobs().recover();
            boolean exact = format.format() != eliq.report.ResultFormat.TABLE;
            List<List<?>> rows = new ArrayList<>();
            for (JobRecord job : session.workbench().catalog().jobs().recent(last)) {
                OptionalLong total =
                        job.total() > 0 ? OptionalLong.of(job.total()) : OptionalLong.empty();
                rows.add(
                        List.of(
                                job.id(),
                                job.kind(),
                                job.state().key(),
                                job.stage(),
                                job.done(),
                                total,
                                time(job.created(), exact),
                                job.error()));
            }
            session.print(format.format(), COLUMNS, rows);
            return Failures.OK;
        }
    }

    /** Everything that is known. */
    @Command(
            name = "show",
            description = "Shows one job: its parameters, how it stands, what came of it.",
            footer = {"", "Example:", "  eliq jobs show 12 --format json"})
    static final class Show extends WorkbenchCommand {
        @Parameters(paramLabel = "JOB", description = "Its number.")
        private long id;

        @Mixin private FormatOption format;

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            session.workbench().jobs().recover();
            JobRecord job = find(session, id);
            boolean exact = format.format() != eliq.report.ResultFormat.TABLE;
            List<List<?>> rows = new ArrayList<>();
            rows.add(List.of("id", job.id()));
            rows.add(List.of("kind", job.kind()));
            rows.add(List.of("state", job.state().key()));
            rows.add(List.of("stage", job.stage()));
            rows.add(List.of("progress", job.done() + " of " + job.total()));
            rows.add(List.of("message", job.message()));
            rows.add(List.of("attempts", job.attempts()));
            rows.add(List.of("created", time(job.created(), exact)));
            rows.add(List.of("updated", time(job.updated(), exact)));
            rows.add(
                    List.of(
                            "folder",
                            session.workbench().catalog().resolve(job.directory()).toString()));
            rows.add(List.of("parameters", job.parameters()));
            rows.add(List.of("result", job.result()));
            rows.add(List.of("error", job.error()));
            session.print(
                    format.format(),
                    List.of(Column.text("key", "Key"), Column.text("value", "Value")),
                    rows);
            return Failures.OK;
        }
    }

    /** On this thread, to the end. */
    @Command(
            name = "resume",
            description = {
                "Goes on with a job that was stopped, killed or failed. Scores of images are printed as 'eliq score'",
                "does; of any other job, what came of it as JSON."
            },
            footer = {
                "",
                "Examples:",
                "  eliq jobs resume 12",
                "  eliq jobs resume 12 --csv scores.csv"
            })
    static final class Resume extends WorkbenchCommand {
        @Parameters(paramLabel = "JOB", description = "Its number.")
        private long id;

        @Mixin private ScoreOutput output;

        Resume(Terminal terminal) {
            super(terminal);
        }

        @Override
        void check() throws UsageException {
            output.check();
        }

        @Override
        int run(Session session) throws Exception {
            find(session, id);
            Record result = session.resume(id);
            if (result instanceof ScoreImagesResult scores) {
                return output.print(session, scores) ? Failures.OK : Failures.FAILURE;
            }
            session.terminal().out().println(eliq.job.JobJson.write(result));
            return Failures.OK;
        }
    }

    /** Wherever it runs. */
    @Command(
            name = "cancel",
            description = "Asks a job to stop, wherever it runs; it does so between two steps.",
            footer = {"", "Example:", "  eliq jobs cancel 12"})
    static final class Cancel extends WorkbenchCommand {
        @Parameters(paramLabel = "JOB", description = "Its number.")
        private long id;

        Cancel(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            JobRecord job = find(session, id);
            if (job.state().ended()) {
                throw new CommandException(
                        "Job " + id + " has ended already: " + job.state().key());
            }
            session.workbench().jobs().cancel(id);
            JobState now = find(session, id).state();
            session.display()
                    .say(
                            now == JobState.RUNNING
                                    ? "Job " + id + " is asked to stop."
                                    : "Job " + id + " is cancelled.");
            return Failures.OK;
        }
    }
}
