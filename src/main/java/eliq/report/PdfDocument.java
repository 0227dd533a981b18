package eliq.report;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Lays a {@link Document} out on A4 pages: figures as vectors, text as text. */
final class PdfDocument {
    private static final Color INK = new Color(0x1d2733);
    private static final Color SOFT = new Color(0x5b6775);
    private static final Color RULE = new Color(0xd5dae0);
    private static final Color CAUTION = new Color(0xb3261e);
    private static final float MARGIN = 48;
    private static final int SIDE = 72;
    private static final float FIGURE_GAP = 12;

    private final org.openpdf.text.Document pdf =
            new org.openpdf.text.Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    private final PdfWriter writer;

    private PdfDocument(ByteArrayOutputStream out) {
        this.writer = PdfWriter.getInstance(pdf, out);
    }

    static byte[] of(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfDocument(out).write(document);
        } catch (DocumentException e) {
            throw new IOException("the PDF could not be laid out: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private void write(Document document) throws IOException {
        writer.setPageEvent(new PdfPageNumbers(document.title()));
        pdf.addTitle(document.title());
        pdf.addCreator(document.origin());
        pdf.open();
        paragraph(document.title(), font(20, Font.BOLD, INK), 0, 6);
        paragraph(document.lead(), font(11, Font.NORMAL, INK), 0, 4);
        paragraph(document.origin(), font(9, Font.NORMAL, SOFT), 0, 6);
        for (Document.Section section : document.sections()) {
            paragraph(section.title(), font(15, Font.BOLD, INK), 16, 4);
            for (Block block : section.blocks()) {
                block(block);
            }
        }
        pdf.close();
    }

    private static Font font(float size, int style, Color colour) {
        return new Font(Font.HELVETICA, size, style, colour);
    }

    private void paragraph(String text, Font font, float before, float after) {
        Paragraph paragraph = new Paragraph(font.getSize() * 1.35f, PdfText.plain(text), font);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        pdf.add(paragraph);
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Heading(String text) -> paragraph(text, font(11.5f, Font.BOLD, INK), 10, 3);
            case Block.Paragraph(String text) ->
                    paragraph(text, font(9.5f, Font.NORMAL, INK), 0, 5);
            case Block.Warning(String text) ->
                    paragraph(text, font(9.5f, Font.NORMAL, CAUTION), 0, 5);
            case Block.Figures(List<Document.Captioned> figures) -> figures(figures);
            case Block.Tabular(Document.Table table) -> table(table);
        }
    }

    /** Two in a row. */
    private void figures(List<Document.Captioned> figures) {
        PdfPTable grid = new PdfPTable(2);
        grid.setWidthPercentage(100);
        grid.setSpacingBefore(4);
        float width = (PageSize.A4.getWidth() - 2 * MARGIN - FIGURE_GAP) / 2;
        for (Document.Captioned each : figures) {
            PdfPCell cell = new PdfPCell();
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPaddingBottom(8);
            PdfTemplate template = PdfFigure.draw(writer.getDirectContent(), each.figure().svg());
            Image image = Image.getInstance(template);
            image.scaleToFit(width, 400);
            cell.addElement(image);
            Paragraph caption = new Paragraph(9.5f);
            caption.add(
                    new Phrase(
                            PdfText.plain(each.figure().title() + ". "),
                            font(7.5f, Font.BOLD, INK)));
            caption.add(new Phrase(PdfText.plain(each.caption()), font(7.5f, Font.NORMAL, SOFT)));
            cell.addElement(caption);
            grid.addCell(cell);
        }
        if (figures.size() % 2 == 1) {
            PdfPCell empty = new PdfPCell();
            empty.setBorder(Rectangle.NO_BORDER);
            grid.addCell(empty);
        }
        pdf.add(grid);
    }

    private void table(Document.Table table) throws IOException {
        if (!table.caption().isEmpty()) {
            paragraph(table.caption(), font(8, Font.ITALIC, SOFT), 4, 3);
        }
        PdfPTable grid = new PdfPTable(PdfText.widths(table));
        grid.setWidthPercentage(100);
        grid.setHeaderRows(1);
        grid.setSpacingAfter(8);
        grid.setSplitLate(true);
        float size = table.columns().size() > 8 ? 6.2f : 7.5f;
        for (Document.Column column : table.columns()) {
            PdfPCell cell =
                    new PdfPCell(
                            new Phrase(PdfText.plain(column.title()), font(size, Font.BOLD, SOFT)));
            lined(cell, column.number(), 0.8f);
            grid.addCell(cell);
        }
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                PdfPCell cell = cell(row.get(i), size);
                lined(cell, table.columns().get(i).number(), 0.4f);
                grid.addCell(cell);
            }
        }
        pdf.add(grid);
    }

    private static void lined(PdfPCell cell, boolean number, float width) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(width);
        cell.setPaddingTop(2);
        cell.setPaddingBottom(3);
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    }

    private static PdfPCell cell(Cell cell, float size) throws IOException {
        if (cell instanceof Cell.Picture picture) {
            Optional<Pixels> pixels = Thumbnail.of(picture.file(), 2 * SIDE);
            if (pixels.isPresent()) {
                Image image = Image.getInstance(ImageEncoding.jpeg(pixels.get(), 0.8f));
                image.scaleToFit(SIDE, SIDE);
                return new PdfPCell(image, false);
            }
        }
        boolean soft = cell instanceof Cell.Muted;
        boolean code = cell instanceof Cell.Code;
        Font font =
                code
                        ? new Font(Font.COURIER, size - 0.7f, Font.NORMAL, INK)
                        : font(size, Font.NORMAL, soft ? SOFT : INK);
        return new PdfPCell(new Phrase(size * 1.3f, PdfText.plain(Cells.text(cell)), font));
    }
}
