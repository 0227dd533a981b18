package eliq.cli;

import eliq.critic.KeepCheckpoint;
import eliq.critic.KeptCheckpoint;
import eliq.report.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A critic of where a training stopped. */
@Command(
        name = "keep",
        description = {
            "Makes a critic of where a training stopped: paused, cancelled, failed or",
            "interrupted. The training stays as it is; 'eliq jobs resume' goes on with it."
        },
        footer = {
            "",
            "Columns: critic, step, identity, folder.",
            "",
            "Examples:",
            "  eliq train keep 12 my-critic-early",
            "  eliq train keep 12 my-critic-best --best"
        })
final class KeepCheckpointCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("critic", "Critic"),
                    Column.text("step", "Step"),
                    Column.text("identity", "Identity"),
                    Column.text("folder", "Folder"));

    @Parameters(index = "0", paramLabel = "JOB", description = "Number of the training.")
    private long job;

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the critic.")
    private String name;

    @Option(
            names = "--best",
            description =
                    "The state with the lowest validation loss, which a training with --patience keeps.")
    private boolean best;

    @Mixin private FormatOption format;

    KeepCheckpointCommand(Terminal terminal) {
        super(terminal);
    }

    private KeepCheckpoint wanted() throws UsageException {
        try {
            return new KeepCheckpoint(job, best, name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    @Override
    void check() throws UsageException {
        wanted();
    }

    @Override
    int run(Session session) throws Exception {
        KeptCheckpoint kept = session.run(session.workbench().keepCheckpoint(), wanted());
        session.print(
                format.format(),
                COLUMNS,
                List.of(List.of(name, kept.step(), kept.identity(), kept.directory().toString())));
        return Failures.OK;
    }
}
