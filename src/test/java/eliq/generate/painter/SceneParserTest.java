package eliq.generate.painter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eliq.generate.painter.Scene.Relation;
import eliq.generate.painter.Scene.Subject;
import eliq.prompts.Category;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SceneParserTest {
    private final SceneParser parser = new SceneParser();

    private List<String> subjects(String text) {
        return parser.parse(text).subjects().stream()
                .map(s -> s.count() + " " + s.colour().map(c -> c + " ").orElse("") + s.kind())
                .toList();
    }

    @Test
    void countsColoursAndKindsAreRead() {
        assertEquals(
                List.of("3 red car", "1 green tree"),
                subjects("Three shiny red cars parked next to a tall green tree"));
        assertEquals(List.of("2 shoe"), subjects("a pair of sneakers"));
        assertEquals(List.of("3 horse"), subjects("horses in the mist"));
    }

    @Test
    void orangeIsAColourBeforeANounAndElseAFruit() {
        assertEquals(List.of("1 orange cat"), subjects("an orange cat"));
        assertEquals(List.of("2 orangefruit"), subjects("two oranges on a plate"));
        assertEquals(List.of("1 orange orangefruit"), subjects("an orange orange"));
    }

    @Test
    void aColourOfClothesBelongsToWhoeverWearsThem() {
        assertEquals(
                List.of("1 red woman", "1 yellow umbrella"),
                subjects("a woman in a red coat holding a yellow umbrella"));
    }

    @Test
    void whatAPersonUsesIsHeld() {
        Scene scene = parser.parse("a boy riding a green bicycle next to a dog");
        assertEquals(
                List.of(Relation.MAIN, Relation.HELD, Relation.BESIDE),
                scene.subjects().stream().map(Subject::relation).toList());
    }

    @Test
    void placeTimeAndWeatherAreRead() {
        Scene scene = parser.parse("A white boat on a calm lake at sunset in thick fog");
        assertEquals(Optional.of("lake"), scene.place());
        assertEquals(Optional.of("sunset"), scene.time());
        assertEquals(Optional.of("fog"), scene.weather());
        assertEquals(Category.NATURAL_SCENES, scene.category());
    }

    @Test
    void aTableUnderThingsIsTheirPlace() {
        assertEquals(List.of("1 vase"), subjects("a vase on a wooden table"));
        assertEquals(List.of("1 brown table"), subjects("a brown table in a kitchen"));
    }

    @Test
    void unknownWordsArePassedOver() {
        assertEquals(
                List.of("1 red car"),
                subjects("a cinematic, award-winning shot of a red car, 35mm, bokeh"));
    }

    @Test
    void aTextWithoutKnownSubjectStillGivesAFittingScene() {
        assertEquals(1, parser.parse("").subjects().size());
        assertEquals(parser.parse("zxcv"), parser.parse("zxcv"));
        assertNotEquals(Category.FOOD, parser.parse("something strange in the forest").category());
    }
}
