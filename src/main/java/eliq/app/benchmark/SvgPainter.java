package eliq.app.benchmark;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Draws the figures of our reports on a canvas: lines, rectangles, circles, paths and texts whose looks are named by class. What a
 * browser shows on hover is kept with its place.
 */
final class SvgPainter {
    private static final Pattern COMMAND =
            Pattern.compile("([MLHVZ])\\s*(-?[0-9.]+)?\\s*(-?[0-9.]+)?");
    private static final Pattern MOVE = Pattern.compile("translate\\((-?[0-9.]+) (-?[0-9.]+)\\)");
    private static final Pattern SERIES = Pattern.compile("\\bs([0-7])\\b");

    private final GraphicsContext g;
    private final ChartInk ink;
    private final List<Spot> spots = new ArrayList<>();

    /** A place of a figure that has something to say. */
    record Spot(Rectangle2D place, String text) {}

    private SvgPainter(GraphicsContext g, ChartInk ink) {
        this.g = g;
        this.ink = ink;
    }

    /** Width and height of a figure. */
    static double[] size(String svg) {
        XMLStreamReader xml = open(svg);
        return new double[] {number(xml, "width"), number(xml, "height")};
    }

    /** Draws it at its own size; returns what can be hovered, in the order of drawing. */
    static List<Spot> draw(String svg, GraphicsContext g, ChartInk ink) {
        SvgPainter painter = new SvgPainter(g, ink);
        XMLStreamReader xml = open(svg);
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    painter.element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a figure of our own cannot be drawn", e);
        }
        return painter.spots;
    }

    private static XMLStreamReader open(String svg) {
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
            xml.nextTag();
            return xml;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a figure of our own cannot be read", e);
        }
    }

    private static double number(XMLStreamReader xml, String name) {
        return Double.parseDouble(xml.getAttributeValue(null, name));
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        String style = String.valueOf(xml.getAttributeValue(null, "class"));
        g.save();
        switch (xml.getLocalName()) {
            case "line" -> line(xml, style);
            case "rect" -> rectangle(xml, style);
            case "circle" -> circle(xml, style);
            case "path" -> path(xml, style);
            case "text" -> text(xml, style);
            case "title" -> title(xml.getElementText());
            default -> {}
        }
        g.restore();
    }

    /** It belongs to the shape before it. */
    private void title(String text) {
        if (!spots.isEmpty() && spots.getLast().text().isEmpty()) {
            spots.set(spots.size() - 1, new Spot(spots.getLast().place(), text));
        }
    }

    private Color colour(String style) {
        Matcher series = SERIES.matcher(style);
        return series.find() ? ink.series(Integer.parseInt(series.group(1))) : ink.soft();
    }

    private void line(XMLStreamReader xml, String style) {
        g.setLineWidth(style.equals("grid") || style.equals("axis") ? 1 : 1.4);
        g.setStroke(
                switch (style) {
                    case "grid" -> ink.rule();
                    case "axis", "mark" -> ink.soft();
                    default -> ink.ink();
                });
        if (style.equals("target")) {
            g.setLineDashes(3, 3);
        }
        g.strokeLine(number(xml, "x1"), number(xml, "y1"), number(xml, "x2"), number(xml, "y2"));
    }

    private void rectangle(XMLStreamReader xml, String style) {
        double x = number(xml, "x");
        double y = number(xml, "y");
        double width = number(xml, "width");
        double height = number(xml, "height");
        spots.add(new Spot(new Rectangle2D(x, y, width, height), ""));
        if (!style.equals("hover")) {
            g.setFill(colour(style));
            g.fillRect(x, y, width, height);
        }
    }

    private void circle(XMLStreamReader xml, String style) {
        double x = number(xml, "cx");
        double y = number(xml, "cy");
        double r = number(xml, "r");
        spots.add(new Spot(new Rectangle2D(x - r - 2, y - r - 2, 2 * r + 4, 2 * r + 4), ""));
        boolean dot = style.startsWith("dot");
        g.setGlobalAlpha(style.startsWith("point") ? 0.6 : 1);
        g.setFill(dot ? ink.paper() : colour(style));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        if (dot) {
            g.setStroke(colour(style));
            g.setLineWidth(2);
            g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        }
    }

    private void path(XMLStreamReader xml, String style) {
        boolean filled = style.startsWith("band") || style.startsWith("area");
        g.beginPath();
        double x = 0;
        double y = 0;
        Matcher commands = COMMAND.matcher(xml.getAttributeValue(null, "d"));
        while (commands.find()) {
            switch (commands.group(1)) {
                case "M", "L" -> {
                    x = Double.parseDouble(commands.group(2));
                    y = Double.parseDouble(commands.group(3));
                }
                case "H" -> x = Double.parseDouble(commands.group(2));
                case "V" -> y = Double.parseDouble(commands.group(2));
                default -> g.closePath();
            }
            if (commands.group(1).equals("M")) {
                g.moveTo(x, y);
            } else if (!commands.group(1).equals("Z")) {
                g.lineTo(x, y);
            }
        }
        if (filled) {
            g.setGlobalAlpha(style.startsWith("band") ? 0.13 : 0.22);
            g.setFill(colour(style));
            g.fill();
            return;
        }
        g.setStroke(style.startsWith("fit") ? ink.ink() : colour(style));
        g.setLineWidth(style.startsWith("outline") ? 1.6 : 2);
        switch (style) {
            case "curve s1" -> g.setLineDashes(7, 3);
            case "curve s2" -> g.setLineDashes(2, 3);
            case "curve s3" -> g.setLineDashes(9, 3, 2, 3);
            default -> {}
        }
        g.stroke();
    }

    private void text(XMLStreamReader xml, String style) throws XMLStreamException {
        String anchor = xml.getAttributeValue(null, "text-anchor");
        String transform = xml.getAttributeValue(null, "transform");
        double x = 0;
        double y = 0;
        if (transform == null) {
            x = number(xml, "x");
            y = number(xml, "y");
        } else {
            Matcher move = MOVE.matcher(transform);
            if (move.find()) {
                g.translate(Double.parseDouble(move.group(1)), Double.parseDouble(move.group(2)));
                g.rotate(-90);
            }
        }
        boolean strong = style.equals("value") || style.equals("inside");
        g.setFont(
                Font.font(
                        Font.getDefault().getFamily(),
                        strong ? FontWeight.BOLD : FontWeight.NORMAL,
                        style.equals("tick") ? 11 : 12));
        g.setFill(
                style.equals("inside")
                        ? ink.paper()
                        : style.equals("tick") || style.equals("label") ? ink.soft() : ink.ink());
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(
                anchor.equals("end")
                        ? TextAlignment.RIGHT
                        : anchor.equals("middle") ? TextAlignment.CENTER : TextAlignment.LEFT);
        g.fillText(xml.getElementText(), x, y);
    }
}
