package eliq.report;

import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import java.util.List;

/** Lays a {@link Document} out as one HTML file that needs nothing else. */
final class HtmlDocument {
    private static final int SIDE = 96;

    private final Html html = new Html();

    private HtmlDocument() {}

    static String of(Document document) {
        HtmlDocument page = new HtmlDocument();
        page.write(document);
        return HtmlPage.of(document.title(), page.html.finished());
    }

    private void write(Document document) {
        html.begin("div", "class", "page").begin("header");
        html.element("h1", document.title()).element("p", document.lead(), "class", "lead");
        html.element("p", document.origin(), "class", "muted");
        html.begin("nav", "aria-label", "Parts");
        for (Document.Section section : document.sections()) {
            html.element("a", section.title(), "href", "#" + section.id());
        }
        html.end().end();
        for (Document.Section section : document.sections()) {
            html.begin("section", "id", section.id()).element("h2", section.title());
            section.blocks().forEach(this::block);
            html.end();
        }
        html.end();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(String text) -> html.element("h3", text);
            case Block.Paragraph(String text) -> html.element("p", text);
            case Block.Warning(String text) -> html.element("p", text, "class", "caution");
            case Block.Figures(List<Document.Captioned> figures) -> {
                html.begin("div", "class", "pair");
                figures.forEach(f -> html.figure(f.figure(), f.caption()));
                html.end();
            }
            case Block.Tabular(Document.Table table) -> table(table);
        }
    }

    private void table(Document.Table table) {
        if (!table.caption().isEmpty()) {
            html.element("p", table.caption(), "class", "muted caption");
        }
        HtmlTable rows =
                HtmlTable.begin(
                        html,
                        table.columns().stream()
                                .map(c -> (c.number() ? "#" : "") + c.title())
                                .toList());
        for (List<Cell> row : table.rows()) {
            rows.row();
            row.forEach(cell -> cell(rows, cell));
            rows.endRow();
        }
        rows.end();
    }

    private void cell(HtmlTable rows, Cell cell) {
        switch (cell) {
            case Cell.Text(String text) -> rows.text(text);
            case Cell.Muted(String text) -> rows.muted(text);
            case Cell.Code(String text) -> rows.code(text);
            case Cell.Number(double value, int decimals) -> rows.number(value, decimals);
            case Cell.Interval interval -> interval(rows, interval);
            case Cell.Picture picture -> picture(picture);
        }
    }

    private void interval(HtmlTable rows, Cell.Interval cell) {
        if (cell.open() || !Double.isFinite(cell.value())) {
            rows.number(cell.value(), cell.decimals());
            return;
        }
        html.begin("td", "class", "number", "data-value", Double.toString(cell.value()));
        html.text(Numbers.fixed(cell.value(), cell.decimals()));
        html.element("small", Cells.bounds(cell), "class", "bounds").end();
    }

    private void picture(Cell.Picture cell) {
        html.begin("td", "class", "thumb");
        Thumbnail.of(cell.file(), SIDE)
                .ifPresentOrElse(
                        pixels -> html.picture(pixels, SIDE, cell.description()),
                        () -> html.element("span", cell.description(), "class", "muted"));
        html.end();
    }
}
