package eliq.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A text file of prompts, one a line; empty lines and lines that begin with {@code #} are left out. */
public final class PromptFile {
    private PromptFile() {}

    /** The prompts in the file's order, each once. */
    public static List<String> read(Path file) throws WorkbenchException {
        Set<String> prompts = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String prompt = line.replace("\uFEFF", "").strip();
                if (!prompt.isEmpty() && !prompt.startsWith("#")) {
                    prompts.add(prompt);
                }
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    "The prompts in "
                            + file
                            + " cannot be read ("
                            + e.getMessage()
                            + "); save them as UTF-8 text, one a line.",
                    e);
        }
        if (prompts.isEmpty()) {
            throw new WorkbenchException(file + " holds no prompts; write one a line.");
        }
        return List.copyOf(prompts);
    }
}
