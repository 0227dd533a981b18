package eliq.report;

import eliq.report.DemoReport.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How to repeat the run: command, models, parameters, seeds, machine, times. */
final class RunPart {

    private RunPart() {}

    static void write(Html html, DemoReport report) {
        html.begin("section", "id", "run").element("h2", "This run");
        html.begin("pre").element("code", report.run().command()).end();
        times(html, report.seconds());
        models(html, report.models());
        html.begin("div", "class", "pair");
        values(html, "Parameters", report.run().parameters());
        html.begin("div");
        values(html, "Seeds", report.run().seeds());
        values(html, "Machine", report.run().machine());
        html.end().end().end();
    }

    private static void times(Html html, Map<String, Double> seconds) {
        if (seconds.isEmpty()) {
            return;
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        seconds.forEach((phase, time) -> bars.add(new BarChart.Bar(phase, time, 5)));
        double total = seconds.values().stream().mapToDouble(s -> s).sum();
        html.figure(
                new BarChart("Time by phase", "seconds", bars, Optional.empty(), 1),
                "Together " + Numbers.duration(total) + ".");
    }

    private static void models(Html html, List<ModelFacts> models) {
        if (models.isEmpty()) {
            return;
        }
        html.element("h3", "Models");
        HtmlTable table = HtmlTable.begin(html, List.of("Role", "Name", "Identity", "Detail"));
        for (ModelFacts m : models) {
            String identity = m.identity();
            table.row().text(m.role()).text(m.name());
            table.code(identity.length() > 16 ? identity.substring(0, 16) + "…" : identity);
            table.muted(m.detail()).endRow();
        }
        table.end();
    }

    private static void values(Html html, String title, Map<String, ?> values) {
        if (values.isEmpty()) {
            return;
        }
        html.begin("div").element("h3", title);
        HtmlTable table = HtmlTable.begin(html, List.of("Name", "Value"));
        values.forEach((name, value) -> table.row().text(name).code(value.toString()).endRow());
        table.end();
        html.end();
    }
}
