package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
    private static final String LEAST =
            """
            [Indoor Scenes]
            rooms = room
            [Urban Scenes]
            streets = street,
                alley
            [natural scenes]
            animals = fox, ~grass
            [PEOPLE & ACTIVITIES]
            people = man, to bake
            [Objects & Artifacts]
            things = cup
            [Food]
            about = What is eaten.
            fruit = apple
            [Events]
            parties = party
            """;

    private static String refusal(String text) {
        return assertThrows(PromptsException.class, () -> Taxonomy.parse(text, "t.txt"))
                .getMessage();
    }

    @Test
    void aFileOfOnesOwnIsRead() throws Exception {
        Taxonomy taxonomy = Taxonomy.parse("\uFEFF# mine\n" + LEAST, "t.txt");
        assertEquals(7, taxonomy.concepts().size());
        assertEquals(
                List.of("street", "alley"),
                taxonomy.of(Category.URBAN_SCENES).getFirst().keywords());
        assertEquals("What is eaten.", taxonomy.about().get(Category.FOOD));
        CategoryRules rules = new CategoryRules(taxonomy);
        assertEquals(
                List.of(Category.NATURAL_SCENES, Category.URBAN_SCENES),
                rules.label("Two foxes in the alleys").categories());
        assertEquals(List.of(Category.FOOD), rules.label("an apple, no cup").categories());
    }

    @Test
    void faultsAreNamedByTheirLine() {
        assertTrue(refusal("[Cars]\n").contains("t.txt, line 1: no category 'Cars'"));
        assertTrue(refusal("word\n").contains("line 1: expected 'sub-concept = words'"));
        assertTrue(refusal("  word\n").contains("line 1: an indented line"));
        assertTrue(refusal("[Food]\nfruit = \n").contains("'fruit' has no words"));
        assertTrue(refusal("[Food]\nfruit = apple\nfruit = pear\n").contains("twice"));
        assertTrue(refusal("[Food]\nfruit = apple\n").contains("[Indoor Scenes]"));
    }

    @Test
    void everySubjectOfTheVocabularyIsToldWithACategoryOfItsOwn() {
        CategoryRules rules = new CategoryRules(Taxonomy.shipped());
        Set<String> missing = new TreeSet<>();
        for (Term term : Lexicon.shipped().terms(Term.Kind.SUBJECT)) {
            for (String form : List.of(term.singular(), term.plural())) {
                if (rules.label(form).categories().stream().noneMatch(term::suits)) {
                    missing.add(form + " " + term.categories());
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void wordFormsAreKnown() {
        CategoryRules rules = new CategoryRules(Taxonomy.shipped());
        for (String food :
                List.of(
                        "slices of watermelon",
                        "cherries",
                        "loaves of bread",
                        "tomatoes",
                        "Crêpes and pancakes")) {
            assertEquals(List.of(Category.FOOD), rules.label(food).categories(), food);
        }
        for (String people :
                List.of(
                        "fishermen",
                        "two women knitting",
                        "grandchildren",
                        "wives",
                        "she bakes with her mum")) {
            assertEquals(
                    List.of(Category.PEOPLE_AND_ACTIVITIES),
                    rules.label(people).categories(),
                    people);
        }
        for (String nature : List.of("geese", "wolves", "butterflies", "cacti")) {
            assertEquals(
                    List.of(Category.NATURAL_SCENES), rules.label(nature).categories(), nature);
        }
    }

    @Test
    void whatIsDeniedComparedOrStyleIsNotSeen() {
        CategoryRules rules = new CategoryRules(Taxonomy.shipped());
        assertEquals(
                List.of(Category.URBAN_SCENES),
                rules.label("an empty city street without people").categories());
        assertEquals(
                List.of(Category.FOOD),
                rules.label("a burger, studio lighting, by greg rutkowski").categories());
        assertEquals(
                List.of(Category.OBJECTS_AND_ARTIFACTS),
                rules.label("a teapot shaped like an elephant").categories());
        assertEquals(
                List.of(Category.OBJECTS_AND_ARTIFACTS),
                rules.label("a mug with the words 'Best dad'").categories());
    }

    @Test
    void theEvidenceIsShown() {
        CategoryLabels labels =
                new CategoryRules(Taxonomy.shipped()).label("Three foxes beside a fire truck");
        assertEquals(List.of("fox", "fire truck"), labels.evidence());
        assertTrue(labels.certain());
    }
}
