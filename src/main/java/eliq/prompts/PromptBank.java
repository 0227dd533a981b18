package eliq.prompts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The prompts that come with the program: 400, at least 57 a category, each of 8 to 30 words, written for this project,
 * every one paintable by the built-in painter.
 *
 * @param prompts in a fixed order, category by category
 */
public record PromptBank(List<Prompt> prompts) {
    private static final String RESOURCE = "/eliq/prompts/prompt-bank.csv";

    public PromptBank {
        prompts = List.copyOf(prompts);
    }

    /** The shipped bank. */
    public static PromptBank shipped() {
        try (Reader reader =
                new InputStreamReader(
                        PromptBank.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            return new PromptBank(PromptFile.csv(reader, "the shipped prompt bank"));
        } catch (IOException | PromptsException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
    }

    /** Prompts whose main category this is. */
    public List<Prompt> of(Category main) {
        return prompts.stream()
                .filter(p -> !p.categories().isEmpty() && p.categories().getFirst() == main)
                .toList();
    }
}
