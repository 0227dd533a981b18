package eliq.cli;

import eliq.file.WholeFile;
import eliq.report.Column;
import eliq.report.ResultFormat;
import eliq.report.ResultWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Results that are kept in a file, beside what is printed. */
final class CsvOption {
    @Option(
            names = "--csv",
            paramLabel = "FILE.csv",
            description = "Write the results there too, as CSV with all digits.")
    private Path file;

    /** Before hours of work whose end could not be written. */
    void check() throws UsageException {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("--csv: " + file + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--csv: there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("--csv: nothing may be written into " + folder);
        }
    }

    void write(Session session, List<Column> columns, List<? extends List<?>> rows)
            throws CommandException {
        if (file == null) {
            return;
        }
        try {
            StringWriter text = new StringWriter();
            try (ResultWriter writer = ResultFormat.CSV.open(text, columns)) {
                for (List<?> row : rows) {
                    writer.row(row);
                }
            }
            WholeFile.write(file, text.toString());
        } catch (IOException e) {
            throw new CommandException(
                    "--csv: " + file + " could not be written (" + e.getMessage() + ")", e);
        }
        session.display().say("Written: " + file.toAbsolutePath().normalize());
    }
}
