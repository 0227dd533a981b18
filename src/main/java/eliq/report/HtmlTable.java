package eliq.report;

import java.util.List;

/** Tables of a document. A click on a heading sorts, where the browser runs scripts. */
final class HtmlTable {

    private final Html html;

    private HtmlTable(Html html) {
        this.html = html;
    }

    /**
     * Begins a table.
     *
     * @param headings a heading that begins with "#" stands over numbers
     */
    static HtmlTable begin(Html html, List<String> headings) {
        html.begin("div", "class", "wide").begin("table", "class", "sortable").begin("thead");
        html.begin("tr");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            html.element(
                    "th", number ? heading.substring(1) : heading, "class", number ? "number" : "");
        }
        html.end().end().begin("tbody");
        return new HtmlTable(html);
    }

    HtmlTable row() {
        html.begin("tr");
        return this;
    }

    HtmlTable text(String text) {
        html.element("td", text);
        return this;
    }

    HtmlTable muted(String text) {
        html.element("td", text, "class", "muted");
        return this;
    }

    HtmlTable code(String text) {
        html.begin("td").element("code", text).end();
        return this;
    }

    /** A number; sorts by its value, shown with these decimals. */
    HtmlTable number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            html.element("td", "–", "class", "number absent");
        } else {
            html.element(
                    "td",
                    Numbers.fixed(value, decimals),
                    "class",
                    "number",
                    "data-value",
                    Double.toString(value));
        }
        return this;
    }

    HtmlTable endRow() {
        html.end();
        return this;
    }

    void end() {
        html.end().end().end();
    }
}
