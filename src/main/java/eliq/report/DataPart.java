package eliq.report;

import eliq.catalog.Aspect;
import eliq.image.Pixels;
import eliq.report.DemoReport.OperationCount;
import eliq.report.DemoReport.TupleSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was trained and tested on: counts and sample tuples. */
final class DataPart {

    private static final int SIDE = 224;

    private DataPart() {}

    static void write(Html html, DemoReport report) {
        html.begin("section", "id", "data").element("h2", "Data");
        html.element("p", report.data().origin());
        if (!report.data().counts().isEmpty()) {
            html.begin("dl", "class", "counts");
            for (Map.Entry<String, Long> count : report.data().counts().entrySet()) {
                html.begin("div").element("dt", count.getKey());
                html.element("dd", Numbers.whole(count.getValue())).end();
            }
            html.end();
        }
        html.begin("div", "class", "pair");
        categories(html, report);
        operations(html, report.data().operations());
        html.end();
        if (!report.samples().isEmpty()) {
            samples(html, report.samples());
        }
        html.end();
    }

    private static void categories(Html html, DemoReport report) {
        if (report.data().categories().isEmpty()) {
            return;
        }
        html.begin("div").element("h3", "Prompts by category");
        HtmlTable table = HtmlTable.begin(html, List.of("Category", "#Training", "#Held out"));
        report.data()
                .categories()
                .forEach(
                        c ->
                                table.row()
                                        .text(c.category())
                                        .number(c.training(), 0)
                                        .number(c.heldOut(), 0)
                                        .endRow());
        table.end();
        html.element(
                "p",
                "A prompt stands on one side only, with all its pictures: nothing that is tested on was trained on.",
                "class",
                "muted");
        html.end();
    }

    private static void operations(Html html, List<OperationCount> operations) {
        if (operations.isEmpty()) {
            return;
        }
        html.begin("div").element("h3", "Negatives by operation");
        HtmlTable table = HtmlTable.begin(html, List.of("Aspect", "Family", "Operation", "#Count"));
        for (OperationCount count : operations) {
            table.row()
                    .text(count.aspect().key())
                    .text(count.family().key())
                    .text(count.operation())
                    .number(count.count(), 0)
                    .endRow();
        }
        table.end();
        html.end();
    }

    private static void samples(Html html, List<TupleSample> samples) {
        html.element("h3", "Sample tuples");
        html.element(
                "p",
                "Each positive is compared with a technical and an aesthetic negative of itself, and its prompt with a prompt that does not fit it.");
        for (TupleSample sample : samples) {
            html.begin("article", "class", "tuple");
            html.begin("div", "class", "prompts");
            html.begin("p").element("span", sample.category(), "class", "chip").end();
            html.begin("p").element("strong", "Prompt: ").text(sample.prompt()).end();
            html.begin("p", "class", "wrong").element("strong", "Wrong prompt: ");
            html.text(sample.wrongPrompt()).end().end();
            shot(html, sample.positive(), "Positive", "", Optional.empty());
            shot(
                    html,
                    sample.technical(),
                    "Technical negative",
                    sample.technicalCaption(),
                    Optional.of(Aspect.TECHNICAL));
            shot(
                    html,
                    sample.aesthetic(),
                    "Aesthetic negative",
                    sample.aestheticCaption(),
                    Optional.of(Aspect.AESTHETIC));
            html.end();
        }
    }

    private static void shot(
            Html html, Pixels pixels, String name, String caption, Optional<Aspect> aspect) {
        html.begin("div", "class", "shot " + aspect.map(Aspect::key).orElse("positive"));
        html.picture(pixels, SIDE, caption.isEmpty() ? name : name + ": " + caption);
        html.begin("p").element("strong", name);
        html.text(caption.isEmpty() ? "" : " · " + caption).end().end();
    }
}
