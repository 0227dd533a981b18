package eliq.report;

import eliq.catalog.Aspect;
import eliq.report.DemoReport.Mistake;
import eliq.report.DemoReport.ScoredPicture;
import java.util.Comparator;
import java.util.List;

/** Held-out pictures with their scores, and the pairs that went wrong. */
final class PicturePart {

    private static final int ROW_SIDE = 96;
    private static final int MISTAKE_SIDE = 200;

    private PicturePart() {}

    static void write(Html html, DemoReport report) {
        html.begin("section", "id", "pictures").element("h2", "Pictures");
        mistakes(html, report.mistakes());
        if (!report.scored().isEmpty()) {
            scored(html, report.scored());
        }
        html.end();
    }

    private static void mistakes(Html html, List<Mistake> mistakes) {
        html.element("h3", "Worst mistakes");
        if (mistakes.isEmpty()) {
            html.element("p", "No held-out pair was put in the wrong order.");
            return;
        }
        html.element(
                "p",
                "Pairs in which the worse one got the higher score, by how far it was ahead. These show what the scorer cannot see yet.");
        html.begin("div", "class", "mistakes");
        for (Mistake m : mistakes) {
            html.begin("article", "class", "mistake " + m.aspect().key());
            html.begin("p").element("span", m.aspect().key(), "class", "chip");
            html.text(" ahead by " + Numbers.fixed(m.worseScore() - m.betterScore(), 3)).end();
            html.begin("div", "class", "two");
            if (m.aspect() == Aspect.ALIGNMENT) {
                html.begin("div", "class", "shot");
                html.picture(m.better(), MISTAKE_SIDE, m.betterCaption()).end();
                html.begin("div");
                side(html, "Right prompt", m.betterScore(), m.betterCaption());
                side(html, "Wrong prompt", m.worseScore(), m.worseCaption());
                html.end();
            } else {
                html.begin("div", "class", "shot");
                html.picture(m.better(), MISTAKE_SIDE, m.betterCaption());
                side(html, "Better", m.betterScore(), m.betterCaption());
                html.end().begin("div", "class", "shot");
                html.picture(m.worse(), MISTAKE_SIDE, m.worseCaption());
                side(html, "Worse", m.worseScore(), m.worseCaption());
                html.end();
            }
            html.end().end();
        }
        html.end();
    }

    private static void side(Html html, String name, double score, String caption) {
        html.begin("p").element("strong", name + " " + Numbers.fixed(score, 3));
        html.text(" · " + caption).end();
    }

    private static void scored(Html html, List<ScoredPicture> scored) {
        html.element("h3", "Scored pictures");
        html.element(
                "p",
                "Highest visual score first; a click on a heading sorts by it. P(high) is the critic's probability of the word “high” for the aspect; gates are means over features.");
        HtmlTable table =
                HtmlTable.begin(
                        html,
                        List.of(
                                "Picture",
                                "Name and prompt",
                                "Kind",
                                "#Visual",
                                "#Alignment",
                                "#P(high) technical",
                                "#aesthetic",
                                "#alignment",
                                "#Gate technical",
                                "#aesthetic"));
        List<ScoredPicture> sorted =
                scored.stream()
                        .sorted(Comparator.comparingDouble(ScoredPicture::visual).reversed())
                        .toList();
        for (ScoredPicture p : sorted) {
            table.row();
            html.begin("td", "class", "thumb").picture(p.picture(), ROW_SIDE, p.name()).end();
            html.begin("td").element("strong", p.name());
            p.prompt().ifPresent(t -> html.element("div", t, "class", "muted"));
            html.end();
            table.text(p.kind())
                    .number(p.visual(), 3)
                    .number(p.alignment().orElse(Double.NaN), 3)
                    .number(p.technicalHigh(), 3)
                    .number(p.aestheticHigh(), 3)
                    .number(p.alignmentHigh().orElse(Double.NaN), 3)
                    .number(p.technicalGate(), 3)
                    .number(p.aestheticGate(), 3)
                    .endRow();
        }
        table.end();
    }
}
