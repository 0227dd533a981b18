package eliq.report;

import java.util.Locale;

/** Writes SVG elements; every text is escaped. Coordinates are user units from the upper left. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    Svg(int width, int height, String title, String css) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(title))
                .append("\">");
        if (!css.isEmpty()) {
            out.append("<style>").append(css).append("</style>");
        }
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t', '\r' -> safe.append(c);
                default -> safe.append(c < 32 || c == 127 ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(style).append('"');
        attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
        out.append("/>");
        return this;
    }

    Svg rect(String style, double x, double y, double width, double height, String hover) {
        out.append("<rect class=\"").append(style).append('"');
        attribute("x", x).attribute("y", y);
        attribute("width", Math.max(0, width)).attribute("height", Math.max(0, height));
        return closeWith("rect", hover);
    }

    Svg circle(String style, double x, double y, double radius, String hover) {
        out.append("<circle class=\"").append(style).append('"');
        attribute("cx", x).attribute("cy", y).attribute("r", radius);
        return closeWith("circle", hover);
    }

    Svg path(String style, String commands) {
        out.append("<path class=\"").append(style).append("\" d=\"").append(commands);
        out.append("\"/>");
        return this;
    }

    /**
     * @param anchor start, middle or end
     */
    Svg text(String style, double x, double y, String anchor, String text) {
        out.append("<text class=\"").append(style).append("\" text-anchor=\"").append(anchor);
        out.append('"');
        attribute("x", x).attribute("y", y);
        out.append('>').append(escape(text)).append("</text>");
        return this;
    }

    /** Text that runs upwards, centred on the point. */
    Svg upwards(String style, double x, double y, String text) {
        out.append("<text class=\"").append(style).append("\" text-anchor=\"middle\" transform=\"");
        out.append("translate(").append(number(x)).append(' ').append(number(y));
        out.append(") rotate(-90)\">").append(escape(text)).append("</text>");
        return this;
    }

    private Svg attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private Svg closeWith(String element, String hover) {
        if (hover.isEmpty()) {
            out.append("/>");
        } else {
            out.append("><title>").append(escape(hover)).append("</title></").append(element);
            out.append('>');
        }
        return this;
    }

    String end() {
        return out.append("</svg>").toString();
    }
}
