package eliq.report;

import eliq.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a {@link Document} in the forms that are wanted. */
public final class DocumentFiles {
    private DocumentFiles() {}

    /**
     * Writes into a folder, each file aside and then in its place.
     *
     * @return what was written
     * @throws ReportException if a file cannot be written
     */
    public static List<Path> write(Document document, Set<ReportForm> forms, Path folder)
            throws ReportException {
        List<Path> written = new ArrayList<>();
        for (ReportForm form : ReportForm.values()) {
            if (forms.contains(form)) {
                Path place = folder.resolve(form.file());
                try {
                    write(document, form, place);
                } catch (IOException e) {
                    throw new ReportException(
                            place
                                    + ": the report could not be written ("
                                    + e.getMessage()
                                    + "); check the folder and the free space.",
                            e);
                }
                written.add(place);
            }
        }
        return written;
    }

    private static void write(Document document, ReportForm form, Path place) throws IOException {
        switch (form) {
            case HTML -> text(place, HtmlDocument.of(document));
            case PDF -> WholeFile.write(place, PdfDocument.of(document));
            case JSON -> text(place, DataTables.json(document));
            case LATEX -> text(place, LatexTables.of(document));
            case MARKDOWN -> text(place, MarkdownDocument.of(document));
            case CSV -> {
                for (Document.Table table : document.tables()) {
                    text(place.resolve(table.key() + ".csv"), DataTables.csv(table));
                }
            }
        }
    }

    private static void text(Path file, String text) throws IOException {
        WholeFile.write(file, text);
    }
}
