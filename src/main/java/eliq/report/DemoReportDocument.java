package eliq.report;

import eliq.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Lays a {@link DemoReport} out as one HTML file that needs nothing else: figures, pictures and style are inside. */
public final class DemoReportDocument {

    private DemoReportDocument() {}

    /** The document's text. */
    public static String html(DemoReport report) {
        Html html = new Html();
        html.begin("div", "class", "page");
        OverviewPart.write(html, report);
        DataPart.write(html, report);
        TrainingPart.write(html, report);
        ResultPart.write(html, report);
        PicturePart.write(html, report);
        RunPart.write(html, report);
        html.end();
        return HtmlPage.of(report.title(), html.finished());
    }

    /**
     * Writes the document: aside, flushed to the disk, then put in its place.
     *
     * @throws ReportException if the file cannot be written
     */
    public static void write(DemoReport report, Path file) throws ReportException {
        try {
            WholeFile.write(file, html(report));
        } catch (IOException e) {
            throw new ReportException(
                    file
                            + ": the report could not be written ("
                            + e.getMessage()
                            + "); check the folder and the free space.",
                    e);
        }
    }
}
