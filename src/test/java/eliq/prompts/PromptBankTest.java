package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptBankTest {
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
        NearDuplicates seen = new NearDuplicates(NearDuplicates.ALIKE);
        for (Prompt prompt : bank.prompts()) {
            assertEquals(Optional.empty(), seen.of(prompt.text()), prompt.text());
            seen.add(prompt.text());
        }
        // The check itself finds what differs in small words, number and order only.
        assertTrue(
                seen.of("White tea pots with a round lid on the windowsills at dawn").isEmpty()
                        && seen.of("At dawn, on the windowsill: the white teapots with round lids")
                                .isPresent());
    }

    @Test
    void everySubConceptHasAtLeastEightPromptsOfItsCategory() {
        Taxonomy taxonomy = Taxonomy.shipped();
        CategoryRules rules = new CategoryRules(taxonomy);
        Map<Taxonomy.Concept, Integer> counts = new LinkedHashMap<>();
        taxonomy.concepts().forEach(concept -> counts.put(concept, 0));
        for (Prompt prompt : bank.prompts()) {
            for (Taxonomy.Concept concept : rules.concepts(prompt.text())) {
                if (prompt.categories().getFirst() == concept.category()) {
                    counts.merge(concept, 1, Integer::sum);
                }
            }
        }
        counts.forEach((concept, n) -> assertTrue(n >= 8, concept.name() + ": " + n));
    }

    @Test
    void theRulesTellThePromptsMainCategory() {
        CategoryRules rules = new CategoryRules(Taxonomy.shipped());
        long told =
                bank.prompts().stream()
                        .filter(
                                p ->
                                        rules.label(p.text())
                                                .categories()
                                                .contains(p.categories().getFirst()))
                        .count();
        assertTrue(told >= 396, told + " of 400");
    }
}
