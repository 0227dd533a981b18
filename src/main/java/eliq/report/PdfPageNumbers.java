package eliq.report;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Title and page number at the foot of each page. */
final class PdfPageNumbers extends PdfPageEventHelper {
    private static final Font FONT =
            new Font(Font.HELVETICA, 7.5f, Font.NORMAL, new Color(0x5b6775));

    private final String title;

    PdfPageNumbers(String title) {
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, org.openpdf.text.Document pdf) {
        float foot = pdf.bottom() - 18;
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_LEFT,
                new Phrase(PdfText.plain(title), FONT),
                pdf.left(),
                foot,
                0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                new Phrase(Integer.toString(writer.getPageNumber()), FONT),
                pdf.right(),
                foot,
                0);
    }
}
