package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

class PromptBankTest {
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "the", "in", "on", "of", "at", "with", "and", "by", "to", "its");
    private final PromptBank bank = PromptBank.shipped();

    @Test
    void holdsFourHundredPromptsSpreadEvenlyOverTheCategories() {
        assertEquals(400, bank.prompts().size());
        for (Category category : Category.values()) {
            assertTrue(bank.of(category).size() >= 57, category.title());
        }
    }

    @Test
    void everyPromptHasEightToThirtyWords() {
        for (Prompt prompt : bank.prompts()) {
            int words = prompt.text().split("\\s+").length;
            assertTrue(words >= 8 && words <= 30, words + " words: " + prompt.text());
        }
    }

    @Test
    void everyPromptNamesASubjectOfTheVocabulary() {
        for (Prompt prompt : bank.prompts()) {
            assertTrue(
                    Lexicon.shipped().read(prompt.text()).stream()
                            .anyMatch(found -> found.term().kind() == Term.Kind.SUBJECT),
                    prompt.text());
        }
    }

    @Test
    void noTwoPromptsSayNearlyTheSame() {
        List<Set<String>> words = bank.prompts().stream().map(p -> words(p.text())).toList();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                Set<String> shared = new HashSet<>(words.get(i));
                shared.retainAll(words.get(j));
                Set<String> all = new HashSet<>(words.get(i));
                all.addAll(words.get(j));
                assertTrue(
                        shared.size() < 0.7 * all.size(),
                        bank.prompts().get(i).text() + " / " + bank.prompts().get(j).text());
            }
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}'-]+"))
                .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
                .collect(Collectors.toSet());
    }
}
