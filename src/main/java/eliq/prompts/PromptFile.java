package eliq.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Prompts from a file in UTF-8: {@code .csv} or {@code .tsv} with a header line (comma, semicolon or tab, whichever it has
 * most of), {@code .jsonl} with an object or a text a line, {@code .json} with an array of these, or anything else with one
 * prompt a line (blank lines and lines after {@code #} are passed over). Which columns hold prompts and categories is
 * guessed by {@link PromptColumns} and said.
 */
public final class PromptFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PromptFile() {}

    /**
     * What a file holds.
     *
     * @param prompts in its order; duplicates are still there
     * @param said which columns were taken, a sentence
     * @param skipped what could not be taken, a sentence each, with its line
     */
    public record Content(List<Prompt> prompts, String said, List<String> skipped) {
        public Content {
            prompts = List.copyOf(prompts);
            skipped = List.copyOf(skipped);
        }
    }

    /** All prompts of the file that can be taken. */
    public static List<Prompt> read(Path file) throws PromptsException {
        return content(file).prompts();
    }

    /** All prompts of the file, with what is to be said about it. */
    public static Content content(Path file) throws PromptsException {
        String content;
        try {
            content = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (NoSuchFileException e) {
            throw new PromptsException("there is no file " + file + "; check the path", e);
        } catch (CharacterCodingException e) {
            throw new PromptsException(file + " is not text in UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new PromptsException("cannot read " + file + ": " + e.getMessage(), e);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Content read;
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            read =
                    table(
                            csvRows(new StringReader(content), file.toString(), delimiter(content)),
                            file.toString());
        } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            read = json(content, file.toString(), name.endsWith(".json"));
        } else {
            read = lines(content, file);
        }
        if (read.prompts().isEmpty()) {
            throw new PromptsException(file + " holds no prompt; write one a line");
        }
        return read;
    }

    private static Content lines(String content, Path file) {
        List<Prompt> prompts =
                content.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> new Prompt(line, List.of()))
                        .toList();
        return new Content(prompts, file.getFileName() + ": one prompt a line.", List.of());
    }

    /**
     * A line of a table.
     *
     * @param line where it ends in the file
     * @param cells by column
     */
    record Row(long line, Map<String, String> cells) {}

    /** Prompts of a CSV file that must be right to the last line. */
    static List<Prompt> csv(Reader reader, String source) throws PromptsException {
        Content content = table(csvRows(reader, source, ','), source);
        if (!content.skipped().isEmpty()) {
            throw new PromptsException(content.skipped().getFirst());
        }
        return content.prompts();
    }

    private static char delimiter(String content) {
        String header = content.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (header.chars().filter(c -> c == candidate).count()
                    > header.chars().filter(c -> c == ',').count()) {
                most = candidate;
            }
        }
        return most;
    }

    private static List<Row> csvRows(Reader reader, String source, char delimiter)
            throws PromptsException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .setAllowMissingColumnNames(true)
                        .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            List<String> header = parser.getHeaderNames();
            for (CSVRecord record : parser) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (String column : header) {
                    cells.put(column.strip(), record.isSet(column) ? record.get(column) : "");
                }
                rows.add(new Row(parser.getCurrentLineNumber(), cells));
            }
            if (rows.isEmpty() && !header.isEmpty()) {
                throw new PromptsException(source + " has a header but no rows; add some");
            }
        } catch (CSVException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new PromptsException(
                    source + " is not a proper CSV file: " + e.getMessage() + "; check its quotes",
                    e);
        } catch (IOException e) {
            throw new PromptsException("cannot read " + source + ": " + e.getMessage(), e);
        }
        return rows;
    }

    private static Content json(String content, String source, boolean whole)
            throws PromptsException {
        List<Row> rows = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        if (whole) {
            try {
                JsonNode tree = JSON.readTree(content);
                long number = 0;
                for (JsonNode each : tree) {
                    rows.add(new Row(++number, cells(each)));
                }
            } catch (JsonProcessingException e) {
                throw new PromptsException(
                        source
                                + ", line "
                                + e.getLocation().getLineNr()
                                + ": no proper JSON; save it as an array of objects again",
                        e);
            }
        } else {
            long line = 0;
            for (String each : content.lines().toList()) {
                line++;
                if (!each.isBlank()) {
                    try {
                        rows.add(new Row(line, cells(JSON.readTree(each))));
                    } catch (JsonProcessingException e) {
                        skipped.add(source + ", line " + line + ": no proper JSON; left out");
                    }
                }
            }
        }
        if (rows.isEmpty()) {
            return new Content(List.of(), "", skipped);
        }
        Content read = table(rows, source);
        skipped.addAll(read.skipped());
        return new Content(read.prompts(), read.said(), skipped);
    }

    private static Map<String, String> cells(JsonNode node) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (node.isTextual()) {
            cells.put("prompt", node.asText());
        }
        node.properties()
                .forEach(
                        field -> {
                            List<String> values = new ArrayList<>();
                            if (field.getValue().isArray()) {
                                field.getValue().forEach(v -> values.add(v.asText()));
                            } else {
                                values.add(
                                        field.getValue().isNull() ? "" : field.getValue().asText());
                            }
                            cells.put(field.getKey(), String.join(";", values));
                        });
        return cells;
    }

    private static Content table(List<Row> rows, String source) throws PromptsException {
        PromptColumns columns = PromptColumns.of(rows, source);
        List<Prompt> prompts = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Row row : rows) {
            String text = row.cells().getOrDefault(columns.prompt(), "").strip();
            if (text.isEmpty()) {
                skipped.add(source + ", line " + row.line() + ": the prompt is empty; left out");
                continue;
            }
            List<Category> categories = new ArrayList<>();
            if (columns.categories().isPresent()) {
                String titles = row.cells().getOrDefault(columns.categories().get(), "");
                for (String title : titles.split(";")) {
                    if (!title.isBlank()) {
                        categories.add(
                                Category.named(title)
                                        .orElseThrow(
                                                () ->
                                                        new PromptsException(
                                                                source
                                                                        + ", line "
                                                                        + row.line()
                                                                        + ": no category '"
                                                                        + title.strip()
                                                                        + "'; the categories are "
                                                                        + Category.titles())));
                    }
                }
            }
            prompts.add(new Prompt(text, categories));
        }
        return new Content(prompts, columns.said(), skipped);
    }
}
