package eliq.report;

import eliq.image.AreaAverage;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/** Writes HTML elements; every text and attribute is escaped, every element that was begun is ended. */
final class Html {

    private static final float QUALITY = 0.82f;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes name, value, name, value...
     */
    Html begin(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    Html end() {
        out.append("</").append(open.pop()).append('>');
        if (open.size() < 4) {
            out.append('\n');
        }
        return this;
    }

    Html text(String text) {
        out.append(Svg.escape(text));
        return this;
    }

    /** An element that holds only text. */
    Html element(String element, String text, String... attributes) {
        return begin(element, attributes).text(text).end();
    }

    /** A figure with its caption. */
    Html figure(Figure figure, String caption) {
        begin("figure");
        out.append(figure.svg());
        begin("figcaption").element("strong", figure.title() + ".").text(" " + caption).end();
        return end();
    }

    /**
     * A picture inside the document, shrunk to this side at most.
     *
     * @param description for who cannot see it, and on hover
     */
    Html picture(Pixels pixels, int longestSide, String description) {
        Pixels small = AreaAverage.fitInto(pixels, longestSide);
        String data = Base64.getEncoder().encodeToString(ImageEncoding.jpeg(small, QUALITY));
        tag(
                "img",
                "src",
                "data:image/jpeg;base64," + data,
                "width",
                Integer.toString(small.width()),
                "height",
                Integer.toString(small.height()),
                "alt",
                description,
                "title",
                description);
        return this;
    }

    /** Style or script from the program's own resources; never text from outside. */
    Html own(String element, String resource) {
        out.append('<').append(element).append('>').append(FigureStyle.resource(resource));
        out.append("</").append(element).append(">\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(Svg.escape(attributes[i + 1])).append('"');
        }
        out.append('>');
    }

    /** The whole text, once everything that was begun has ended. */
    String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return out.toString();
    }
}
