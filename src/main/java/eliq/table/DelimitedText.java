package eliq.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated text and its relatives: UTF-8 or UTF-16 with or without a byte order mark, else Latin-1. */
final class DelimitedText {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** Rows that a delimiter is tried on. */
    private static final int TRIAL = 50;

    private DelimitedText() {}

    static Table read(Path file, byte[] bytes, Optional<Character> given) throws TableException {
        String text = decode(bytes);
        if (text.indexOf(0) >= 0) {
            throw new TableException(file + ": is no text; name a CSV or XLSX file.");
        }
        char delimiter = given.orElseGet(() -> likeliest(text));
        String name = delimiter == '\t' ? "tab" : "'" + delimiter + "'";
        List<Table.Row> rows = rows(file, text, delimiter);
        int width = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        for (Table.Row row : rows) {
            if (row.cells().size() != width) {
                throw new TableException(
                        file
                                + ", row "
                                + row.line()
                                + ": has "
                                + row.cells().size()
                                + " fields where the first row has "
                                + width
                                + " (delimiter "
                                + name
                                + "); quote what contains the delimiter, such as a prompt or a decimal comma, or name the right delimiter.");
            }
        }
        return Table.of(file, "text delimited by " + name, rows);
    }

    private static List<Table.Row> rows(Path file, String text, char delimiter)
            throws TableException {
        List<Table.Row> rows = new ArrayList<>();
        long line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
            for (CSVRecord record : parser) {
                List<String> cells = new ArrayList<>();
                record.forEach(cell -> cells.add(cell.strip()));
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(new Table.Row(line + 1, cells));
                }
                line = parser.getCurrentLineNumber();
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new TableException(
                    file
                            + ", row "
                            + (line + 1)
                            + ": its quotes do not match ("
                            + e.getMessage()
                            + "); a quote within a quoted field is written twice.",
                    e);
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    /** The delimiter that cuts the first rows into the most fields, equally many in each; else that of the first line. */
    private static char likeliest(String text) {
        char best = ',';
        int most = 1;
        for (char candidate : DELIMITERS) {
            int fields = commonFields(text, candidate);
            if (fields > most) {
                most = fields;
                best = candidate;
            }
        }
        if (most > 1) {
            return best;
        }
        String first = text.lines().findFirst().orElse("");
        for (char candidate : DELIMITERS) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int commonFields(String text, char delimiter) {
        int fields = 0;
        int seen = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
            for (CSVRecord record : parser) {
                if (record.size() == 1 && record.get(0).isBlank()) {
                    continue;
                }
                if (fields != 0 && record.size() != fields) {
                    return 0;
                }
                fields = record.size();
                if (++seen == TRIAL) {
                    break;
                }
            }
            return fields;
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static String decode(byte[] bytes) {
        Optional<Charset> marked =
                starts(bytes, 0xFF, 0xFE)
                        ? Optional.of(StandardCharsets.UTF_16LE)
                        : starts(bytes, 0xFE, 0xFF)
                                ? Optional.of(StandardCharsets.UTF_16BE)
                                : Optional.empty();
        String text;
        try {
            text =
                    marked.orElse(StandardCharsets.UTF_8)
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
