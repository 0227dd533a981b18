package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.prompts.PromptVariation.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptVariationTest {
    private static final String PROMPT = "Two red cars parked on a city street at night.";

    private static List<String> ids(String text, Term.Kind kind) {
        return Lexicon.shipped().read(text).stream()
                .filter(found -> found.term().kind() == kind)
                .map(found -> found.term().id())
                .toList();
    }

    @Test
    void eachKindChangesThatAndNothingElse() {
        for (long seed = 0; seed < 40; seed++) {
            List<PromptVariation> all = PromptVariation.all(PROMPT, seed);
            assertEquals(List.of(Kind.values()), all.stream().map(PromptVariation::kind).toList());
            for (PromptVariation variation : all) {
                for (Kind kind : Kind.values()) {
                    Term.Kind word = word(kind);
                    if (kind == variation.kind()) {
                        assertNotEquals(
                                ids(PROMPT, word), ids(variation.text(), word), variation.text());
                    } else {
                        assertEquals(
                                ids(PROMPT, word), ids(variation.text(), word), variation.text());
                    }
                }
            }
        }
    }

    private static Term.Kind word(Kind kind) {
        return switch (kind) {
            case OBJECT -> Term.Kind.SUBJECT;
            case COLOUR -> Term.Kind.COLOUR;
            case COUNT -> Term.Kind.COUNT;
            case PLACE -> Term.Kind.PLACE;
            case TIME -> Term.Kind.TIME;
        };
    }

    @Test
    void thePluralStaysAPlural() {
        for (long seed = 0; seed < 40; seed++) {
            String text =
                    PromptVariation.of("three cats in a kitchen", Kind.OBJECT, seed)
                            .orElseThrow()
                            .text();
            assertTrue(
                    Lexicon.shipped().read(text).stream()
                            .filter(found -> found.term().kind() == Term.Kind.SUBJECT)
                            .allMatch(Lexicon.Found::plural),
                    text);
        }
    }

    @Test
    void theArticleFitsTheNewWord() {
        for (long seed = 0; seed < 60; seed++) {
            String text =
                    PromptVariation.of("An orange in a studio", Kind.OBJECT, seed)
                            .orElseThrow()
                            .text();
            assertTrue(text.matches("(An [aeiou].*|A [^aeiou].*)"), text);
        }
    }

    @Test
    void nothingIsInventedWhereThePromptSaysNothingKnown() {
        assertEquals(List.of(), PromptVariation.all("an abstract feeling", 1));
        assertTrue(PromptVariation.of("a tree", Kind.COLOUR, 1).isEmpty());
    }

    @Test
    void theSeedDecides() {
        assertEquals(PromptVariation.all(PROMPT, 5), PromptVariation.all(PROMPT, 5));
        assertTrue(
                java.util.stream.LongStream.range(0, 20)
                                .mapToObj(s -> PromptVariation.any(PROMPT, s).orElseThrow().text())
                                .distinct()
                                .count()
                        > 10);
    }

    @Test
    void everyPromptOfTheBankCanBeVaried() {
        for (Prompt prompt : PromptBank.shipped().prompts()) {
            PromptVariation variation = PromptVariation.any(prompt.text(), 3).orElseThrow();
            assertNotEquals(prompt.text(), variation.text());
        }
    }
}
