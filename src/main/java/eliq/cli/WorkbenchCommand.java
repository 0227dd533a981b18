package eliq.cli;

import eliq.workbench.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that works in a workspace. */
abstract class WorkbenchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private CommonOptions common;

    WorkbenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() throws Exception {
        check();
        try (ProgressDisplay display = new ProgressDisplay(terminal, common.quiet());
                Workbench workbench =
                        Workbench.open(
                                common.home(), terminal.environment(), terminal.userHome())) {
            return run(new Session(terminal, display, workbench));
        }
    }

    /** Looks the arguments over before anything is opened. */
    void check() throws UsageException {}

    /**
     * Does the work.
     *
     * @return exit code
     */
    abstract int run(Session session) throws Exception;
}
