package eliq.prompts;

import eliq.prompts.PromptFile.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table hold what.
 *
 * @param prompt column of the prompts
 * @param categories column of the categories, titles separated by {@code ;}
 * @param said which were taken and why, a sentence
 */
record PromptColumns(String prompt, Optional<String> categories, String said) {
    private static final List<String> PROMPTS =
            List.of(
                    "prompt",
                    "prompts",
                    "text",
                    "caption",
                    "positive_prompt",
                    "positive prompt",
                    "positive",
                    "description",
                    "sentence");
    private static final List<String> CATEGORIES =
            List.of("categories", "category", "labels", "label", "class", "classes");
    private static final int WORDS_OF_A_PROMPT = 3;
    private static final int SHOWN = 3;

    static PromptColumns of(List<Row> rows, String source) throws PromptsException {
        Set<String> header = new LinkedHashSet<>();
        rows.forEach(row -> header.addAll(row.cells().keySet()));
        Optional<String> named = named(header, PROMPTS);
        String prompt =
                named.or(() -> wordiest(header, rows))
                        .orElseThrow(
                                () ->
                                        new PromptsException(
                                                source
                                                        + ", line 1: no column 'prompt' among "
                                                        + header
                                                        + ", and none that holds sentences; name the column of the prompts 'prompt'"));
        String said =
                source
                        + ": prompts from column '"
                        + prompt
                        + (named.isPresent()
                                ? "'"
                                : "' (no column is called prompt, but it holds sentences)");
        Optional<String> categories = named(header, CATEGORIES).filter(c -> !c.equals(prompt));
        if (categories.isEmpty()) {
            return new PromptColumns(prompt, Optional.empty(), said + "; no categories.");
        }
        List<String> values =
                rows.stream()
                        .flatMap(
                                row ->
                                        Arrays.stream(
                                                row.cells()
                                                        .getOrDefault(categories.get(), "")
                                                        .split(";")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
        boolean foreign =
                !values.isEmpty() && values.stream().noneMatch(v -> Category.named(v).isPresent());
        if (foreign) {
            // A data set's own classes are no mistake; one unknown title among known ones is.
            return new PromptColumns(
                    prompt,
                    Optional.empty(),
                    said
                            + "; column '"
                            + categories.get()
                            + "' holds other classes ("
                            + String.join(", ", values.subList(0, Math.min(SHOWN, values.size())))
                            + (values.size() > SHOWN ? ", ..." : "")
                            + ") and is not used.");
        }
        return new PromptColumns(
                prompt, categories, said + ", categories from column '" + categories.get() + "'.");
    }

    private static Optional<String> named(Set<String> header, List<String> names) {
        return names.stream()
                .flatMap(
                        name ->
                                header.stream()
                                        .filter(
                                                h ->
                                                        h.strip()
                                                                .toLowerCase(Locale.ROOT)
                                                                .equals(name)))
                .findFirst();
    }

    /** The column with the longest texts, where these are sentences rather than names. */
    private static Optional<String> wordiest(Set<String> header, List<Row> rows) {
        return header.stream()
                .filter(column -> words(column, rows) >= WORDS_OF_A_PROMPT)
                .max(Comparator.comparingDouble(column -> words(column, rows)));
    }

    private static double words(String column, List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().getOrDefault(column, "").strip())
                .mapToInt(cell -> cell.isEmpty() ? 0 : cell.split("\\s+").length)
                .average()
                .orElse(0);
    }
}
