package eliq.image;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of images and their prompts: one column named image, file, filename, path or name, and one named prompt, text or caption (in that order of
 * preference; case does not matter). Comma, semicolon or tab, whichever the header line has most of; UTF-8 or Latin-1.
 */
public final class PromptTable {

    private static final List<String> IMAGE_COLUMNS =
            List.of("image", "file", "filename", "file_name", "path", "name");
    private static final List<String> PROMPT_COLUMNS = List.of("prompt", "text", "caption");

    private record Row(String prompt, long line) {}

    private final String name;
    private final String imageColumn;
    private final String promptColumn;

    /** By the image column's text as given, with forward slashes. */
    private final Map<String, Row> rows;

    /** By file name alone; empty where several rows with different prompts end in the same name. */
    private final Map<String, Optional<Row>> byFileName = new HashMap<>();

    private PromptTable(
            String name, String imageColumn, String promptColumn, Map<String, Row> rows) {
        this.name = name;
        this.imageColumn = imageColumn;
        this.promptColumn = promptColumn;
        this.rows = rows;
        rows.forEach(
                (image, row) ->
                        byFileName.merge(
                                fileName(image),
                                Optional.of(row),
                                (a, b) ->
                                        a.map(Row::prompt).equals(b.map(Row::prompt))
                                                ? a
                                                : Optional.empty()));
    }

    /**
     * Reads a table.
     *
     * @throws ImageException naming the line, where the header or a row is wrong
     */
    public static PromptTable read(Path file) throws ImageException {
        String text;
        try {
            text = TextDecoding.utf8OrLatin1(Files.readAllBytes(file)).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new ImageException(
                    file + ": could not be read; check the path and its permissions.", e);
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            List<String> header = parser.getHeaderNames();
            String image = column(file, header, IMAGE_COLUMNS, "the image");
            String prompt = column(file, header, PROMPT_COLUMNS, "the prompt");
            Map<String, Row> rows = new LinkedHashMap<>();
            for (CSVRecord record : parser) {
                add(file, rows, record, image, prompt);
            }
            if (rows.isEmpty()) {
                throw new ImageException(file + ": has a header but no rows; add some.");
            }
            return new PromptTable(file.getFileName().toString(), image, prompt, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new ImageException(
                    file + ": is no readable CSV (" + e.getMessage() + "); save it as CSV again.",
                    e);
        }
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, delimiter)) {
                delimiter = candidate;
            }
        }
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setAllowMissingColumnNames(true)
                .get();
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static String column(Path file, List<String> header, List<String> names, String what)
            throws ImageException {
        for (String wanted : names) {
            for (String column : header) {
                if (column.strip().toLowerCase(Locale.ROOT).equals(wanted)) {
                    return column;
                }
            }
        }
        throw new ImageException(
                file
                        + ", line 1: no column for "
                        + what
                        + " among "
                        + header
                        + "; name it "
                        + names.get(0)
                        + ".");
    }

    private static void add(
            Path file,
            Map<String, Row> rows,
            CSVRecord record,
            String imageColumn,
            String promptColumn)
            throws ImageException {
        // The record's number counts records; its end in the file is the parser's line, which
        // quoted line breaks move on.
        long line = record.getRecordNumber() + 1;
        if (!record.isSet(imageColumn) || !record.isSet(promptColumn)) {
            throw new ImageException(
                    file
                            + ", row "
                            + line
                            + ": has "
                            + record.size()
                            + " fields, too few; quote prompts that contain the separator.");
        }
        String image = record.get(imageColumn).strip().replace('\\', '/');
        String prompt = record.get(promptColumn).strip();
        if (image.isEmpty()) {
            throw new ImageException(file + ", row " + line + ": names no image; fill it in.");
        }
        Row before = rows.putIfAbsent(image, new Row(prompt, line));
        if (before != null && !before.prompt.equals(prompt)) {
            throw new ImageException(
                    file
                            + ", row "
                            + line
                            + ": "
                            + image
                            + " has another prompt in row "
                            + before.line
                            + "; keep one of them.");
        }
    }

    /** The prompt for an image: by path as given, by the end of the path, by file name, by name without extension. */
    public Optional<String> promptFor(Path image) {
        Path absolute = image.toAbsolutePath().normalize();
        String path = absolute.toString().replace('\\', '/');
        Optional<Row> exact =
                Optional.ofNullable(rows.get(path))
                        .or(
                                () ->
                                        Optional.ofNullable(
                                                rows.get(image.toString().replace('\\', '/'))));
        for (int i = 0; exact.isEmpty() && i < absolute.getNameCount(); i++) {
            String end = absolute.subpath(i, absolute.getNameCount()).toString().replace('\\', '/');
            exact =
                    Optional.ofNullable(rows.get(end))
                            .or(() -> Optional.ofNullable(rows.get("./" + end)));
        }
        String file = absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        return exact.or(() -> byFileName.getOrDefault(file, Optional.empty()))
                .or(() -> Optional.ofNullable(rows.get(ImageFiles.stem(absolute))))
                .map(Row::prompt)
                .filter(p -> !p.isEmpty());
    }

    /** The table's file name. */
    public String name() {
        return name;
    }

    /** How many images have a row. */
    public int size() {
        return rows.size();
    }

    /** Which columns were taken, as a sentence for the user. */
    public String describe() {
        return name
                + ": "
                + rows.size()
                + " images from column '"
                + imageColumn
                + "', prompts from column '"
                + promptColumn
                + "'.";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
