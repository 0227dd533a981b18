package eliq.report;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * Draws on a PDF page what {@link Svg} writes: lines, rectangles, circles, paths and texts whose looks are named by class. The
 * looks are those of the light style sheet.
 */
final class PdfFigure {
    private static final Color INK = new Color(0x1d2733);
    private static final Color SOFT = new Color(0x5b6775);
    private static final Color RULE = new Color(0xe3e7ec);
    private static final List<Color> SERIES =
            List.of(
                    new Color(0x0b6fb8),
                    new Color(0xd9630b),
                    new Color(0x0a8f6c),
                    new Color(0xb2478f),
                    new Color(0x8a6d00),
                    new Color(0x4f5bd5),
                    new Color(0xc23b3b),
                    new Color(0x5f7d8c));
    private static final Pattern COMMAND =
            Pattern.compile("([MLHVZ])\\s*(-?[0-9.]+)?\\s*(-?[0-9.]+)?");
    private static final Pattern MOVE = Pattern.compile("translate\\((-?[0-9.]+) (-?[0-9.]+)\\)");

    /** A circle by four Bézier curves. */
    private static final float ROUND = 0.5523f;

    private final PdfTemplate page;
    private final float height;
    private final BaseFont plain;
    private final BaseFont bold;

    private PdfFigure(PdfTemplate page, float height) throws IOException {
        this.page = page;
        this.height = height;
        this.plain = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, false);
        this.bold = BaseFont.createFont(BaseFont.HELVETICA_BOLD, BaseFont.WINANSI, false);
    }

    /** A template of the figure's own size. */
    static PdfTemplate draw(PdfContentByte content, String svg) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
            xml.nextTag();
            float width = number(xml, "width");
            float height = number(xml, "height");
            PdfTemplate template = content.createTemplate(width, height);
            new PdfFigure(template, height).elements(xml);
            return template;
        } catch (XMLStreamException | IOException | DocumentException e) {
            throw new IllegalStateException("a figure of our own cannot be drawn", e);
        }
    }

    private static float number(XMLStreamReader xml, String name) {
        return Float.parseFloat(xml.getAttributeValue(null, name));
    }

    private void elements(XMLStreamReader xml) throws XMLStreamException {
        Deque<String> titles = new ArrayDeque<>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String style = String.valueOf(xml.getAttributeValue(null, "class"));
            switch (xml.getLocalName()) {
                case "line" -> line(xml, style);
                case "rect" -> rectangle(xml, style);
                case "circle" -> circle(xml, style);
                case "path" -> path(xml, style);
                case "text" -> text(xml, style);
                // What a browser shows on hover.
                default -> titles.push(xml.getLocalName());
            }
        }
    }

    private static Color colour(String style) {
        Matcher series = Pattern.compile("\\bs([0-7])\\b").matcher(style);
        return series.find() ? SERIES.get(Integer.parseInt(series.group(1))) : SOFT;
    }

    private void line(XMLStreamReader xml, String style) {
        page.saveState();
        page.setLineWidth(style.equals("grid") || style.equals("axis") ? 0.8f : 1.2f);
        page.setColorStroke(
                switch (style) {
                    case "grid" -> RULE;
                    case "axis", "mark" -> SOFT;
                    default -> INK;
                });
        if (style.equals("target")) {
            page.setLineDash(3, 3, 0);
        }
        page.moveTo(number(xml, "x1"), height - number(xml, "y1"));
        page.lineTo(number(xml, "x2"), height - number(xml, "y2"));
        page.stroke();
        page.restoreState();
    }

    private void rectangle(XMLStreamReader xml, String style) {
        if (style.equals("hover")) {
            return;
        }
        page.saveState();
        page.setColorFill(colour(style));
        float h = number(xml, "height");
        page.rectangle(number(xml, "x"), height - number(xml, "y") - h, number(xml, "width"), h);
        page.fill();
        page.restoreState();
    }

    private void circle(XMLStreamReader xml, String style) {
        page.saveState();
        boolean dot = style.startsWith("dot");
        page.setColorFill(dot ? Color.WHITE : colour(style));
        page.setColorStroke(colour(style));
        page.setLineWidth(1.6f);
        if (style.startsWith("point")) {
            opacity(0.6f);
        }
        float x = number(xml, "cx");
        float y = height - number(xml, "cy");
        float r = number(xml, "r");
        float k = ROUND * r;
        page.moveTo(x + r, y);
        page.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        page.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        page.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        page.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        if (dot) {
            page.closePathFillStroke();
        } else {
            page.fill();
        }
        page.restoreState();
    }

    private void opacity(float share) {
        PdfGState state = new PdfGState();
        state.setFillOpacity(share);
        page.setGState(state);
    }

    private void path(XMLStreamReader xml, String style) {
        page.saveState();
        boolean filled = style.startsWith("band") || style.startsWith("area");
        page.setColorFill(colour(style));
        page.setColorStroke(style.startsWith("fit") ? INK : colour(style));
        page.setLineWidth(1.6f);
        page.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        dash(style);
        if (filled) {
            opacity(style.startsWith("band") ? 0.13f : 0.22f);
        }
        float x = 0;
        float y = 0;
        Matcher commands = COMMAND.matcher(xml.getAttributeValue(null, "d"));
        while (commands.find()) {
            switch (commands.group(1)) {
                case "M", "L" -> {
                    x = Float.parseFloat(commands.group(2));
                    y = Float.parseFloat(commands.group(3));
                }
                case "H" -> x = Float.parseFloat(commands.group(2));
                case "V" -> y = Float.parseFloat(commands.group(2));
                default -> page.closePath();
            }
            if (commands.group(1).equals("M")) {
                page.moveTo(x, height - y);
            } else if (!commands.group(1).equals("Z")) {
                page.lineTo(x, height - y);
            }
        }
        if (filled) {
            page.fill();
        } else {
            page.stroke();
        }
        page.restoreState();
    }

    /** As in the style sheet. */
    private void dash(String style) {
        switch (style) {
            case "curve s1" -> page.setLineDash(new float[] {7, 3}, 0);
            case "curve s2" -> page.setLineDash(new float[] {2, 3}, 0);
            case "curve s3" -> page.setLineDash(new float[] {9, 3, 2, 3}, 0);
            default -> {}
        }
    }

    private void text(XMLStreamReader xml, String style) throws XMLStreamException {
        String transform = xml.getAttributeValue(null, "transform");
        String anchor = xml.getAttributeValue(null, "text-anchor");
        float x;
        float y;
        float turn = 0;
        if (transform != null) {
            Matcher move = MOVE.matcher(transform);
            if (!move.find()) {
                return;
            }
            x = Float.parseFloat(move.group(1));
            y = Float.parseFloat(move.group(2));
            turn = 90;
        } else {
            x = number(xml, "x");
            y = number(xml, "y");
        }
        boolean strong = style.equals("value") || style.equals("inside");
        page.saveState();
        page.setColorFill(
                style.equals("inside")
                        ? Color.WHITE
                        : style.equals("tick") || style.equals("label") ? SOFT : INK);
        page.beginText();
        page.setFontAndSize(strong ? bold : plain, style.equals("tick") ? 10.5f : 11.5f);
        page.showTextAligned(
                anchor.equals("end")
                        ? PdfContentByte.ALIGN_RIGHT
                        : anchor.equals("middle")
                                ? PdfContentByte.ALIGN_CENTER
                                : PdfContentByte.ALIGN_LEFT,
                PdfText.plain(xml.getElementText()),
                x,
                height - y,
                turn);
        page.endText();
        page.restoreState();
    }
}
