package eliq.cli;

import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPlan;
import eliq.pairs.DiskEstimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a build would draw. */
@Command(
        name = "plan",
        description = {
            "Says what 'pairs build' with the same options would draw: how many images, by whom, and for how long at the"
                    + " rate of each one's last drawings. Draws nothing."
        },
        footer = {
            "",
            "Examples:",
            "  eliq pairs plan first --count 140",
            "  eliq pairs plan paper --bank --generator comfyui/qwen-image --measure"
        })
final class PlanPairsCommand extends WorkbenchCommand {
    @Mixin private PairOptions options;

    @Option(
            names = "--measure",
            description =
                    "Draw one image with each artist that has drawn nothing yet, so that its rate is known; it is kept"
                            + " for the build.")
    private boolean measure;

    @Mixin private FormatOption format;

    PlanPairsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        options.check();
    }

    @Override
    int run(Session session) throws Exception {
        BuildPairs parameters = options.parameters(session);
        if (options.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        BuildPlan plan = session.workbench().buildPairs().plan(parameters);
        if (measure && !plan.unmeasured().isEmpty()) {
            session.workbench()
                    .buildPairs()
                    .measure(parameters, plan.unmeasured(), session.display()::say);
            plan = session.workbench().buildPairs().plan(parameters);
        }
        PlanDisplay.lines(plan).forEach(session.display()::say);
        DiskEstimate disk =
                DiskEstimate.of(plan, parameters.settings(), session.workbench().catalog());
        session.display()
                .say(
                        "Disk: about %d MB%s."
                                .formatted(
                                        disk.bytes() / 1_000_000,
                                        disk.measured()
                                                ? " by the size of the last drawings"
                                                : ", a rough guess"));
        session.print(format.format(), PlanDisplay.COLUMNS, PlanDisplay.rows(plan));
        return Failures.OK;
    }
}
