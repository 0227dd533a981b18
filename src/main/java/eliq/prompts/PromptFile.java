package eliq.prompts;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Prompts from a file in UTF-8: a {@code .txt} with one prompt a line (blank lines and lines after {@code #} are passed
 * over), or a {@code .csv} with a header that has a column {@code prompt} and, if the prompts are labelled, a column
 * {@code categories} (or {@code category}) with titles separated by {@code ;}.
 */
public final class PromptFile {
    private static final List<String> PROMPT_COLUMNS = List.of("prompt", "text", "caption");
    private static final List<String> CATEGORY_COLUMNS = List.of("categories", "category");

    private PromptFile() {}

    /** All prompts of the file, in its order. */
    public static List<Prompt> read(Path file) throws PromptsException {
        String content;
        try {
            content = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new PromptsException("there is no file " + file + "; check the path", e);
        } catch (CharacterCodingException e) {
            throw new PromptsException(file + " is not text in UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new PromptsException("cannot read " + file + ": " + e.getMessage(), e);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Prompt> prompts =
                name.endsWith(".csv")
                        ? csv(new StringReader(content), file.toString())
                        : lines(content);
        if (prompts.isEmpty()) {
            throw new PromptsException(file + " holds no prompt; write one a line");
        }
        return prompts;
    }

    private static List<Prompt> lines(String content) {
        return withoutMark(content)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> new Prompt(line, List.of()))
                .toList();
    }

    private static String withoutMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    /**
     * @param source what messages call it
     */
    static List<Prompt> csv(Reader reader, String source) throws PromptsException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        List<Prompt> prompts = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            List<String> header = parser.getHeaderNames();
            String promptColumn =
                    column(header, PROMPT_COLUMNS)
                            .orElseThrow(
                                    () ->
                                            new PromptsException(
                                                    source
                                                            + ", line 1: no column 'prompt' among "
                                                            + header
                                                            + "; name the column of the prompts 'prompt'"));
            Optional<String> categoryColumn = column(header, CATEGORY_COLUMNS);
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                String text = row.isSet(promptColumn) ? row.get(promptColumn).strip() : "";
                if (text.isEmpty()) {
                    throw new PromptsException(
                            source
                                    + ", line "
                                    + line
                                    + ": the prompt is empty; write one or remove the line");
                }
                List<Category> categories = new ArrayList<>();
                if (categoryColumn.isPresent() && row.isSet(categoryColumn.get())) {
                    for (String title : row.get(categoryColumn.get()).split(";")) {
                        if (!title.isBlank()) {
                            categories.add(category(title.strip(), source, line));
                        }
                    }
                }
                prompts.add(new Prompt(text, categories));
            }
        } catch (CSVException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new PromptsException(
                    source + " is not a proper CSV file: " + e.getMessage() + "; check its quotes",
                    e);
        } catch (IOException e) {
            throw new PromptsException("cannot read " + source + ": " + e.getMessage(), e);
        }
        return List.copyOf(prompts);
    }

    private static Optional<String> column(List<String> header, List<String> names) {
        return names.stream()
                .flatMap(
                        name ->
                                header.stream()
                                        .filter(h -> withoutMark(h).strip().equalsIgnoreCase(name)))
                .findFirst();
    }

    private static Category category(String title, String source, long line)
            throws PromptsException {
        for (Category category : Category.values()) {
            if (category.title().equalsIgnoreCase(title)
                    || category.name().equalsIgnoreCase(title)) {
                return category;
            }
        }
        throw new PromptsException(
                source
                        + ", line "
                        + line
                        + ": no category '"
                        + title
                        + "'; the categories are "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(Category.values())
                                        .map(Category::title)
                                        .toList()));
    }
}
