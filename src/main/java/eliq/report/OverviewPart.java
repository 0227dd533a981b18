package eliq.report;

import eliq.report.DemoReport.PairResult;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Title, summary, the main numbers and the way through the document. */
final class OverviewPart {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private OverviewPart() {}

    static void write(Html html, DemoReport report) {
        html.begin("header").element("h1", report.title());
        html.element("p", report.summary(), "class", "lead");
        String when = WHEN.format(report.run().started().atZone(ZoneId.systemDefault()));
        double total = report.seconds().values().stream().mapToDouble(s -> s).sum();
        html.element(
                "p",
                "ELIQ Workbench "
                        + report.run().version()
                        + " · "
                        + when
                        + (total > 0 ? " · " + Numbers.duration(total) : ""),
                "class",
                "muted");
        tiles(html, report);
        html.begin("nav", "aria-label", "Parts");
        link(html, "data", "Data");
        link(html, "training", "Training");
        link(html, "results", "Results");
        link(html, "pictures", "Pictures");
        link(html, "run", "This run");
        html.end().end();
    }

    private static void link(Html html, String part, String name) {
        html.element("a", name, "href", "#" + part);
    }

    private static void tiles(Html html, DemoReport report) {
        html.begin("div", "class", "tiles");
        for (PairResult result : report.accuracies()) {
            if (result.target().isPresent()) {
                boolean reached = result.value() >= result.target().get();
                tile(
                        html,
                        Numbers.percent(result.value()),
                        result.name() + " pairs in the right order",
                        "target " + Numbers.percent(result.target().get()),
                        reached,
                        result.aspect().map(a -> a.key()).orElse(""));
            }
        }
        report.strength()
                .meanSrcc()
                .ifPresent(
                        srcc ->
                                tile(
                                        html,
                                        Numbers.fixed(srcc, 3),
                                        "rank correlation of score and degradation strength",
                                        report.strength()
                                                .target()
                                                .map(t -> "target " + Numbers.fixed(t, 2))
                                                .orElse(""),
                                        srcc >= report.strength().target().orElse(srcc),
                                        ""));
        html.end();
    }

    private static void tile(
            Html html, String value, String name, String target, boolean reached, String aspect) {
        html.begin("div", "class", "tile " + aspect);
        html.element("div", value, "class", "big").element("div", name);
        if (!target.isEmpty()) {
            html.begin("div", "class", reached ? "reached" : "missed");
            html.text((reached ? "✓ " : "✗ ") + target + (reached ? " reached" : " missed")).end();
        }
        html.end();
    }
}
