package eliq.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The shipped lists of what may stand for what.
 *
 * @param groups by kind, in the file's order; each word with its forms
 */
record Exchanges(Map<RewriteKind, List<List<Word>>> groups) {
    private static final String RESOURCE = "/eliq/prompts/exchanges.txt";
    private static final Exchanges SHIPPED = load();

    /**
     * @param forms of an object, singular and plural; of others, as the file has them
     */
    record Word(List<String> forms) {
        Word {
            forms = List.copyOf(forms);
        }
    }

    Exchanges {
        groups = Map.copyOf(groups);
    }

    static Exchanges shipped() {
        return SHIPPED;
    }

    List<List<Word>> of(RewriteKind kind) {
        return groups.getOrDefault(kind, List.of());
    }

    private static Exchanges load() {
        Map<RewriteKind, List<List<Word>>> groups = new EnumMap<>(RewriteKind.class);
        try (InputStream in = Exchanges.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int bar = line.indexOf('|');
                    RewriteKind kind = RewriteKind.named(line.substring(0, bar)).orElseThrow();
                    groups.computeIfAbsent(kind, k -> new ArrayList<>())
                            .add(words(kind, line.substring(bar + 1)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
        return new Exchanges(groups);
    }

    private static List<Word> words(RewriteKind kind, String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(
                        word ->
                                new Word(
                                        kind == RewriteKind.OBJECT
                                                ? List.of(word, WordForms.plural(word))
                                                : List.of(word.split("/"))))
                .toList();
    }
}
