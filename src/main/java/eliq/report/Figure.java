package eliq.report;

/** A figure, drawn as SVG that takes its colours from the document's style sheet. */
public sealed interface Figure permits LineChart, BarChart, Histogram, ScatterChart, BalanceChart {

    /** What the figure shows, in a few words. */
    String title();

    /** The {@code <svg>} element for a document that has {@link FigureStyle#css()}. */
    default String svg() {
        return draw("");
    }

    /** A complete SVG file with its own style. */
    default String standaloneSvg() {
        return draw(FigureStyle.css());
    }

    /** The element, with this style sheet inside where it is not empty. */
    String draw(String css);
}
