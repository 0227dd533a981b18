package eliq.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
        String head =
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s%s</style></head>
                <body>
                """;
        String foot = "<script>\n%s</script>\n</body></html>\n";
        return head.formatted(
                        Svg.escape(report.title()),
                        FigureStyle.resource("report.css"),
                        FigureStyle.css())
                + html.finished()
                + foot.formatted(FigureStyle.resource("report.js"));
    }

    /**
     * Writes the document: aside, flushed to the disk, then put in its place.
     *
     * @throws ReportException if the file cannot be written
     */
    public static void write(DemoReport report, Path file) throws ReportException {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            aside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap(html(report).getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(
                    aside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
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
