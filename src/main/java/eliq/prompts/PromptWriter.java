package eliq.prompts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Writes prompts to a file that {@link PromptFile} reads again as they were. */
public final class PromptWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PromptWriter() {}

    /** As the file's name says: {@code .csv}, {@code .jsonl} or {@code .txt}; replaces what is there. */
    public static void write(Path file, List<Prompt> prompts) throws PromptsException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String content;
        if (name.endsWith(".csv")) {
            content = csv(prompts);
        } else if (name.endsWith(".jsonl")) {
            content = jsonl(prompts);
        } else if (name.endsWith(".txt")) {
            content =
                    prompts.stream().map(p -> line(p.text()) + "\n").collect(Collectors.joining());
        } else {
            throw new PromptsException(
                    file + ": the name must end in .csv, .jsonl or .txt, which says the form");
        }
        writeAside(file, content);
    }

    /** Text to a file: whole or not at all. */
    public static void writeAside(Path file, String content) throws PromptsException {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new PromptsException(
                    file + " cannot be written (" + e.getMessage() + "); check folder and space",
                    e);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String csv(List<Prompt> prompts) throws PromptsException {
        StringBuilder out = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.print(out)) {
            printer.printRecord("prompt", "categories");
            for (Prompt prompt : prompts) {
                printer.printRecord(
                        prompt.text(),
                        prompt.categories().stream()
                                .map(Category::title)
                                .collect(Collectors.joining(";")));
            }
        } catch (IOException e) {
            throw new PromptsException("the prompts cannot be written as CSV", e);
        }
        return out.toString();
    }

    private static String jsonl(List<Prompt> prompts) {
        StringBuilder out = new StringBuilder();
        for (Prompt prompt : prompts) {
            ObjectNode object = JSON.createObjectNode().put("prompt", prompt.text());
            ArrayNode categories = object.putArray("categories");
            prompt.categories().forEach(category -> categories.add(category.title()));
            out.append(object).append('\n');
        }
        return out.toString();
    }
}
