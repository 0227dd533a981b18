package eliq.app.benchmark;

import eliq.benchmark.Residual;
import eliq.file.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The images of a scatter as a file, one a row, to be looked at elsewhere. */
final class ImageTable {
    private ImageTable() {}

    /** Numbers with all their digits and a point, whatever the locale; what is not known is empty. */
    static void write(List<Residual> images, Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(
                                "image",
                                "file",
                                "prompt",
                                "generator",
                                "rating",
                                "score",
                                "rating_by_curve",
                                "difference")
                        .get()
                        .print(text)) {
            for (Residual each : images) {
                printer.printRecord(
                        each.image().name(),
                        each.image().file().map(Path::toString).orElse(""),
                        each.image().prompt().orElse(""),
                        each.image().generator().orElse(""),
                        each.rating(),
                        each.score(),
                        number(each.curve()),
                        number(each.value()));
            }
        }
        WholeFile.write(file, text.toString());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
