package eliq.app.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.form.Setting.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormModelTest {

    sealed interface Length {
        record Epochs(int count) implements Length {}

        record Steps(int count, boolean exact) implements Length {}
    }

    record Settings(int batch, double rate, Length length, List<String> parts) {
        Settings {
            if (batch < 1) {
                throw new IllegalArgumentException(
                        "setting batch is " + batch + "; it must be at least 1");
            }
        }
    }

    private static final Settings FIRST = new Settings(8, 2e-4, new Length.Epochs(3), List.of("a"));

    private final FormModel<Settings> form =
            new FormModel<>(
                    FIRST,
                    Settings.class,
                    List.of(
                            setting("batch", new Kind.Whole()),
                            setting("rate", new Kind.Number()),
                            setting("length", new Kind.OneOf(List.of())),
                            setting("length.count", new Kind.Whole()),
                            setting("length.exact", new Kind.Switch()),
                            setting("parts", new Kind.SomeOf(List.of()))));

    private static Setting setting(String path, Kind kind) {
        return Setting.front(path, path, "", "", "Says something.", kind);
    }

    private void type(String path, String text) {
        form.field(path).textProperty().set(text);
    }

    @Test
    void eachFieldBeginsWithTheRecordsValueAsAPersonWouldTypeIt() {
        assertEquals("8", form.field("batch").textProperty().get());
        assertEquals("2e-4", form.field("rate").textProperty().get());
        assertEquals("3", form.field("length.count").usualProperty().get());
        assertEquals(Optional.of(FIRST), form.valueProperty().get());
    }

    @Test
    void whatTheRecordSaysOfAValueStandsAtItsField() {
        type("batch", "0");
        assertEquals("It must be at least 1", form.field("batch").errorProperty().get());
        assertEquals(Optional.empty(), form.valueProperty().get());

        type("rate", "0.5");
        assertEquals(Optional.empty(), form.valueProperty().get());

        type("batch", "4");
        assertEquals("", form.field("batch").errorProperty().get());
        assertEquals(
                new Settings(4, 0.5, new Length.Epochs(3), List.of("a")),
                form.valueProperty().get().orElseThrow());
    }

    @Test
    void wordsAndHalvesAreNoWholeNumbers() {
        type("batch", "many");
        assertEquals("It must be a number", form.field("batch").errorProperty().get());
        type("batch", "1.5");
        assertEquals("It must be a whole number", form.field("batch").errorProperty().get());
    }

    @Test
    void aCommaIsADecimalPointToo() {
        type("rate", "0,25");
        assertEquals(0.25, form.valueProperty().get().orElseThrow().rate());
    }

    @Test
    void aChoiceBringsItsOwnSettingsAndTakesThoseOfTheOtherAway() {
        assertFalse(form.field("length.exact").presentProperty().get());

        type("length", "{\"type\":\"Steps\",\"count\":70,\"exact\":true}");
        assertTrue(form.field("length.exact").presentProperty().get());
        assertEquals("70", form.field("length.count").textProperty().get());

        type("length.count", "71");
        type("length.exact", "false");
        assertEquals(
                new Length.Steps(71, false), form.valueProperty().get().orElseThrow().length());
    }

    @Test
    void aNumberIsCountedInWhatAnotherFieldChooses() {
        String steps = "{\"type\":\"Steps\",\"count\":100,\"exact\":false}";
        FormModel<Settings> counted =
                new FormModel<>(
                        FIRST,
                        Settings.class,
                        List.of(
                                setting(
                                        "length",
                                        new Kind.OneOf(
                                                List.of(
                                                        new Setting.Option(
                                                                "epochs",
                                                                "{\"type\":\"Epochs\",\"count\":1}"),
                                                        new Setting.Option("steps", steps)))),
                                setting("length.count", new Kind.Whole()).countedIn("length")));
        FieldModel count = counted.field("length.count");
        assertEquals("epochs", count.unitProperty().get());
        counted.field("length").textProperty().set(steps);
        assertEquals("steps", count.unitProperty().get());
        count.textProperty().set("7");
        assertEquals("steps", count.unitProperty().get());
    }

    @Test
    void severalAreChosenALineEach() {
        type("parts", "\"b\"\n\"c\"");
        assertEquals(List.of("b", "c"), form.valueProperty().get().orElseThrow().parts());
        type("parts", "");
        assertEquals(List.of(), form.valueProperty().get().orElseThrow().parts());
    }
}
