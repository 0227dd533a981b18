package eliq.cli;

import eliq.metric.MetricFacts;
import eliq.metric.MetricSource;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the metrics. */
@Command(
        name = "list",
        description =
                "Lists the metrics, which way their scores point, and what is missing to use them.",
        footer = {
            "",
            "Columns: name, title, better (lower or higher), prompt (whether it needs one), ready, source, missing.",
            "",
            "Examples:",
            "  eliq metric list",
            "  eliq metric list --format json"
        })
final class MetricListCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("name", "Name"),
                    Column.text("title", "Metric"),
                    Column.text("better", "Better"),
                    Column.text("prompt", "Prompt"),
                    Column.text("ready", "Ready"),
                    Column.text("source", "Source"),
                    Column.text("missing", "Missing"));

    @Mixin private FormatOption format;

    MetricListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(Session session) throws Exception {
        List<List<?>> rows = new ArrayList<>();
        for (MetricSource source : session.workbench().baselines().metrics().all()) {
            MetricFacts facts = source.facts();
            var missing = source.missing();
            rows.add(
                    List.of(
                            facts.name(),
                            facts.title(),
                            facts.lowerIsBetter() ? "lower" : "higher",
                            facts.needsPrompt(),
                            missing.isEmpty(),
                            facts.source(),
                            missing));
        }
        session.print(format.format(), COLUMNS, rows);
        return Failures.OK;
    }
}
