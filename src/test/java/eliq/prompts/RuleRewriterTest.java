package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleRewriterTest {
    private final RuleRewriter rules = new RuleRewriter();

    private Set<String> versions(String prompt, RewriteKind kind) {
        return LongStream.range(0, 60)
                .mapToObj(seed -> rules.rewrite(prompt, kind, 0.6, seed).orElseThrow().text())
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OBJECT | A dog sleeping on a sofa | A cat sleeping on a sofa",
                "OBJECT | Three apples on a table | Three pears on a table",
                "OBJECT | A car beside a tree | A bus beside a tree",
                "ATTRIBUTE | A red car | A blue car",
                "ATTRIBUTE | A wooden box | A metal box",
                "ATTRIBUTE | A red box in a hall | An orange box in a hall",
                "COUNT | Two cats | Five cats",
                "COUNT | A small dog is sitting in the grass | Three small dogs are sitting in the grass",
                "RELATION | A cat on the left of a chair | A cat on the right of a chair",
                "RELATION | A book on a table | A book under a table",
                "ACTION | A boy running through the park | A boy sleeping through the park",
                "ACTION | A woman reads a book | A woman burns a book",
                "SCENE | A fox in the forest | A fox in the desert",
                "SCENE | A street at night | A street at noon"
            })
    void eachKindChangesThatAlone(RewriteKind kind, String prompt, String possible) {
        Set<String> versions = versions(prompt, kind);
        boolean either =
                versions.contains(possible)
                        // "A street at night" has two places that a scene can change.
                        || kind == RewriteKind.SCENE && versions.size() > 1;
        assertTrue(either, versions.toString());
    }

    @Test
    void allElseStaysWordForWord() {
        String prompt = "Two red cars parked in front of a white house at night.";
        for (RewriteKind kind : RewriteKind.changes()) {
            for (String version : versions(prompt, kind)) {
                List<String> before = List.of(prompt.split(" "));
                List<String> after = List.of(version.split(" "));
                long gone = before.stream().filter(w -> !after.contains(w)).count();
                assertTrue(gone >= 1 && gone <= 3, kind + ": " + version);
                assertTrue(version.endsWith("."), version);
                assertTrue(Character.isUpperCase(version.charAt(0)), version);
            }
        }
    }

    @Test
    void worseVersionsAskForMoreFaultsTheStrongerTheyAre() {
        String mild = rules.rewrite("A dog.", RewriteKind.DEGRADED, 0, 3).orElseThrow().text();
        String severe = rules.rewrite("A dog.", RewriteKind.DEGRADED, 1, 3).orElseThrow().text();
        assertTrue(mild.startsWith("A dog, slightly "), mild);
        assertTrue(severe.startsWith("A dog, very "), severe);
        assertEquals(1, mild.chars().filter(c -> c == ',').count());
        assertEquals(3, severe.chars().filter(c -> c == ',').count());
        String spoiled = rules.rewrite("A dog.", RewriteKind.SPOILED, 1, 3).orElseThrow().text();
        assertNotEquals(severe, spoiled);
    }

    @Test
    void whatTwoMeaningsHasIsTakenForTheRightOne() {
        assertTrue(
                rules.rewrite("an orange car", RewriteKind.OBJECT, 1, 1)
                        .orElseThrow()
                        .change()
                        .startsWith("car"));
        assertTrue(rules.rewrite("an orange on a plate", RewriteKind.ATTRIBUTE, 1, 1).isEmpty());
        assertTrue(rules.rewrite("a lady on horseback", RewriteKind.RELATION, 1, 1).isEmpty());
    }

    @Test
    void nothingIsInventedWhereThePromptSaysNothingKnown() {
        for (RewriteKind kind : RewriteKind.changes()) {
            assertTrue(rules.rewrite("an abstract feeling", kind, 1, 1).isEmpty(), kind.key());
        }
    }

    @Test
    void theSeedDecides() {
        EnumSet<RewriteKind> all = EnumSet.allOf(RewriteKind.class);
        String prompt = "A red car on a street at night";
        assertEquals(rules.rewrite(prompt, all, 0.5, 5), rules.rewrite(prompt, all, 0.5, 5));
        assertTrue(versions(prompt, RewriteKind.ATTRIBUTE).size() > 5);
    }

    @Test
    void mostOfTheBankCanBeChangedInMostRespects() {
        int[] possible = new int[RewriteKind.values().length];
        for (Prompt prompt : PromptBank.shipped().prompts()) {
            for (Rewrite rewrite :
                    rules.rewrite(prompt.text(), EnumSet.allOf(RewriteKind.class), 0.6, 1)) {
                possible[rewrite.kind().ordinal()]++;
                assertNotEquals(
                        prompt.text().toLowerCase(Locale.ROOT),
                        rewrite.text().toLowerCase(Locale.ROOT));
            }
        }
        StringBuilder said = new StringBuilder("Rules can rewrite, of 400 prompts of the bank:");
        for (RewriteKind kind : RewriteKind.values()) {
            said.append(' ').append(kind.key()).append(' ').append(possible[kind.ordinal()]);
        }
        System.out.println(said);
        for (RewriteKind kind : List.of(RewriteKind.DEGRADED, RewriteKind.SPOILED)) {
            assertEquals(400, possible[kind.ordinal()]);
        }
        for (RewriteKind kind :
                List.of(
                        RewriteKind.OBJECT,
                        RewriteKind.ATTRIBUTE,
                        RewriteKind.COUNT,
                        RewriteKind.SCENE)) {
            assertTrue(possible[kind.ordinal()] >= 300, said.toString());
        }
        assertTrue(possible[RewriteKind.RELATION.ordinal()] >= 100, said.toString());
    }
}
