package eliq.generate.folder;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Images by their prompts. Prompts are the same where they differ in spaces, in capitals or in a full stop at the end.
 *
 * @param images all that were found
 * @param byPrompt normalised prompt to images, in natural order
 * @param prompts as written, each once
 */
record PromptIndex(int images, Map<String, List<Path>> byPrompt, List<String> prompts) {

    static PromptIndex read(String name, Path folder, Optional<Path> table)
            throws GenerateException {
        try {
            Optional<PromptTable> prompts =
                    table.isPresent()
                            ? Optional.of(PromptTable.read(table.get()))
                            : Optional.empty();
            PromptLookup lookup = new PromptLookup(Optional.empty(), prompts);
            List<Path> files = ImageFiles.expand(List.of(folder)).images();
            Map<String, List<Path>> byPrompt = new LinkedHashMap<>();
            Map<String, String> written = new LinkedHashMap<>();
            for (Path file : files) {
                Optional<String> prompt = prompt(lookup, file);
                if (prompt.isPresent()) {
                    String key = key(prompt.get());
                    byPrompt.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
                    written.putIfAbsent(key, prompt.get());
                }
            }
            return new PromptIndex(files.size(), byPrompt, List.copyOf(written.values()));
        } catch (ImageException e) {
            throw new GenerateException(Reason.REFUSED, name + ": " + e.getMessage(), e);
        }
    }

    /** An image that cannot be read has no prompt; what is wrong with it is said when it is imported or asked for. */
    private static Optional<String> prompt(PromptLookup lookup, Path file) {
        try {
            return lookup.find(file).prompt();
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    List<Path> images(String prompt) {
        return byPrompt.getOrDefault(key(prompt), List.of());
    }

    int withPrompt() {
        return byPrompt.values().stream().mapToInt(List::size).sum();
    }

    private static String key(String prompt) {
        return prompt.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\.$", "")
                .toLowerCase(Locale.ROOT);
    }
}
