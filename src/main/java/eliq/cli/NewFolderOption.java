package eliq.cli;

import eliq.report.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model's folder that a command makes, and how it says what it made. */
final class NewFolderOption {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to make; it must be empty or not there yet.")
    private Path out;

    @Mixin private FormatOption format;

    Path folder() {
        return out.toAbsolutePath().normalize();
    }

    FormatOption format() {
        return format;
    }

    void check() throws UsageException {
        if (Files.exists(out) && !isEmptyFolder()) {
            throw new UsageException(
                    "--out: " + out + " is there already and not empty; name another folder");
        }
    }

    private boolean isEmptyFolder() {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Prints the folder and what there is to say of it.
     *
     * @param columns of what follows the path
     */
    void print(Session session, List<Column> columns, Object... values) throws IOException {
        List<Column> all = new ArrayList<>(List.of(Column.text("path", "Path")));
        all.addAll(columns);
        List<Object> row = new ArrayList<>(List.of(folder().toString()));
        row.addAll(Arrays.asList(values));
        session.print(format.format(), all, List.of(row));
    }
}
